/**
 * Markdown while typing. Works after the character has landed and as an undo step of its own, so that one
 * undo brings the typed characters back; therefore a listener and not a node transform. Never while composing.
 */
import {
	$addUpdateTag,
	$createTextNode,
	$getSelection,
	$getState,
	$isRangeSelection,
	$isTextNode,
	$setState,
	COLLABORATION_TAG,
	COMMAND_PRIORITY_NORMAL,
	defineExtension,
	type EditorState,
	HISTORIC_TAG,
	HISTORY_PUSH_TAG,
	KEY_ENTER_COMMAND,
	type LexicalEditor,
	type LexicalNode,
	mergeRegister,
	PASTE_TAG,
	type RangeSelection,
	type TextNode,
} from "lexical";
import { newBlockId } from "#domain/story/create.ts";
import { $createStoryLink } from "../../convert/inline.ts";
import { $nodeOfBlock } from "../../convert/to-nodes.ts";
import { $createCodeBlock, $isCodeBlock } from "../../nodes/CodeBlockNode.ts";
import { $createList, $createListItem } from "../../nodes/list.ts";
import { blockIdState, kindState, languageSourceState, startState, type TextKind } from "../../nodes/states.ts";
import { $isTextBlock, $textKind, type TextBlockNode } from "../../nodes/TextBlockNode.ts";
import { $selectAfter } from "../structure/insert-blocks.ts";
import { $topBlock } from "../structure/selection.ts";
import { closedMark, INLINE_TRIGGERS } from "./typed-mark.ts";

interface Typed {
	node: TextNode;
	offset: number;
	character: string;
	selection: RangeSelection;
}

/** The single character typed between two states, if that is all that happened. */
function typed(before: EditorState, after: EditorState): Typed | null {
	const selection = after.read(() => $getSelection());
	const earlier = before.read(() => $getSelection());
	if (!$isRangeSelection(selection) || !$isRangeSelection(earlier)) return null;
	const { anchor } = selection;
	if (!selection.isCollapsed() || anchor.type !== "text" || anchor.offset === 0) return null;
	const sameNode = earlier.anchor.key === anchor.key;
	if (sameNode ? earlier.anchor.offset !== anchor.offset - 1 : anchor.offset !== 1) return null;
	const node = after._nodeMap.get(anchor.key);
	const old = before._nodeMap.get(anchor.key);
	if (!$isTextNode(node)) return null;
	const text = node.__text;
	if ($isTextNode(old) && old.__text.length >= text.length) return null;
	return { node, offset: anchor.offset, character: text.charAt(anchor.offset - 1), selection };
}

const BLOCKS: Readonly<Record<string, TextKind>> = {
	"#": "heading1",
	"##": "heading2",
	"###": "heading2",
	">": "quote",
};

function $replaceWith(block: TextBlockNode, node: LexicalNode): void {
	$setState(node, blockIdState, $getState(block, blockIdState));
	block.replace(node);
}

/** `# `, `> `, `- `, `1. `, ` ``` ` at the start of a paragraph. */
function $blockShortcut(block: TextBlockNode, node: TextNode, offset: number): boolean {
	if ($textKind(block) !== "paragraph" || !node.is(block.getFirstChild()) || node.getFormat() !== 0) return false;
	const prefix = node.getTextContent().slice(0, offset - 1);
	const kind = BLOCKS[prefix];
	const number = /^(\d{1,3})[.)]$/.exec(prefix)?.[1];
	const fence = /^```([\w+#.-]{0,40})$/.exec(prefix);
	if (!kind && prefix !== "-" && prefix !== "*" && number === undefined && !fence) return false;
	node.spliceText(0, offset, "", true);
	if (kind) {
		$setState(block, kindState, kind);
	} else if (fence) {
		const code = $createCodeBlock(fence[1] || null);
		$setState(code, languageSourceState, fence[1] ? "writer" : "none");
		code.append(...block.getChildren());
		$replaceWith(block, code);
		code.selectStart();
	} else {
		const list = $createList(number !== undefined);
		if (number !== undefined && number !== "1") $setState(list, startState, Number(number));
		const item = $createListItem();
		list.append(item.append(...block.getChildren()));
		$replaceWith(block, list);
		item.selectStart();
	}
	return true;
}

/** Of the update that made a separator out of `---`. */
const SEPARATED_TAG = "inkhour/separated";

/** `---` alone in a paragraph. */
function $separatorShortcut(block: TextBlockNode): boolean {
	if ($textKind(block) !== "paragraph" || !/^(?:---|\*\*\*)$/.test(block.getTextContent())) return false;
	const separator = $nodeOfBlock({ id: newBlockId(), type: "separator" });
	block.replace(separator);
	$selectAfter(separator);
	$addUpdateTag(SEPARATED_TAG);
	return true;
}

/** A mark that has just been closed inside one run of text. */
function $markShortcut(node: TextNode, offset: number, selection: RangeSelection): boolean {
	const found = closedMark(node.getTextContent().slice(0, offset));
	if (!found) return false;
	const start = offset - found.length;
	const parts = node.splitText(start, offset);
	const target = start === 0 ? parts[0] : parts[1];
	if (!target) return false;
	const format = target.getFormat();
	const text = $createTextNode(found.text).setFormat(format);
	if (found.mark.bold && !text.hasFormat("bold")) text.toggleFormat("bold");
	if (found.mark.italic && !text.hasFormat("italic")) text.toggleFormat("italic");
	if (found.mark.code && !text.hasFormat("code")) text.toggleFormat("code");
	if (found.mark.strikethrough && !text.hasFormat("strikethrough")) text.toggleFormat("strikethrough");
	if (found.mark.link) {
		const link = $createStoryLink(found.mark.link).append(text);
		target.replace(link);
		link.selectNext(0, 0);
		const after = $getSelection();
		if ($isRangeSelection(after)) after.setFormat(format);
		return true;
	}
	target.replace(text);
	text.select();
	// What is typed next is no longer marked.
	selection.setFormat(format);
	const after = $getSelection();
	if ($isRangeSelection(after)) after.setFormat(format);
	return true;
}

function convert(editor: LexicalEditor, { node, offset, character }: Typed): void {
	editor.update(
		() => {
			const selection = $getSelection();
			const latest = node.isAttached() ? node.getLatest() : null;
			if (!latest || !$isRangeSelection(selection) || !selection.isCollapsed()) return;
			const block = $topBlock(latest);
			if ($isCodeBlock(block) || latest.hasFormat("code") || latest.isToken()) return;
			if (character === " " && $isTextBlock(block) && $blockShortcut(block, latest, offset)) return;
			if ((character === "-" || character === "*") && $isTextBlock(block) && $separatorShortcut(block)) return;
			if (INLINE_TRIGGERS.has(character)) $markShortcut(latest, offset, selection);
		},
		{ tag: HISTORY_PUSH_TAG },
	);
}

/** Many end `---` with Enter: the line they want is there already. Any other change, or the caret elsewhere, ends that. */
function registerSeparatorEnter(editor: LexicalEditor): () => void {
	let fresh: EditorState | null = null;
	return mergeRegister(
		editor.registerUpdateListener(({ tags, dirtyElements, dirtyLeaves, editorState }) => {
			if (tags.has(SEPARATED_TAG)) fresh = editorState;
			else if (fresh && (dirtyElements.size > 0 || dirtyLeaves.size > 0 || !sameSelection(fresh, editorState)))
				fresh = null;
		}),
		editor.registerCommand(
			KEY_ENTER_COMMAND,
			(event) => {
				if (!fresh || event?.isComposing) return false;
				fresh = null;
				event?.preventDefault();
				return true;
			},
			COMMAND_PRIORITY_NORMAL,
		),
	);
}

function sameSelection(one: EditorState, other: EditorState): boolean {
	const selection = one._selection;
	return selection?.is(other._selection) ?? false;
}

export const MarkdownExtension = defineExtension({
	name: "inkhour/markdown",
	register: (editor) =>
		mergeRegister(
			registerSeparatorEnter(editor),
			editor.registerUpdateListener(({ tags, dirtyLeaves, editorState, prevEditorState }) => {
				if (dirtyLeaves.size === 0 || editor.isComposing()) return;
				if (tags.has(HISTORIC_TAG) || tags.has(COLLABORATION_TAG) || tags.has(PASTE_TAG)) return;
				const found = typed(prevEditorState, editorState);
				if (found && (found.character === " " || found.character === "-" || INLINE_TRIGGERS.has(found.character)))
					convert(editor, found);
			}),
		),
});
