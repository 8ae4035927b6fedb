/** Where something that floats over the page belongs. */
import type { RefObject } from "react";

export interface Place {
	/** Pixels from the sheet's own top left corner. */
	left: number;
	top: number;
}

/** Where an empty line begins, which has no text to be measured. */
function emptyLineRect({ startContainer }: Range): DOMRect | null {
	const line = startContainer instanceof Element ? startContainer : startContainer.parentElement;
	if (!line) return null;
	const { left, right, top, height } = line.getBoundingClientRect();
	return new DOMRect(getComputedStyle(line).direction === "rtl" ? right : left, top, 0, height);
}

/** Where the selected text is in the window: as wide as its first line, down to the end of its last. */
export function selectionRect(page: HTMLElement): DOMRect | null {
	const selection = page.ownerDocument.getSelection();
	if (!selection || selection.rangeCount === 0) return null;
	const range = selection.getRangeAt(0);
	if (!page.contains(range.commonAncestorContainer)) return null;
	const rects = range.getClientRects();
	const { bottom } = range.getBoundingClientRect();
	const first = rects[0] ?? range.getBoundingClientRect();
	if (first.width === 0 && first.height === 0 && first.top === 0) return emptyLineRect(range);
	return new DOMRect(first.left, first.top, first.width, Math.max(first.bottom, bottom) - first.top);
}

/** Keeps the selected text visibly marked while a field has the focus; call the answer to end it. */
export function markSelection(page: HTMLElement | null): () => void {
	const selection = page?.ownerDocument.getSelection();
	if (!page || !selection || selection.rangeCount === 0 || typeof Highlight === "undefined") return () => {};
	const range = selection.getRangeAt(0);
	if (!page.contains(range.commonAncestorContainer)) return () => {};
	CSS.highlights.set("kept-selection", new Highlight(range.cloneRange()));
	return () => CSS.highlights.delete("kept-selection");
}

/** Whether a band of the window, `top` to `bottom`, holds a title or heading that ends above the selection. */
const coversHeading = (page: HTMLElement, top: number, bottom: number) =>
	[...page.querySelectorAll("h1, h2, h3, h4")].some((heading) => {
		const box = heading.getBoundingClientRect();
		return box.bottom > top && box.bottom <= bottom;
	});

/**
 * A place in the sheet above or below a rectangle, kept inside what is visible of the sheet. The other side is taken
 * when there is no room, and below also when above would hide a title.
 */
export function placeBeside(
	page: RefObject<HTMLElement | null>,
	rect: DOMRect,
	size: { width: number; height: number },
	side: "above" | "below",
): Place {
	const sheet = page.current?.parentElement;
	if (!page.current || !sheet) return { left: 0, top: 0 };
	const frame = sheet.getBoundingClientRect();
	const scroller = sheet.closest("[data-page-scroller]")?.getBoundingClientRect();
	const above = rect.top - size.height - 8;
	const below = rect.bottom + 8;
	const highest = (scroller?.top ?? 0) + 4;
	const fitsAbove = above >= highest;
	const lowest = (scroller?.bottom ?? window.innerHeight) - 4;
	const fitsBelow = below + size.height <= lowest;
	const prefersBelow = side === "below" || coversHeading(page.current, above, rect.top + 4);
	const lastResort = side === "below" && below < lowest ? below : highest;
	const top = fitsBelow && (prefersBelow || !fitsAbove) ? below : fitsAbove ? above : lastResort;
	const middle = side === "above" ? rect.left + rect.width / 2 - size.width / 2 : rect.left;
	const leftMost = Math.max(frame.left + 8, (scroller?.left ?? 0) + 8);
	const rightMost = Math.min(frame.right, scroller?.right ?? frame.right) - size.width - 8;
	return { left: Math.max(leftMost, Math.min(middle, rightMost)) - frame.left, top: top - frame.top };
}
