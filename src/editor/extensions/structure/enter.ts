/** What Enter does where Lexical's answer is not the writer's. */
import {
	$getSelection,
	$isLineBreakNode,
	$isRangeSelection,
	$isTextNode,
	$setState,
	type LexicalNode,
	type RangeSelection,
} from "lexical";
import { newBlockId } from "#domain/story/create.ts";
import { $nodeOfBlock } from "../../convert/to-nodes.ts";
import { $createCodeBlock, $isCodeBlock, type CodeBlockNode } from "../../nodes/CodeBlockNode.ts";
import { $isList, $isListItem, $outdentItem } from "../../nodes/list.ts";
import { kindState, languageSourceState } from "../../nodes/states.ts";
import { $createTextBlock, $isTextBlock, $textKind, type TextBlockNode } from "../../nodes/TextBlockNode.ts";
import { $selectAfter } from "./insert-blocks.ts";
import { $atEnd, $caretBlock, $topBlock, $wholeBlocks } from "./selection.ts";

const LONE_URL = /^https?:\/\/\S+$/i;
const FENCE = /^```([\w+#.-]{0,40})$/;

/** Returns whether Enter was dealt with. */
export function $enter(event: KeyboardEvent | null): boolean {
	if (event?.shiftKey || event?.isComposing) return false;
	const leaves = event?.ctrlKey || event?.metaKey;
	const done = (leaves && $leaveCode()) || $enterWhole() || $enterCaret();
	if (done) event?.preventDefault();
	return done;
}

/** ArrowDown on the last line of code that ends the story. Returns whether it was dealt with. */
export function $arrowDown(event: KeyboardEvent): boolean {
	if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
	const selection = $getSelection();
	const code = $caretBlock();
	if (!$isRangeSelection(selection) || !$isCodeBlock(code) || code.getNextSibling() !== null) return false;
	const { anchor } = selection;
	const node = anchor.getNode();
	const after = node.is(code) ? code.getChildren().slice(anchor.offset) : node.getNextSiblings();
	if (after.some($isLineBreakNode) || !$leaveCode()) return false;
	event.preventDefault();
	return true;
}

/** From code to the empty paragraph below it, which is made when it is not there. */
function $leaveCode(): boolean {
	const code = $caretBlock();
	if (!$isCodeBlock(code)) return false;
	const next = code.getNextSibling();
	if ($isTextBlock(next) && $textKind(next) === "paragraph" && next.isEmpty()) next.select();
	else $paragraphAfter(code);
	return true;
}

function $paragraphAfter(block: LexicalNode): void {
	const paragraph = $createTextBlock("paragraph");
	block.insertAfter(paragraph);
	paragraph.select();
}

/** On a selected picture or card: a new paragraph after it. */
function $enterWhole(): boolean {
	const last = $wholeBlocks().at(-1);
	if (!last) return false;
	$paragraphAfter(last);
	return true;
}

function $enterCaret(): boolean {
	const selection = $getSelection();
	if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
	const block = $topBlock(selection.anchor.getNode());
	if ($isCodeBlock(block)) return $enterCode(selection, block);
	if ($isList(block)) return $enterList(selection);
	return $isTextBlock(block) && $enterText(selection, block);
}

function $enterText(selection: RangeSelection, block: TextBlockNode): boolean {
	const kind = $textKind(block);
	const text = block.getTextContent();
	const next = block.getNextSibling();
	if ((kind === "title" || kind === "subtitle" || kind === "kicker") && $atEnd(selection, block)) {
		// The next line is already there: go to it.
		const nextKind = $textKind(next);
		if ($isTextBlock(next) && (next.isEmpty() || (kind === "kicker" && nextKind === "title"))) {
			next.selectStart();
			return true;
		}
		return false;
	}
	if (kind !== "paragraph") {
		if (!block.isEmpty()) return false;
		$setState(block, kindState, "paragraph");
		return true;
	}
	if (!$atEnd(selection, block)) return false;
	const fence = FENCE.exec(text);
	if (fence) {
		const code = $createCodeBlock(fence[1] || null);
		$setState(code, languageSourceState, fence[1] ? "writer" : "none");
		block.replace(code);
		code.select();
		return true;
	}
	if (!LONE_URL.test(text.trim()) || !URL.canParse(text.trim())) return false;
	const embed = $nodeOfBlock({ id: newBlockId(), type: "embed", url: text.trim(), kind: "url", caption: [] });
	block.replace(embed);
	$selectAfter(embed);
	return true;
}

function $enterList(selection: RangeSelection): boolean {
	let node: LexicalNode | null = selection.anchor.getNode();
	while (node !== null && !$isListItem(node)) node = node.getParent();
	if (node === null || !node.isEmpty()) return false;
	$outdentItem(node);
	return true;
}

/** Two lines without a word, at the end or all there is. An indent of its own does not fill a line. */
const EMPTY_LINES = /(?:^|\n)[\t ]*\n[\t ]*$/;

/** A line break with the same indent; on the second empty line at the end Enter leaves the code. */
function $enterCode(selection: RangeSelection, code: CodeBlockNode): boolean {
	if ($atEnd(selection, code) && EMPTY_LINES.test(code.getTextContent())) {
		for (let breaks = 0, last = code.getLastChild(); last !== null && breaks < 2; last = code.getLastChild()) {
			if ($isLineBreakNode(last)) breaks += 1;
			last.remove();
		}
		$paragraphAfter(code);
		return true;
	}
	const indent = $indentOfLine(selection);
	selection.insertLineBreak();
	if (indent !== "") selection.insertText(indent);
	return true;
}

function $indentOfLine(selection: RangeSelection): string {
	if (selection.anchor.type !== "text") return "";
	let node: LexicalNode = selection.anchor.getNode();
	let text = node.getTextContent().slice(0, selection.anchor.offset);
	for (let before = node.getPreviousSibling(); $isTextNode(before); before = node.getPreviousSibling()) {
		text = before.getTextContent() + text;
		node = before;
	}
	return /^[\t ]*/.exec(text)?.[0] ?? "";
}
