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
	/** Block that was changed last, where the writer may still be typing. */
	typedIn: string | null;
}

/** Findings of a block that may be marked: not those in the sentence the caret is in while it is being typed. */
export function markable(tips: readonly Tip[], text: string, caret: number | null): readonly Tip[] {
	if (caret === null) return tips.slice(0, MOST_IN_BLOCK);
	const typed = sentencesOf(text).find(({ start, end }) => start <= caret && caret <= end + 1);
	return tips.filter((tip) => !typed || tip.end <= typed.start || tip.start >= typed.end).slice(0, MOST_IN_BLOCK);
}

export function drawMarks({ story, findings, typedIn }: Marked): void {
	const marks = { error: new Highlight(), style: new Highlight() };
	const blocks = new Map(story.document.blocks.map((block) => [block.id, block]));
	for (const { blockId, element } of story.blocksInSight()) {
		const tips = findings.get(blockId);
		const block = blocks.get(blockId);
		if (!tips || !block) continue;
		const text = blockText(block);
		const shown = markable(tips, text, blockId === typedIn ? caretIn(element, text) : null);
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
