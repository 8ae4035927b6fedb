/** What is selected on the page, as blocks of the document. Only reads. */
import {
	$getSelection,
	$isElementNode,
	$isNodeSelection,
	$isRangeSelection,
	$isTextNode,
	type LexicalNode,
	type PointType,
	type RangeSelection,
} from "lexical";
import { canonicalText } from "#domain/story/canonical.ts";
import { newBlockId } from "#domain/story/create.ts";
import type { Block, ListItem, Span } from "#domain/story/schema.ts";
import { $spansOf, type Part, WHOLE } from "../../convert/inline.ts";
import { $blockOfNode } from "../../convert/to-blocks.ts";
import { $isCaptioned } from "../../nodes/CaptionedNode.ts";
import { $isCodeBlock } from "../../nodes/CodeBlockNode.ts";
import { $isList, $isListItem } from "../../nodes/list.ts";
import { $isTextBlock, $textKind } from "../../nodes/TextBlockNode.ts";
import { $selectedBlocks, $topBlock, $wholeBlocks } from "../structure/selection.ts";

function lengthOf(node: LexicalNode): number {
	if ($isElementNode(node)) return node.getChildren().reduce((sum, child) => sum + lengthOf(child), 0);
	return $isTextNode(node) ? node.getTextContentSize() : 1;
}

/** Where a point is in the text of `node`; `null` when it is elsewhere. */
function $offsetIn(node: LexicalNode, point: PointType): number | null {
	const own = node.getKey() === point.key;
	if (!$isElementNode(node)) return own ? point.offset : null;
	let before = 0;
	for (const [index, child] of node.getChildren().entries()) {
		if (own && index === point.offset) return before;
		const inside = $offsetIn(child, point);
		if (inside !== null) return before + inside;
		before += lengthOf(child);
	}
	return own ? before : null;
}

interface Ends {
	start: PointType;
	end: PointType;
}

/** The selected part of a node's text. A node without an end of the selection in it is selected whole. */
function $partOf(node: LexicalNode, { start, end }: Ends): Part {
	return { from: $offsetIn(node, start) ?? 0, to: $offsetIn(node, end) ?? lengthOf(node) };
}

const isWhole = (part: Part, node: LexicalNode) => part.from === 0 && part.to >= lengthOf(node);

const paragraph = (spans: Span[]): Block => ({ id: newBlockId(), type: "paragraph", spans });

function $listPart(node: LexicalNode, block: Block & { type: "list" }, ends: Ends): Block {
	if (!$isList(node)) return block;
	const items = node.getChildren().filter($isListItem);
	const first = items.findIndex((item) => $offsetIn(item, ends.start) !== null);
	const last = items.findIndex((item) => $offsetIn(item, ends.end) !== null);
	const kept: ListItem[] = [];
	for (const [index, item] of items.entries()) {
		if (index < first || (last >= 0 && index > last)) continue;
		const part = $partOf(item, ends);
		// An end that touches an item takes nothing of it.
		if (part.from === part.to && lengthOf(item) > 0 && (index === first || index === last)) continue;
		kept.push({ spans: $spansOf(item.getChildren(), part), depth: block.items[index]?.depth ?? 0 });
	}
	const [only] = kept;
	if (!only) return paragraph([]);
	// Words out of one item are words, not a list.
	if (first >= 0 && first === last && !isWhole($partOf(node, ends), node)) return paragraph(only.spans);
	const start = block.ordered && first > 0 ? undefined : block.start;
	const { start: _, ...list } = block;
	return { ...list, items: kept, ...(start === undefined ? {} : { start }) };
}

/** The selected part of one top-level block; `null` when it is only touched. */
function $blockPart(node: LexicalNode, ends: Ends, alone: boolean): Block | null {
	const block = $blockOfNode(node);
	if (block === null) return null;
	const part = $partOf(node, ends);
	const whole = isWhole(part, node);
	if (part.from === part.to && lengthOf(node) > 0) return null;
	if (block.type === "list") return $listPart(node, block, ends);
	if ($isCodeBlock(node) && block.type === "code") {
		if (whole) return block;
		const text = canonicalText(node.getTextContent().slice(part.from, part.to));
		return alone && !text.includes("\n") ? paragraph([{ text }]) : { ...block, text };
	}
	// Words of a caption are words; the picture comes along with the whole of them.
	if ($isCaptioned(node)) return alone || !whole ? paragraph($spansOf(node.getChildren(), part)) : block;
	if (!$isTextBlock(node) || !("spans" in block)) return block;
	const kind = $textKind(node);
	const headOfStory = kind === "title" || kind === "subtitle" || kind === "kicker";
	const spans = $spansOf(node.getChildren(), whole ? WHOLE : part);
	if (alone && (!whole || headOfStory)) return paragraph(spans);
	return { ...block, spans };
}

function ends(selection: RangeSelection): Ends {
	const { anchor, focus } = selection;
	return selection.isBackward() ? { start: focus, end: anchor } : { start: anchor, end: focus };
}

/** Canonical blocks of what is selected; words out of one block are a paragraph. Empty when nothing is. */
export function $blocksOfSelection(): Block[] {
	const selection = $getSelection();
	if ($isNodeSelection(selection)) return $wholeBlocks().flatMap((node) => $blockOfNode(node) ?? []);
	if (!$isRangeSelection(selection) || selection.isCollapsed()) return [];
	const between = ends(selection);
	const touched = $selectedBlocks();
	const parts = (alone: boolean) => touched.flatMap((node) => $blockPart(node, between, alone) ?? []);
	const alone = $topBlock(selection.anchor.getNode())?.is($topBlock(selection.focus.getNode())) ?? false;
	const blocks = parts(alone);
	// A selection that ends before the first letter of the next block is of one block.
	return !alone && blocks.length === 1 ? parts(true) : blocks;
}
