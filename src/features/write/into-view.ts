/** Lines of the page that stay free above and below what is shown, CSS pixels. */
const MARGIN = 40;

/** Scrolls the page just so far that a stretch of its text can be seen; of one that does not fit, the beginning. */
export function bringIntoView(range: Range): void {
	const node = range.startContainer;
	const element = node instanceof Element ? node : node.parentElement;
	const scroller = element?.closest("[data-page-scroller]");
	if (!scroller) return;
	const frame = scroller.getBoundingClientRect();
	const place = range.getBoundingClientRect();
	const above = place.top - (frame.top + MARGIN);
	const below = place.bottom - (frame.bottom - MARGIN);
	if (above < 0) scroller.scrollTop += above;
	else if (below > 0) scroller.scrollTop += Math.min(above, below);
}
