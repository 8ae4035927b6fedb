/** Copy and paste. Whatever is pasted becomes blocks of the document model first; nothing else can get in. */
import { copyToClipboard, type LexicalClipboardData } from "@lexical/clipboard";
import {
	$addUpdateTag,
	$getSelection,
	$isRangeSelection,
	COMMAND_PRIORITY_EDITOR,
	COMMAND_PRIORITY_LOW,
	COPY_COMMAND,
	CUT_COMMAND,
	DRAGOVER_COMMAND,
	DROP_COMMAND,
	defineExtension,
	type LexicalEditor,
	mergeRegister,
	PASTE_COMMAND,
	PASTE_TAG,
} from "lexical";
import { blocksToHtml } from "#domain/story/export/html.ts";
import { safeHref } from "#domain/story/links.ts";
import type { StoryDocument, StoryImage } from "#domain/story/schema.ts";
import { plainText } from "#domain/story/text.ts";
import { STORY_DOCUMENT_VERSION } from "#domain/story/version.ts";
import { INSERT_IMAGE_FILES_COMMAND, SET_LINK_COMMAND } from "../../commands.ts";
import { $isCodeBlock } from "../../nodes/CodeBlockNode.ts";
import { $insertBlocks, $removeBlocks } from "../structure/insert-blocks.ts";
import { $takeSelection, $topBlock, $wholeBlocks } from "../structure/selection.ts";
import type { PastedTexts } from "./read-clipboard.ts";
import { $blocksOfSelection } from "./selected-blocks.ts";

/** Name under which pages of this studio know each other on the clipboard. */
export const PAGE_NAMESPACE = "inkhour";
/** The copied blocks themselves, for pages of this studio; other programs leave it alone. */
const OWN_TYPE = "application/x-inkhour-story";
const PICTURE_TYPE = /^image\/(?:png|jpeg|gif|webp|avif)$/;

/** Code that reads what is pasted. Asked for in good time, a paste does not wait for it. */
export const loadClipboardReader = () => import("./read-clipboard.ts");

/** Where others find a picture: at its own address. One of the library has none outside the studio but its name. */
const imageSource = ({ remoteUrl, assetId }: StoryImage): string | null =>
	(remoteUrl && safeHref(remoteUrl)) || (assetId ? `media/${assetId}` : null);

/** What is selected, in every form it goes onto the clipboard; `null` when nothing is. */
function $selectedData(): LexicalClipboardData | null {
	const blocks = $blocksOfSelection();
	if (blocks.length === 0) return null;
	const document: StoryDocument = { version: STORY_DOCUMENT_VERSION, blocks };
	return {
		"text/plain": plainText(document, { notes: false }),
		"text/html": blocksToHtml(blocks, imageSource, "shown").join("\n") || undefined,
		[OWN_TYPE]: JSON.stringify(document),
	};
}

/** A key stands for a copy where the browser itself sees nothing selected, e.g. a whole picture. */
type CopyEvent = ClipboardEvent | KeyboardEvent | null;

function $copy(editor: LexicalEditor, event: CopyEvent): boolean {
	$takeSelection(editor);
	const data = $selectedData();
	if (data === null) return false;
	event?.preventDefault();
	void copyToClipboard(editor, event !== null && "clipboardData" in event ? event : null, data);
	return true;
}

function $cut(editor: LexicalEditor, event: CopyEvent): boolean {
	if (!$copy(editor, event)) return false;
	const selection = $getSelection();
	if ($isRangeSelection(selection)) selection.removeText();
	else $removeBlocks($wholeBlocks());
	return true;
}

async function pasteTexts(editor: LexicalEditor, texts: PastedTexts): Promise<void> {
	const { pastedBlocks } = await loadClipboardReader();
	const blocks = pastedBlocks(texts);
	editor.update(() => $insertBlocks(blocks), { tag: PASTE_TAG });
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
	$takeSelection(editor);
	const files = pictures(data);
	if (files.length > 0) {
		editor.dispatchCommand(INSERT_IMAGE_FILES_COMMAND, files);
		return true;
	}
	const text = data.getData("text/plain");
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
	void pasteTexts(editor, {
		own: data.getData(OWN_TYPE),
		// An address on its own is an address, however it is dressed.
		html: /^https?:\/\/\S+$/i.test(address) ? "" : data.getData("text/html"),
		text,
	});
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
			editor.registerCommand(COPY_COMMAND, (event) => $copy(editor, event), COMMAND_PRIORITY_LOW),
			editor.registerCommand(CUT_COMMAND, (event) => $cut(editor, event), COMMAND_PRIORITY_LOW),
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
