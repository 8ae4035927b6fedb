/**
 * A stretch of a block's text by its offsets in the story document: selecting it, putting other words in its place, and
 * telling where the selection is.
 */
import {
	$createRangeSelection,
	$getSelection,
	$isElementNode,
	$isLineBreakNode,
	$isRangeSelection,
	$isTextNode,
	$setSelection,
	type LexicalNode,
	type RangeSelection,
	type TextNode,
} from "lexical";
import { $isListItem } from "../../nodes/list.ts";
import { $topBlock } from "./selection.ts";

interface Piece {
	node: TextNode;
	/** Offset of its first character in the block's text. */
	at: number;
}

/** Text of a text block or list, one line an item, and where each node's text stands in it. */
function $pieces(block: LexicalNode): { text: string; pieces: Piece[] } {
	const pieces: Piece[] = [];
	let text = "";
	const walk = (node: LexicalNode) => {
		if ($isTextNode(node)) {
			pieces.push({ node, at: text.length });
			text += node.getTextContent();
		} else if ($isLineBreakNode(node)) text += "\n";
		else if ($isElementNode(node)) {
			if ($isListItem(node) && node.getPreviousSibling() !== null) text += "\n";
			for (const child of node.getChildren()) walk(child);
		}
	};
	walk(block);
	return { text, pieces };
}

/** Selects `quote` at `start` in a block; `null`, and nothing changes, when other words stand there. */
export function $selectText(block: LexicalNode, start: number, quote: string): RangeSelection | null {
	const { text, pieces } = $pieces(block);
	const end = start + quote.length;
	if (text.slice(start, end) !== quote) return null;
	const first = pieces.findLast((one) => one.at <= start);
	const last = pieces.findLast((one) => one.at < end || one.at <= start);
	if (!first || !last) return null;
	const selection = $createRangeSelection();
	selection.anchor.set(first.node.getKey(), Math.min(start - first.at, first.node.getTextContentSize()), "text");
	selection.focus.set(last.node.getKey(), Math.min(end - last.at, last.node.getTextContentSize()), "text");
	$setSelection(selection);
	return selection;
}

/**
 * Puts other words in the place of `quote`, in the look of its first character; the caret stands behind them.
 * @returns whether `quote` stood there
 */
export function $replaceText(block: LexicalNode, start: number, quote: string, replacement: string): boolean {
	const selection = $selectText(block, start, quote);
	if (!selection) return false;
	if (replacement === "") selection.removeText();
	else selection.insertText(replacement);
	return true;
}

/** Where the selection starts, as an offset in the text of its block; `null` without one. */
export function $selectionStart(): { block: LexicalNode; offset: number } | null {
	const selection = $getSelection();
	if (!$isRangeSelection(selection)) return null;
	const point = selection.isBackward() ? selection.focus : selection.anchor;
	const node = point.getNode();
	const block = $topBlock(node);
	if (!block) return null;
	const { pieces } = $pieces(block);
	const inside = pieces.find((one) => one.node.is(node));
	if (inside) return { block, offset: inside.at + point.offset };
	// Between nodes: behind the text of all that stands before.
	const next = $isElementNode(node) ? node.getChildAtIndex(point.offset) : null;
	const target = ($isElementNode(next) ? next.getFirstDescendant() : null) ?? next ?? node;
	const before = pieces.findLast((one) => one.node.isBefore(target));
	return { block, offset: before ? before.at + before.node.getTextContentSize() : 0 };
}
