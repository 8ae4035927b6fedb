import type { LexicalNode } from "lexical";
import { $getSelection, $isRangeSelection } from "lexical";
import { $isListItem } from "../../nodes/list.ts";
import { $selectedBlocks } from "./selection.ts";

/** The list item all of the selection is in. */
function $selectedItem(): LexicalNode | null {
	const selection = $getSelection();
	if (!$isRangeSelection(selection)) return null;
	const items = [selection.anchor, selection.focus].map((point) => {
		let node: LexicalNode | null = point.getNode();
		while (node !== null && !$isListItem(node)) node = node.getParent();
		return node;
	});
	const [first, second] = items;
	return first && second && first.is(second) ? first : null;
}

/** Moves the list item, or the selected blocks, one place. At the edge of its list an item takes the list along. */
export function $moveBlocks(direction: -1 | 1): boolean {
	const item = $selectedItem();
	const neighbourItem = direction < 0 ? item?.getPreviousSibling() : item?.getNextSibling();
	if (item && neighbourItem) {
		if (direction < 0) neighbourItem.insertBefore(item);
		else neighbourItem.insertAfter(item);
		return true;
	}
	const blocks = $selectedBlocks();
	const [first] = blocks;
	const last = blocks.at(-1);
	const neighbour = direction < 0 ? first?.getPreviousSibling() : last?.getNextSibling();
	if (!first || !last || !neighbour) return true;
	if (direction < 0) last.insertAfter(neighbour);
	else first.insertBefore(neighbour);
	return true;
}
