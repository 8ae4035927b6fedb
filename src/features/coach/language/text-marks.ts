/**
 * Quiet marks under findings in the text, drawn with the CSS Custom Highlight API: the document and the page's elements
 * are not touched. Only blocks in sight are marked, and never the sentence that is being typed.
 */
import { blockText, sentencesOf } from "#domain/feedback/text.ts";
import type { Tip } from "#domain/feedback/types.ts";
import type { CurrentStory } from "#features/write/current-story.ts";
import { caretIn, rangesIn } from "../text-places.ts";
import { overlaps } from "./walk.ts";

/**
 * How a finding is marked: errors otherwise than matters of style, and a style mark that has others inside or across it
 * lower than they are, so that all can be seen.
 */
const LAYERS = ["error", "style", "around", "outer"] as const;
type Layer = (typeof LAYERS)[number];
const highlightName = (layer: Layer) => `coach-${layer}`;
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

/** Findings of a block that may be marked: not those in the sentence that is being typed; errors before all others. */
export function markable(tips: readonly Tip[], typed: { start: number; end: number } | null): readonly Tip[] {
	const free = tips.filter((tip) => !typed || tip.end <= typed.start || tip.start >= typed.end);
	if (free.length <= MOST_IN_BLOCK) return free;
	const most = new Set([...free.filter(isError), ...free.filter((tip) => !isError(tip))].slice(0, MOST_IN_BLOCK));
	return free.filter((tip) => most.has(tip));
}

const isError = ({ severity }: Tip) => severity === "error";

/** The layer of each finding, in their order: the shortest nearest to the words. */
export function markLayers(tips: readonly Tip[]): Layer[] {
	const layers = new Map<Tip, Layer>();
	const length = ({ start, end }: Tip) => end - start;
	const weight = (tip: Tip) => (isError(tip) ? 0 : 1);
	for (const tip of [...tips].sort((a, b) => weight(a) - weight(b) || length(a) - length(b))) {
		const taken = new Set([...layers].filter(([other]) => overlaps(tip, other)).map(([, layer]) => layer));
		const free = LAYERS.find((layer) => layer !== "error" && !taken.has(layer));
		// Under an error "style" would run through its wave.
		const next = free === "style" && taken.has("error") ? "around" : free;
		layers.set(tip, isError(tip) ? "error" : (next ?? "outer"));
	}
	return tips.map((tip) => layers.get(tip) ?? "style");
}

/** No sentence is looked for further from the caret, so that drawing takes no longer in an endless paragraph. */
const AROUND = 10_000;

/** The sentence of a text that the caret is in or just behind. */
export function sentenceAt(text: string, caret: number): { start: number; end: number } | null {
	const from = Math.max(0, caret - AROUND);
	const found = sentencesOf(text.slice(from, caret + AROUND)).find(
		({ start, end }) => from + start <= caret && caret <= from + end + 1,
	);
	return found ? { start: from + found.start, end: from + found.end } : null;
}

/** The sentence being typed in a block, if it is there. */
function typedSentence({ typing }: Marked, blockId: string, element: HTMLElement, text: string) {
	if (typing.current?.blockId !== blockId) return null;
	const caret = caretIn(element, text);
	const sentence = caret === null ? null : sentenceAt(text, caret);
	if (!sentence || (typing.current.sentence !== null && typing.current.sentence !== sentence.start)) {
		typing.current = null;
		return null;
	}
	typing.current.sentence = sentence.start;
	return sentence;
}

export function drawMarks(marked: Marked): void {
	const { story, findings } = marked;
	const marks = new Map(LAYERS.map((layer) => [layer, new Highlight()]));
	const blocks = new Map(story.document.blocks.map((block) => [block.id, block]));
	for (const { blockId, element } of story.blocksInSight()) {
		const tips = findings.get(blockId);
		const block = blocks.get(blockId);
		if (!tips || !block) continue;
		const text = blockText(block);
		const shown = markable(tips, typedSentence(marked, blockId, element, text));
		const layers = markLayers(shown);
		const ranges = rangesIn(element, text, shown) ?? [];
		for (const [at, range] of ranges.entries()) marks.get(layers[at] ?? "style")?.add(range);
	}
	for (const [layer, highlight] of marks) {
		highlight.priority = LAYERS.length - LAYERS.indexOf(layer);
		CSS.highlights.set(highlightName(layer), highlight);
	}
}

export function clearMarks(): void {
	for (const layer of LAYERS) CSS.highlights.delete(highlightName(layer));
}
