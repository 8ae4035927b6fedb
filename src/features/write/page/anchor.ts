/** Where something that floats over the page belongs. */
import type { RefObject } from "react";

export interface Place {
	/** Pixels from the sheet's own top left corner. */
	left: number;
	top: number;
}

/** Rectangle of the selected text, in the window. */
export function selectionRect(page: HTMLElement): DOMRect | null {
	const selection = page.ownerDocument.getSelection();
	if (!selection || selection.rangeCount === 0) return null;
	const range = selection.getRangeAt(0);
	if (!page.contains(range.commonAncestorContainer)) return null;
	const rects = range.getClientRects();
	const rect = rects[0] ?? range.getBoundingClientRect();
	return rect.width === 0 && rect.height === 0 && rect.top === 0 ? null : rect;
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

/** A place in the sheet above (or, near the top of what is visible, below) a rectangle, kept inside the sheet. */
export function placeBeside(
	page: RefObject<HTMLElement | null>,
	rect: DOMRect,
	size: { width: number; height: number },
	side: "above" | "below",
): Place {
	const sheet = page.current?.parentElement;
	if (!sheet) return { left: 0, top: 0 };
	const frame = sheet.getBoundingClientRect();
	const scroller = sheet.closest("[data-page-scroller]")?.getBoundingClientRect();
	const above = rect.top - size.height - 8;
	const below = rect.bottom + 8;
	const roomAbove = above >= (scroller?.top ?? 0) + 4;
	const roomBelow = below + size.height <= (scroller?.bottom ?? window.innerHeight) - 4;
	const top = side === "above" ? (roomAbove ? above : below) : roomBelow || !roomAbove ? below : above;
	const middle = side === "above" ? rect.left + rect.width / 2 - size.width / 2 : rect.left;
	const leftMost = Math.max(frame.left + 8, (scroller?.left ?? 0) + 8);
	const rightMost = Math.min(frame.right, scroller?.right ?? frame.right) - size.width - 8;
	return { left: Math.max(leftMost, Math.min(middle, rightMost)) - frame.left, top: top - frame.top };
}
