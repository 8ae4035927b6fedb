/** Turning blocks into other blocks. */
import {
	$getSelection,
	$getState,
	$isElementNode,
	$isLineBreakNode,
	$isTextNode,
	$setState,
	type ElementNode,
	type LexicalNode,
} from "lexical";
import type { BlockChoice } from "../../commands.ts";
import { $codeLines } from "../../convert/to-nodes.ts";
import { $createCodeBlock, $isCodeBlock } from "../../nodes/CodeBlockNode.ts";
import { $createList, $createListItem, $isList, $isListItem } from "../../nodes/list.ts";
import { blockIdState, dropCapState, kindState, orderedState } from "../../nodes/states.ts";
import { $createTextBlock, $isTextBlock } from "../../nodes/TextBlockNode.ts";
import { $selectedBlocks } from "./selection.ts";

/** What a block is now, in the words of {@link BlockChoice}; `null` for pictures, cards and the like. */
export function $choiceOf(node: LexicalNode): BlockChoice | null {
	if ($isTextBlock(node)) return $getState(node, kindState);
	if ($isList(node)) return $getState(node, orderedState) ? "numberedList" : "bulletList";
	return $isCodeBlock(node) ? "code" : null;
}

/** Turns the selected blocks into `choice`; when all are that already, into paragraphs. */
export function $setBlocks(choice: BlockChoice): void {
	const blocks = $selectedBlocks().filter((node) => $choiceOf(node) !== null);
	if (blocks.length === 0) return;
	const target = blocks.every((node) => $choiceOf(node) === choice) ? "paragraph" : choice;
	if (target === "bulletList" || target === "numberedList") $makeList(blocks, target === "numberedList");
	else if (target === "code") $makeCode(blocks);
	else for (const block of blocks) $makeText(block, target);
}

/** Lines of a block: list items one by one, everything else whole. */
function $lines(block: LexicalNode): ElementNode[] {
	if ($isList(block)) return block.getChildren().filter($isListItem);
	return $isElementNode(block) ? [block] : [];
}

function $moveChildren(from: ElementNode, to: ElementNode): void {
	const selection = $getSelection();
	const anchored = selection?.getStartEndPoints?.()?.some((point) => point.key === from.getKey()) ?? false;
	to.append(...from.getChildren());
	if (anchored) to.select();
}

function $makeText(block: LexicalNode, kind: Exclude<BlockChoice, "bulletList" | "numberedList" | "code">): void {
	if ($isTextBlock(block)) {
		$setState(block, kindState, kind);
		if (kind !== "paragraph") $setState(block, dropCapState, false);
		return;
	}
	const id = $getState(block, blockIdState);
	$lines(block).forEach((line, index) => {
		const text = $createTextBlock(kind, index === 0 ? id : "");
		block.insertBefore(text);
		$moveChildren(line, text);
	});
	block.remove();
}

function $makeList(blocks: readonly LexicalNode[], ordered: boolean): void {
	const first = blocks[0];
	if (!first) return;
	if (blocks.length === 1 && $isList(first)) {
		$setState(first, orderedState, ordered);
		return;
	}
	const list = $createList(ordered, $getState(first, blockIdState));
	first.insertBefore(list);
	for (const block of blocks) {
		for (const line of $lines(block)) {
			if ($isListItem(line)) {
				list.append(line);
				continue;
			}
			const item = $createListItem();
			list.append(item);
			$moveChildren(line, item);
		}
		block.remove(true);
	}
}

function $makeCode(blocks: readonly LexicalNode[]): void {
	const first = blocks[0];
	if (!first) return;
	const text = blocks.flatMap($lines).map((line) => line.getTextContent());
	const code = $createCodeBlock(null, $getState(first, blockIdState)).append(...$codeLines(text.join("\n")));
	first.insertBefore(code);
	for (const block of blocks) block.remove(true);
	code.selectEnd();
}

/** Code holds plain text and line breaks only. */
export function $plainCode(code: ElementNode): void {
	const plain = code
		.getChildren()
		.every((child) => $isLineBreakNode(child) || ($isTextNode(child) && child.getFormat() === 0));
	if (plain) return;
	for (const child of code.getChildren()) {
		if ($isTextNode(child)) child.setFormat(0);
		else if ($isElementNode(child)) {
			const inner = child.getChildren();
			for (const node of inner) {
				if ($isTextNode(node)) node.setFormat(0);
				child.insertBefore(node);
			}
			child.remove();
		}
	}
}
