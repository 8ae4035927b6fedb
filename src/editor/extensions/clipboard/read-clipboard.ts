/** Pasted texts as checked blocks. Loaded when the page stands: the schema and the HTML parser are large. */
import { newBlockId } from "#domain/story/create.ts";
import { parseStoryDocument, parseStoryDocumentJson } from "#domain/story/parse.ts";
import type { Block } from "#domain/story/schema.ts";
import { looksLikeMarkdown, markdownBlocks, plainBlocks } from "../markdown/markdown-blocks.ts";
import { htmlBlocks } from "./html-blocks.ts";

export interface PastedTexts {
	/** JSON of the document another page of the studio put there; empty when there is none. */
	own: string;
	html: string;
	text: string;
}

/** Checked canonical blocks; unreadable ones are dropped whole. Ids that are empty are given. */
function checked(blocks: readonly Block[]): Block[] {
	try {
		const named = blocks.map((block) => (block.id === "" ? { ...block, id: newBlockId() } : block));
		return parseStoryDocument({ version: 1, blocks: named }).blocks;
	} catch {
		return [];
	}
}

function ownBlocks(json: string): Block[] {
	try {
		return json === "" ? [] : parseStoryDocumentJson(json).blocks;
	} catch {
		return [];
	}
}

/** Canonical blocks of what is on the clipboard, from the text that says most. */
export function pastedBlocks({ own, html, text }: PastedTexts): Block[] {
	const ours = ownBlocks(own);
	if (ours.length > 0) return ours;
	if (html !== "") {
		const blocks = checked(htmlBlocks(html));
		// Some programs wrap plain Markdown in HTML; then the text says more.
		if (blocks.length > 0 && !(blocks.every((block) => block.type === "paragraph") && looksLikeMarkdown(text)))
			return blocks;
	}
	const blocks = looksLikeMarkdown(text) ? checked(markdownBlocks(text)) : [];
	return blocks.length > 0 ? blocks : checked(plainBlocks(text));
}
