/** Canonical form: what two equal texts always look like, so that hashes and comparisons mean something. */
import type { Block, Span, StoryDocument, StoryImage } from "./schema.ts";

/** Control characters but tab and line feed; the carriage return is one of them. */
const CONTROL = /[^\P{Cc}\t\n]/u;
const CONTROLS = new RegExp(CONTROL, "gu");

/** Well-formed UTF-16, `\n` line ends, no control characters but tab and line feed. */
export function canonicalText(text: string): string {
	if (text.isWellFormed() && !CONTROL.test(text)) return text;
	return text.toWellFormed().replace(/\r\n?/g, "\n").replace(CONTROLS, "");
}

function sameMarks(a: Span, b: Span): boolean {
	return (
		a.bold === b.bold &&
		a.italic === b.italic &&
		a.code === b.code &&
		a.strikethrough === b.strikethrough &&
		a.footnote === b.footnote &&
		a.link?.href === b.link?.href &&
		a.link?.userId === b.link?.userId
	);
}

/** Cleans the text, drops empty spans and joins neighbours with equal marks. Key order is fixed. */
export function canonicalSpans(spans: readonly Span[]): Span[] {
	const result: Span[] = [];
	for (const span of spans) {
		const text = canonicalText(span.text);
		if (text === "") continue;
		const last = result.at(-1);
		if (last && sameMarks(last, span)) {
			last.text += text;
			continue;
		}
		const clean: Span = { text };
		if (span.bold) clean.bold = true;
		if (span.italic) clean.italic = true;
		if (span.code) clean.code = true;
		if (span.strikethrough) clean.strikethrough = true;
		if (span.link)
			clean.link = span.link.userId ? { href: span.link.href, userId: span.link.userId } : { href: span.link.href };
		if (span.footnote) clean.footnote = span.footnote;
		result.push(clean);
	}
	return result;
}

const withoutLineEnds = (text: string) => (text.endsWith("\n") ? text.replace(/\n+$/, "") : text);

/** Keys in the order in which Medium's import has always stored them, so that the hashes of old libraries still hold. */
function canonicalImage(raw: StoryImage): StoryImage {
	const image: StoryImage = { alt: raw.alt };
	if (raw.assetId !== undefined) image.assetId = raw.assetId;
	if (raw.remoteUrl !== undefined) image.remoteUrl = raw.remoteUrl;
	if (raw.mediumId !== undefined) image.mediumId = raw.mediumId;
	if (raw.width !== undefined) image.width = raw.width;
	if (raw.height !== undefined) image.height = raw.height;
	if (raw.href !== undefined) image.href = raw.href;
	if (raw.featured) image.featured = true;
	return image;
}

/** The canonical form of one block; its id is left alone. Key order is fixed: equal blocks have equal JSON. */
export function canonicalBlock(block: Block): Block {
	const { id } = block;
	switch (block.type) {
		case "list": {
			const { type, ordered, start } = block;
			const items = block.items.map((item) => ({ spans: canonicalSpans(item.spans), depth: item.depth }));
			return start === undefined ? { id, type, ordered, items } : { id, type, ordered, start, items };
		}
		case "code": {
			const { type, language, languageSource } = block;
			return { id, type, text: withoutLineEnds(canonicalText(block.text)), language, languageSource };
		}
		case "figure": {
			const { type, image, caption, layout } = block;
			return { id, type, image: canonicalImage(image), caption: canonicalSpans(caption), layout };
		}
		case "gallery":
			return {
				id,
				type: block.type,
				images: block.images.map(canonicalImage),
				caption: canonicalSpans(block.caption),
			};
		case "embed": {
			const { type, url, kind, caption } = block;
			return { id, type, url, kind, caption: canonicalSpans(caption) };
		}
		case "linkCard": {
			const { type, url, thumbnailUrl } = block;
			const title = canonicalText(block.title);
			const description = canonicalText(block.description);
			const site = canonicalText(block.site);
			const card: Block = { id, type, url, title, description, site };
			return thumbnailUrl === undefined ? card : { ...card, thumbnailUrl };
		}
		case "table": {
			const width = Math.max(...block.rows.map((row) => row.length));
			return {
				id,
				type: block.type,
				rows: block.rows.map((row) => Array.from({ length: width }, (_, column) => canonicalSpans(row[column] ?? []))),
			};
		}
		case "separator":
			return { id, type: block.type };
		case "heading":
			return { id, type: block.type, level: block.level, spans: canonicalSpans(block.spans) };
		case "paragraph": {
			const spans = canonicalSpans(block.spans);
			return block.dropCap ? { id, type: block.type, spans, dropCap: true } : { id, type: block.type, spans };
		}
		default:
			return { id, type: block.type, spans: canonicalSpans(block.spans) };
	}
}

/** Canonical blocks with unique ids; a repeated id gets a numbered suffix. */
export function canonicalDocument(document: StoryDocument): StoryDocument {
	const seen = new Set<string>();
	const blocks = document.blocks.map((raw) => {
		const block = canonicalBlock(raw);
		let id = block.id;
		for (let n = 2; seen.has(id); n += 1) id = `${block.id.slice(0, 56)}-${n}`;
		seen.add(id);
		return id === block.id ? block : { ...block, id };
	});
	return { version: document.version, blocks };
}
