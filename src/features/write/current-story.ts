/**
 * The story on the page, for whoever looks at it from the side: the coach, the status line, exports.
 * Published in idle moments soon after a first key and now and then while typing goes on, never on the typing path.
 */
import { useSyncExternalStore } from "react";
import type { StoryKind, StoryStage } from "#contract/story.ts";
import type { StoryCounts } from "#domain/story/counts.ts";
import type { StoryDocument } from "#domain/story/schema.ts";

/** Words of a block, `start` in UTF-16 units of its text. */
export interface TextPlace {
	blockId: string;
	start: number;
	quote: string;
}

/** What the screens around the page can do to it. The same object for as long as the story is open. */
export interface PageActions {
	/** Puts the caret at the start of a block and brings it into view. */
	revealBlock(blockId: string): void;
	/** Selects the words of a block and brings them into view; `false` when they no longer stand at `start`. */
	selectText(place: TextPlace): boolean;
	/** Where the selection starts now, as an offset in its block's text; `null` before the page was ever entered. */
	selectionStart(): { blockId: string; offset: number } | null;
	/** Puts other words in their place as one undo step; `false`, and nothing changes, when they no longer stand there. */
	replaceText(place: TextPlace, replacement: string): boolean;
	/** Replaces the text of the title block as one undo step. */
	setTitle(text: string): void;
	/** Blocks of which a part is in view, in order. */
	blocksInSight(): { blockId: string; element: HTMLElement }[];
	/** The element of a block on the page, e.g. to draw highlights over its text; `null` when it is not there. */
	blockElement(blockId: string): HTMLElement | null;
}

export interface CurrentStory extends PageActions {
	/** `null` until the first save has given a new story its id. */
	id: string | null;
	/** Canonical. Blocks that did not change keep their object identity between two publications. */
	document: StoryDocument;
	/** Of the title block, else empty. */
	title: string;
	counts: StoryCounts;
	/** `null` while the story has no row in the library yet. */
	stage: StoryStage | null;
	kind: StoryKind;
	mediumUrl: string | null;
	/** Id of the block the caret is in. */
	activeBlockId: string | null;
}

let current: CurrentStory | null = null;
const listeners = new Set<() => void>();

/** Called by the page only. */
export function publishCurrentStory(story: CurrentStory | null): void {
	current = story;
	for (const listener of listeners) listener();
}

export function currentStory(): CurrentStory | null {
	return current;
}

export function subscribeCurrentStory(changed: () => void): () => void {
	listeners.add(changed);
	return () => listeners.delete(changed);
}

/** Id of the story on the page: `null` before its first save, `undefined` when none is open. */
export function useCurrentStoryId(): string | null | undefined {
	return useSyncExternalStore(subscribeCurrentStory, () => (current ? current.id : undefined));
}

/** The story on the page when it is this one. A new object with every publication, so that other rows are not drawn again. */
export function useStoryOnPage(id: string): CurrentStory | null {
	return useSyncExternalStore(subscribeCurrentStory, () => (current?.id === id ? current : null));
}

/** What is on the page; `null` when nothing is. */
export function useCurrentStoryKind(): StoryKind | null {
	return useSyncExternalStore(subscribeCurrentStory, () => current?.kind ?? null);
}

/** The story on the page, or `null` when none is open. A new object with every publication. */
export function useCurrentStory(): CurrentStory | null {
	return useSyncExternalStore(subscribeCurrentStory, currentStory);
}
