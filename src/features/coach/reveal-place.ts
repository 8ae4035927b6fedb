/** Shows the text a tip names: the page brings the block into view, a highlight marks the words for a moment. */
import type { CurrentStory } from "#features/write/current-story.ts";

const HIGHLIGHT = "coach-place";
const SHOWN_MS = 4_000;
let timer = 0;

interface Place {
	blockId: string;
	start: number;
	quote: string;
}

/** The range of `quote` inside an element, the occurrence nearest to `start`; line breaks have no text node and are skipped. */
function quoteRange(element: HTMLElement, quote: string, start: number): Range | null {
	const wanted = quote.replaceAll("\n", "");
	if (wanted === "") return null;
	const nodes: { node: Text; at: number }[] = [];
	let text = "";
	const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		if (!(node instanceof Text)) continue;
		nodes.push({ node, at: text.length });
		text += node.data;
	}
	let best = -1;
	for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
		if (best >= 0 && Math.abs(at - start) >= Math.abs(best - start)) break;
		best = at;
	}
	const end = best + wanted.length;
	const first = nodes.findLast(({ at }) => at <= best);
	const last = nodes.findLast(({ at }) => at < end);
	if (best < 0 || !first || !last) return null;
	const range = new Range();
	range.setStart(first.node, best - first.at);
	range.setEnd(last.node, Math.min(end - last.at, last.node.length));
	return range;
}

export function revealPlace(story: CurrentStory, place: Place): void {
	story.revealBlock(place.blockId);
	const element = story.blockElement(place.blockId);
	if (!element) return;
	const range = quoteRange(element, place.quote, place.start) ?? new Range();
	if (range.collapsed) range.selectNodeContents(element);
	CSS.highlights.set(HIGHLIGHT, new Highlight(range));
	clearTimeout(timer);
	timer = window.setTimeout(() => CSS.highlights.delete(HIGHLIGHT), SHOWN_MS);
}
