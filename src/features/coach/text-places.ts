/** Stretches of a block's text as ranges of the page, for highlights that leave the document alone. */

interface TextNodes {
	/** Text of the element; line breaks and ends of items have no text node and are missing. */
	text: string;
	nodes: readonly { node: Text; at: number }[];
}

function textNodes(element: HTMLElement): TextNodes {
	const nodes: { node: Text; at: number }[] = [];
	let text = "";
	const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		if (!(node instanceof Text)) continue;
		nodes.push({ node, at: text.length });
		text += node.data;
	}
	return { text, nodes };
}

function rangeAt({ nodes }: TextNodes, start: number, end: number): Range | null {
	const first = nodes.findLast(({ at }) => at <= start);
	const last = nodes.findLast(({ at }) => at < end);
	if (!first || !last || end <= start) return null;
	const range = new Range();
	range.setStart(first.node, Math.min(start - first.at, first.node.length));
	range.setEnd(last.node, Math.min(end - last.at, last.node.length));
	return range;
}

const withoutBreaks = (text: string) => text.replaceAll("\n", "");

/**
 * Ranges of stretches of a block's text.
 * @returns `null` when the element shows other words than `text`: they are being changed
 */
export function rangesIn(
	element: HTMLElement,
	text: string,
	stretches: readonly { start: number; end: number }[],
): Range[] | null {
	const shown = textNodes(element);
	if (shown.text !== withoutBreaks(text)) return null;
	const place = (offset: number) => withoutBreaks(text.slice(0, offset)).length;
	return stretches.flatMap(({ start, end }) => rangeAt(shown, place(start), place(end)) ?? []);
}

/** The range of `quote` inside an element, the occurrence nearest to `start`. */
export function quoteRange(element: HTMLElement, quote: string, start: number): Range | null {
	const wanted = withoutBreaks(quote);
	if (wanted === "") return null;
	const shown = textNodes(element);
	let best = -1;
	for (let at = shown.text.indexOf(wanted); at >= 0; at = shown.text.indexOf(wanted, at + 1)) {
		if (best >= 0 && Math.abs(at - start) >= Math.abs(best - start)) break;
		best = at;
	}
	return best < 0 ? null : rangeAt(shown, best, best + wanted.length);
}

/** Where the caret is in a block's text; `null` when it is elsewhere. */
export function caretIn(element: HTMLElement, text: string): number | null {
	const selection = element.ownerDocument.getSelection();
	const node = selection?.focusNode;
	if (!selection || !(node instanceof Text) || !element.contains(node)) return null;
	const before = textNodes(element).nodes.find((one) => one.node === node);
	if (!before) return null;
	let left = before.at + selection.focusOffset;
	let offset = 0;
	while (left > 0 && offset < text.length) {
		if (text.charAt(offset) !== "\n") left -= 1;
		offset += 1;
	}
	return offset;
}
