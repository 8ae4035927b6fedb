/** Reading a document as text: for search, counts, titles and excerpts. */
import type { Block, BlockType, Span, StoryDocument } from "./schema.ts";

/** Every run of white space as one space. */
export const collapseSpace = (text: string) => text.replace(/\s{2,}|[^\S ]/g, " ");

export function spansText(spans: readonly Span[]): string {
	let text = "";
	for (const span of spans) text += span.text;
	return text;
}

/** Every piece of text in a block, one entry a line, captions and alt text included. */
export function blockTextParts(block: Block): string[] {
	switch (block.type) {
		case "list":
			return block.items.map((item) => spansText(item.spans));
		case "code":
			return [block.text];
		case "figure":
			return [spansText(block.caption), block.image.alt];
		case "gallery":
			return [spansText(block.caption), ...block.images.map((image) => image.alt)];
		case "embed":
			return [spansText(block.caption)];
		case "linkCard":
			return [block.title, block.description];
		case "table":
			return block.rows.flatMap((row) => row.map(spansText));
		case "separator":
			return [];
		default:
			return [spansText(block.spans)];
	}
}

/** The whole document as plain text, blocks separated by blank lines. Notes to self are left out on request. */
export function plainText(document: StoryDocument, options: { notes: boolean } = { notes: true }): string {
	const parts: string[] = [];
	for (const block of document.blocks) {
		if (block.type === "note" && !options.notes) continue;
		let before = "\n\n";
		for (const part of blockTextParts(block)) {
			if (part === "") continue;
			if (parts.length > 0) parts.push(before);
			parts.push(part);
			before = "\n";
		}
	}
	return parts.join("");
}

function firstText(document: StoryDocument, type: BlockType): string {
	for (const block of document.blocks)
		if (block.type === type) {
			const text = blockTextParts(block).join(" ").trim();
			if (text !== "") return text;
		}
	return "";
}

/** Text of the title block; empty when the story has none. */
export function storyTitle(document: StoryDocument): string {
	return collapseSpace(firstText(document, "title"));
}

export function storySubtitle(document: StoryDocument): string {
	return collapseSpace(firstText(document, "subtitle"));
}

/** At most `limit` UTF-16 units and an ellipsis, cut at a word. */
function cutAtWord(text: string, limit: number): string {
	if (text.length <= limit) return text;
	const cut = text.slice(0, limit).toWellFormed();
	const space = cut.lastIndexOf(" ");
	return `${(space > limit / 2 ? cut.slice(0, space) : cut).replace(/\uFFFD$/, "")}…`;
}

/** UTF-16 units of the first words that stand for a name. */
const NAME_LENGTH = 80;

/** What a story without a title and a name goes by: its first words. @param excerpt see {@link storyExcerpt} */
export const nameFromWords = (excerpt: string): string => cutAtWord(excerpt, NAME_LENGTH);

/** The first words of the body, at most `limit` UTF-16 units, cut at a word. */
export function storyExcerpt(document: StoryDocument, limit = 200): string {
	for (const type of ["paragraph", "quote", "list", "heading"] as const) {
		const text = collapseSpace(firstText(document, type));
		if (text !== "") return cutAtWord(text, limit);
	}
	return "";
}
