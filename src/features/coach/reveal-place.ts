/** Shows the text a tip names: the page brings the block into view, a highlight marks the words for a moment. */
import type { CurrentStory, TextPlace } from "#features/write/current-story.ts";
import { bringIntoView } from "#features/write/into-view.ts";
import { quoteRange } from "./text-places.ts";

const HIGHLIGHT = "coach-place";
const SHOWN_MS = 4_000;
let timer = 0;

export function revealPlace(story: CurrentStory, place: TextPlace): void {
	story.revealBlock(place.blockId);
	const element = story.blockElement(place.blockId);
	if (!element) return;
	const range = quoteRange(element, place.quote, place.start) ?? new Range();
	if (range.collapsed) range.selectNodeContents(element);
	CSS.highlights.set(HIGHLIGHT, new Highlight(range));
	// After the page has brought the block into view, which may be taller than the window.
	requestAnimationFrame(() => bringIntoView(range));
	clearTimeout(timer);
	timer = window.setTimeout(() => CSS.highlights.delete(HIGHLIGHT), SHOWN_MS);
}
