/** Putting blocks of the document model into the text: from the menu, the clipboard, a file. */
import {
	$createRangeSelection,
	$getRoot,
	$getSelection,
	$isElementNode,
	$isNodeSelection,
	$isRangeSelection,
	$setSelection,
	type ElementNode,
	type LexicalNode,
} from "lexical";
import type { Block } from "#domain/story/schema.ts";
import { plainText } from "#domain/story/text.ts";
import { $inlineNodes } from "../../convert/inline.ts";
import { $nodeOfBlock } from "../../convert/to-nodes.ts";
import { $isCaptioned, $selectBlock } from "../../nodes/CaptionedNode.ts";
import { $isCodeBlock } from "../../nodes/CodeBlockNode.ts";
import { $createListItem, $isList, $isListItem, $splitListBefore, type ListItemNode } from "../../nodes/list.ts";
import { $createTextBlock, $isTextBlock, $textKind } from "../../nodes/TextBlockNode.ts";
import { $topBlock } from "./selection.ts";

const isInline = (block: Block) => block.type === "paragraph";

/** The block to insert after, after removing what was selected; `null` means at the end. */
function $target(): LexicalNode | null {
	const selection = $getSelection();
	if ($isNodeSelection(selection)) return selection.getNodes().at(-1) ?? null;
	if (!$isRangeSelection(selection)) return $getRoot().getLastChild();
	if (!selection.isCollapsed()) selection.removeText();
	return $topBlock(selection.anchor.getNode());
}

function $insertInline(nodes: LexicalNode[]): void {
	const selection = $getSelection();
	if ($isRangeSelection(selection)) selection.insertNodes(nodes);
}

/** Inserts canonical blocks at the selection. One paragraph goes into the line, more split it. */
export function $insertBlocks(blocks: readonly Block[]): void {
	const [first] = blocks;
	if (!first) return;
	const target = $target();
	if ($isCodeBlock(target)) {
		const selection = $getSelection();
		if ($isRangeSelection(selection)) selection.insertRawText(plainText({ version: 1, blocks: [...blocks] }));
		return;
	}
	if (blocks.length === 1 && first.type === "paragraph" && $isElementNode(target)) {
		$insertInline($inlineNodes(first.spans));
		return;
	}
	if ($isList(target) && blocks.every((block) => block.type === "list" || block.type === "paragraph")) {
		$insertItems(blocks);
		return;
	}
	$insertAround(target, blocks);
}

function $caretItem(): ListItemNode | null {
	const selection = $getSelection();
	if (!$isRangeSelection(selection)) return null;
	let node: LexicalNode | null = selection.anchor.getNode();
	while (node !== null && !$isListItem(node)) node = node.getParent();
	return node;
}

function $insertItems(blocks: readonly Block[]): void {
	const at = $caretItem();
	if (at === null) return;
	let last: ListItemNode = at;
	for (const block of blocks) {
		const lines =
			block.type === "list" ? block.items : block.type === "paragraph" ? [{ spans: block.spans, depth: 0 }] : [];
		for (const line of lines) {
			const item = $createListItem(line.depth).append(...$inlineNodes(line.spans));
			last.insertAfter(item);
			last = item;
		}
	}
	if (at.isEmpty() && !last.is(at)) at.remove();
	last.selectEnd();
}

/** Splits the caret's block and puts the blocks between the halves, joining paragraphs at both seams. */
function $insertAround(target: LexicalNode | null, blocks: readonly Block[]): void {
	const nodes = blocks.map($nodeOfBlock);
	if (target === null) {
		$getRoot().append(...nodes);
		$selectAfter(nodes.at(-1));
		return;
	}
	let tail: LexicalNode | null = null;
	if ($isTextBlock(target) && !target.isEmpty()) tail = $splitAtCaret(target);
	else if ($isList(target)) tail = $splitList();
	let anchor = target;
	for (const node of nodes) {
		anchor.insertAfter(node);
		anchor = node;
	}
	$joinSeams(target, nodes, blocks, tail);
}

function $splitAtCaret(block: ElementNode): LexicalNode | null {
	const selection = $getSelection();
	if (!$isRangeSelection(selection) || !block.isAttached()) return null;
	const before = block.getNextSibling();
	selection.insertParagraph();
	const tail = block.getNextSibling();
	return tail?.is(before) ? null : tail;
}

function $splitList(): LexicalNode | null {
	const next = $caretItem()?.getNextSibling();
	const list = next?.getParent();
	return $isListItem(next) && $isList(list) ? $splitListBefore(list, next) : null;
}

function $joinSeams(head: LexicalNode, nodes: LexicalNode[], blocks: readonly Block[], tail: LexicalNode | null): void {
	const first = nodes[0];
	const last = nodes.at(-1);
	let end = last;
	let offset = $isElementNode(last) ? last.getChildrenSize() : 0;
	if ($isTextBlock(head)) {
		const firstBlock = blocks[0];
		if (
			firstBlock &&
			isInline(firstBlock) &&
			$isElementNode(first) &&
			(!head.isEmpty() || $textKind(head) === "title")
		) {
			const size = head.getChildrenSize();
			head.append(...first.getChildren());
			first.remove();
			if (first.is(last)) {
				end = head;
				offset += size;
			}
		} else if (head.isEmpty() && ($textKind(head) !== "title" || $textKind(first) === "title")) head.remove();
	}
	if ($isTextBlock(tail)) {
		const lastBlock = blocks.at(-1);
		if (tail.isEmpty()) tail.remove();
		else if (lastBlock && isInline(lastBlock) && $isElementNode(end) && nodes.length > 1) {
			end.append(...tail.getChildren());
			tail.remove();
		}
	}
	if ($isElementNode(end) && !$isCaptioned(end) && !$isList(end)) end.select(offset, offset);
	else $selectAfter(end);
}

/** Takes whole blocks out and puts the caret where they were. */
export function $removeBlocks(blocks: readonly LexicalNode[]): void {
	const [first] = blocks;
	const neighbour = first?.getPreviousSibling() ?? blocks.at(-1)?.getNextSibling();
	const paragraph = $createTextBlock("paragraph");
	if (neighbour && $isTextBlock(neighbour)) neighbour.selectEnd();
	else {
		first?.insertBefore(paragraph);
		paragraph.select();
	}
	for (const node of blocks) node.remove();
}

/** Caret to where typing goes on after an inserted block. */
export function $selectAfter(node: LexicalNode | null | undefined): void {
	if (!node) return;
	if ($isElementNode(node) && !$isCaptioned(node)) {
		node.selectEnd();
		return;
	}
	const next = node.getNextSibling();
	if ($isTextBlock(next)) next.selectStart();
	else if (next === null) {
		const paragraph = $createTextBlock("paragraph");
		node.insertAfter(paragraph);
		paragraph.select();
	} else $selectBlock(node);
}

/** Puts the caret at the start of a block; a block without text is selected whole. */
export function $caretToBlock(node: LexicalNode): void {
	if ($isElementNode(node)) {
		const selection = $createRangeSelection();
		$setSelection(selection);
		node.selectStart();
	} else $selectBlock(node);
}
