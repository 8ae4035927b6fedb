/** Shape of the page: turning, moving, selecting and deleting whole blocks; what Enter and Backspace do at their edges. */
import {
	$createRangeSelection,
	$getNearestNodeFromDOMNode,
	$getSelection,
	$isElementNode,
	$isNodeSelection,
	$isRangeSelection,
	$isRootNode,
	$setSelection,
	CLICK_COMMAND,
	COMMAND_PRIORITY_EDITOR,
	COMMAND_PRIORITY_LOW,
	defineExtension,
	KEY_ARROW_DOWN_COMMAND,
	KEY_BACKSPACE_COMMAND,
	KEY_DELETE_COMMAND,
	KEY_ENTER_COMMAND,
	type LexicalNode,
	mergeRegister,
	type RangeSelection,
	RootNode,
} from "lexical";
import { CYCLE_QUOTE_COMMAND, INSERT_BLOCK_COMMAND, MOVE_BLOCK_COMMAND, SET_BLOCK_COMMAND } from "../../commands.ts";
import { $isCaptioned, $selectBlock, FACE_CLASS } from "../../nodes/CaptionedNode.ts";
import { $isCard } from "../../nodes/CardNode.ts";
import { $createList, $isListItem } from "../../nodes/list.ts";
import { $createTextBlock, $isTextBlock, $textKind } from "../../nodes/TextBlockNode.ts";
import { $arrowDown, $enter } from "./enter.ts";
import { $insertBlocks, $removeBlocks } from "./insert-blocks.ts";
import { $moveBlocks } from "./move.ts";
import { $atEnd, $atStart, $caretBlock, $selectedBlocks, $topBlock, $wholeBlocks } from "./selection.ts";
import { $setBlocks } from "./set-block.ts";

const $isObject = (node: LexicalNode | null) => $isCaptioned(node) || $isCard(node);

export const StructureExtension = defineExtension({
	name: "inkhour/structure",
	register: (editor) =>
		mergeRegister(
			editor.registerNodeTransform(RootNode, $onlyBlocks),
			editor.registerCommand(
				SET_BLOCK_COMMAND,
				(choice) => {
					$setBlocks(choice);
					return true;
				},
				COMMAND_PRIORITY_EDITOR,
			),
			editor.registerCommand(
				CYCLE_QUOTE_COMMAND,
				() => {
					const [first] = $selectedBlocks();
					const kind = $textKind(first);
					$setBlocks(kind === "quote" ? "pullQuote" : kind === "pullQuote" ? "paragraph" : "quote");
					return true;
				},
				COMMAND_PRIORITY_EDITOR,
			),
			editor.registerCommand(
				INSERT_BLOCK_COMMAND,
				(block) => {
					$insertBlocks([block]);
					return true;
				},
				COMMAND_PRIORITY_EDITOR,
			),
			editor.registerCommand(MOVE_BLOCK_COMMAND, $moveBlocks, COMMAND_PRIORITY_EDITOR),
			editor.registerCommand(KEY_ENTER_COMMAND, $enter, COMMAND_PRIORITY_LOW),
			editor.registerCommand(KEY_ARROW_DOWN_COMMAND, $arrowDown, COMMAND_PRIORITY_LOW),
			editor.registerCommand(KEY_BACKSPACE_COMMAND, (event) => $erase(event, true), COMMAND_PRIORITY_LOW),
			editor.registerCommand(KEY_DELETE_COMMAND, (event) => $erase(event, false), COMMAND_PRIORITY_LOW),
			editor.registerCommand(CLICK_COMMAND, $click, COMMAND_PRIORITY_LOW),
			editor.registerUpdateListener(({ editorState }) => {
				const selected = new Set(editorState.read(() => $wholeBlocks().map((node) => node.getKey())));
				const root = editor.getRootElement();
				if (root === null) return;
				for (const element of root.querySelectorAll("[data-selected]")) element.removeAttribute("data-selected");
				for (const key of selected) editor.getElementByKey(key)?.setAttribute("data-selected", "");
			}),
		),
});

/** Whatever strays to the top level is wrapped; a page is never without a block. */
function $onlyBlocks(root: RootNode): void {
	if (root.isEmpty()) {
		const title = $createTextBlock("title");
		root.append(title, $createTextBlock("paragraph"));
		if ($getSelection() !== null) title.select();
		return;
	}
	for (const child of root.getChildren()) {
		if ($isListItem(child)) {
			const list = $createList(false);
			child.insertBefore(list);
			list.append(child);
		} else if ($isElementNode(child) ? child.isInline() : !$isCard(child)) {
			const paragraph = $createTextBlock("paragraph");
			child.insertBefore(paragraph);
			paragraph.append(child);
		}
	}
}

/** Backspace and Delete next to a picture or card select it first; on a selected one they remove it. */
function $erase(event: KeyboardEvent, backward: boolean): boolean {
	const whole = $wholeBlocks();
	if (whole.length > 0) {
		event.preventDefault();
		$removeBlocks(whole);
		return true;
	}
	const selection = $getSelection();
	const block = $caretBlock();
	if (!$isRangeSelection(selection) || block === null || !$isRootNode(block.getParent())) return false;
	const neighbour = backward ? block.getPreviousSibling() : block.getNextSibling();
	if (backward && $collapseAtStart(selection)) {
		event.preventDefault();
		return true;
	}
	const atEdge = backward ? $atStart(selection, block) : $atEnd(selection, block);
	if (!atEdge || !$isObject(neighbour) || neighbour === null) return false;
	event.preventDefault();
	if ($isTextBlock(block) && block.isEmpty()) block.remove();
	$selectBlock(neighbour);
	return true;
}

/** Backspace at the start of a marked block takes the mark away before anything is joined. Lexical asks only on the first line. */
function $collapseAtStart(selection: RangeSelection): boolean {
	let node: LexicalNode | null = selection.anchor.getNode();
	while (node !== null && !$isListItem(node) && !$isRootNode(node.getParent())) node = node.getParent();
	if (node === null || !$isElementNode(node) || !$atStart(selection, node)) return false;
	return $textKind(node) === "paragraph" ? false : node.collapseAtStart(selection);
}

/** A click on a card or on the face of a picture selects the block. */
function $click(event: MouseEvent): boolean {
	if (!(event.target instanceof HTMLElement)) return false;
	if (event.target.closest("button, input, textarea, select, a")) return false;
	if ($isNodeSelection($getSelection()) && event.target.closest("figcaption")) {
		// Lexical keeps a block selected when it is clicked; its caption is text.
		const clicked = event.target.ownerDocument.getSelection();
		if (!clicked || clicked.rangeCount === 0) return false;
		const selection = $createRangeSelection();
		selection.applyDOMRange(clicked.getRangeAt(0));
		$setSelection(selection);
		return true;
	}
	const node = $getNearestNodeFromDOMNode(event.target);
	const block = node && $topBlock(node);
	const onFace = event.target.closest(`.${FACE_CLASS}`) !== null;
	if (!block || !($isCard(block) || ($isCaptioned(block) && onFace))) return false;
	$selectBlock(block);
	return true;
}
