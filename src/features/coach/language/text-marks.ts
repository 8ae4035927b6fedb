/**
 * Quiet marks under findings in the text, drawn with the CSS Custom Highlight API: the document and the page's elements
 * are not touched. Only blocks in sight are marked, and never the sentence that is being typed.
 */
import { blockText, sentencesOf } from "#domain/feedback/text.ts";
import type { Tip } from "#domain/feedback/types.ts";
import type { CurrentStory } from "#features/write/current-story.ts";
import { caretIn, rangesIn } from "../text-places.ts";

/** Errors are marked otherwise than matters of style. */
const HIGHLIGHTS = { error: "coach-error", style: "coach-style" } as const;
/** Beyond this a paragraph would be all marks. */
const MOST_IN_BLOCK = 12;

export interface Marked {
	story: CurrentStory;
	findings: ReadonlyMap<string, readonly Tip[]>;
	/** Where the writer was typing last; forgotten here when the caret has left that sentence. */
	typing: { current: Typing | null };
}

export interface Typing {
	blockId: string;
	/** Start of the sentence in its block; `null` until the caret was looked for. */
	sentence: number | null;
}

/** Findings of a block that may be marked: not those in the sentence that is being typed. */
export function markable(tips: readonly Tip[], typed: { start: number; end: number } | null): readonly Tip[] {
	return tips.filter((tip) => !typed || tip.end <= typed.start || tip.start >= typed.end).slice(0, MOST_IN_BLOCK);
}

/** The sentence being typed in a block, if it is there. */
function typedSentence({ typing }: Marked, blockId: string, element: HTMLElement, text: string) {
	if (typing.current?.blockId !== blockId) return null;
	const caret = caretIn(element, text);
	const sentence = sentencesOf(text).find(({ start, end }) => caret !== null && start <= caret && caret <= end + 1);
	if (!sentence || (typing.current.sentence !== null && typing.current.sentence !== sentence.start)) {
		typing.current = null;
		return null;
	}
	typing.current.sentence = sentence.start;
	return sentence;
}

export function drawMarks(marked: Marked): void {
	const { story, findings } = marked;
	const marks = { error: new Highlight(), style: new Highlight() };
	const blocks = new Map(story.document.blocks.map((block) => [block.id, block]));
	for (const { blockId, element } of story.blocksInSight()) {
		const tips = findings.get(blockId);
		const block = blocks.get(blockId);
		if (!tips || !block) continue;
		const text = blockText(block);
		const shown = markable(tips, typedSentence(marked, blockId, element, text));
		const ranges = rangesIn(element, text, shown) ?? [];
		for (const [at, range] of ranges.entries())
			(shown[at]?.severity === "warning" ? marks.error : marks.style).add(range);
	}
	CSS.highlights.set(HIGHLIGHTS.error, marks.error);
	CSS.highlights.set(HIGHLIGHTS.style, marks.style);
}

export function clearMarks(): void {
	for (const name of Object.values(HIGHLIGHTS)) CSS.highlights.delete(name);
}
