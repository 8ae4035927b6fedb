/** Copy and paste. Whatever is pasted becomes blocks of the document model first; nothing else can get in. */
import { $generateNodesFromSerializedNodes } from "@lexical/clipboard";
import {
	$addUpdateTag,
	$getSelection,
	$isElementNode,
	$isRangeSelection,
	COMMAND_PRIORITY_EDITOR,
	COMMAND_PRIORITY_LOW,
	DRAGOVER_COMMAND,
	DROP_COMMAND,
	defineExtension,
	type LexicalEditor,
	type LexicalNode,
	mergeRegister,
	PASTE_COMMAND,
	PASTE_TAG,
} from "lexical";
import { newBlockId } from "#domain/story/create.ts";
import { parseStoryDocument } from "#domain/story/parse.ts";
import type { Block } from "#domain/story/schema.ts";
import { INSERT_IMAGE_FILES_COMMAND, SET_LINK_COMMAND } from "../../commands.ts";
import { $spansOf } from "../../convert/inline.ts";
import { $blockOfNode } from "../../convert/to-blocks.ts";
import { $isCodeBlock } from "../../nodes/CodeBlockNode.ts";
import { $createList, $isListItem } from "../../nodes/list.ts";
import { looksLikeMarkdown, markdownBlocks, plainBlocks } from "../markdown/markdown-blocks.ts";
import { $insertBlocks } from "../structure/insert-blocks.ts";
import { $topBlock } from "../structure/selection.ts";

/** Name under which pages of this studio know each other on the clipboard. */
export const PAGE_NAMESPACE = "inkhour";
const LEXICAL_TYPE = "application/x-lexical-editor";
const PICTURE_TYPE = /^image\/(?:png|jpeg|gif|webp|avif)$/;

/** Checked canonical blocks; unreadable ones are dropped whole. Ids that are empty are given. */
function checked(blocks: readonly Block[]): Block[] {
	try {
		const named = blocks.map((block) => (block.id === "" ? { ...block, id: newBlockId() } : block));
		return parseStoryDocument({ version: 1, blocks: named }).blocks;
	} catch {
		return [];
	}
}

/** Blocks another page of this studio put on the clipboard. Call inside an update. */
function $ownBlocks(json: string): Block[] {
	let data: unknown;
	try {
		data = JSON.parse(json);
	} catch {
		return [];
	}
	if (typeof data !== "object" || data === null || !("namespace" in data) || !("nodes" in data)) return [];
	if (data.namespace !== PAGE_NAMESPACE || !Array.isArray(data.nodes)) return [];
	let nodes: LexicalNode[];
	try {
		nodes = $generateNodesFromSerializedNodes(data.nodes);
	} catch {
		return [];
	}
	const blocks: Block[] = [];
	let inline: LexicalNode[] = [];
	const endLine = () => {
		if (inline.length > 0) blocks.push({ id: newBlockId(), type: "paragraph", spans: $spansOf(inline) });
		inline = [];
	};
	for (const node of nodes) {
		const block = $blockOfNode($isListItem(node) ? $createList(false).append(node) : node);
		if (block === null) inline.push(...($isElementNode(node) && !node.isInline() ? node.getChildren() : [node]));
		else {
			endLine();
			blocks.push(block);
		}
	}
	endLine();
	return checked(blocks);
}

function paste(editor: LexicalEditor, read: () => Block[]): void {
	editor.update(
		() => {
			$addUpdateTag(PASTE_TAG);
			$insertBlocks(read());
		},
		{ tag: PASTE_TAG },
	);
}

function pasteText(editor: LexicalEditor, text: string): void {
	paste(editor, () => checked(looksLikeMarkdown(text) ? markdownBlocks(text) : plainBlocks(text)));
}

async function pasteHtml(editor: LexicalEditor, html: string, text: string): Promise<void> {
	const { htmlBlocks } = await import("./html-blocks.ts");
	const blocks = checked(htmlBlocks(html));
	// Some programs wrap plain Markdown in HTML; then the text says more.
	if (blocks.length > 0 && !(blocks.every((block) => block.type === "paragraph") && looksLikeMarkdown(text)))
		paste(editor, () => blocks);
	else pasteText(editor, text);
}

function $inCode(): boolean {
	const selection = $getSelection();
	return $isRangeSelection(selection) && $isCodeBlock($topBlock(selection.anchor.getNode()));
}

/** Picture files, unless the clipboard also holds real text (a table copied from a sheet comes with its picture). */
function pictures(data: DataTransfer): File[] {
	const files = [...data.files].filter((file) => PICTURE_TYPE.test(file.type));
	if (files.length === 0) return [];
	return data.getData("text/plain").trim() === "" ? files : [];
}

function $paste(editor: LexicalEditor, event: ClipboardEvent): boolean {
	const data = event.clipboardData;
	if (!data) return false;
	event.preventDefault();
	const files = pictures(data);
	if (files.length > 0) {
		editor.dispatchCommand(INSERT_IMAGE_FILES_COMMAND, files);
		return true;
	}
	const text = data.getData("text/plain");
	const html = data.getData("text/html");
	const selection = $getSelection();
	const address = text.trim();
	if ($inCode()) {
		$addUpdateTag(PASTE_TAG);
		if ($isRangeSelection(selection)) selection.insertRawText(text.replace(/\r\n?/g, "\n"));
		return true;
	}
	if (
		$isRangeSelection(selection) &&
		!selection.isCollapsed() &&
		/^https?:\/\/\S+$/i.test(address) &&
		URL.canParse(address) &&
		$topBlock(selection.anchor.getNode())?.is($topBlock(selection.focus.getNode()))
	) {
		editor.dispatchCommand(SET_LINK_COMMAND, address);
		return true;
	}
	const own = $ownBlocks(data.getData(LEXICAL_TYPE));
	if (own.length > 0) {
		$addUpdateTag(PASTE_TAG);
		$insertBlocks(own);
	} else if (html !== "" && !/^https?:\/\/\S+$/i.test(address)) void pasteHtml(editor, html, text);
	else pasteText(editor, text);
	return true;
}

function $drop(editor: LexicalEditor, event: DragEvent): boolean {
	const files = [...(event.dataTransfer?.files ?? [])].filter((file) => PICTURE_TYPE.test(file.type));
	if (files.length === 0) return false;
	event.preventDefault();
	editor.dispatchCommand(INSERT_IMAGE_FILES_COMMAND, files);
	return true;
}

export const ClipboardExtension = defineExtension({
	name: "inkhour/clipboard",
	register: (editor) =>
		mergeRegister(
			editor.registerCommand(
				PASTE_COMMAND,
				(event) => "clipboardData" in event && $paste(editor, event),
				COMMAND_PRIORITY_LOW,
			),
			editor.registerCommand(DROP_COMMAND, (event) => $drop(editor, event), COMMAND_PRIORITY_LOW),
			editor.registerCommand(
				DRAGOVER_COMMAND,
				(event) => {
					if (!event.dataTransfer?.types.includes("Files")) return false;
					event.preventDefault();
					return true;
				},
				COMMAND_PRIORITY_EDITOR,
			),
		),
});
