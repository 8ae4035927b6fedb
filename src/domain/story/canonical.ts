/** Canonical form: what two equal texts always look like, so that hashes and comparisons mean something. */
import type { Block, Span, StoryDocument } from "./schema.ts";

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

/** The canonical form of one block; its id is left alone. */
export function canonicalBlock(block: Block): Block {
	switch (block.type) {
		case "list":
			return {
				...block,
				items: block.items.map((item) => ({ spans: canonicalSpans(item.spans), depth: item.depth })),
			};
		case "code":
			return { ...block, text: withoutLineEnds(canonicalText(block.text)) };
		case "figure":
		case "gallery":
		case "embed":
			return { ...block, caption: canonicalSpans(block.caption) };
		case "linkCard":
			return {
				...block,
				title: canonicalText(block.title),
				description: canonicalText(block.description),
				site: canonicalText(block.site),
			};
		case "table": {
			const width = Math.max(...block.rows.map((row) => row.length));
			return {
				...block,
				rows: block.rows.map((row) => Array.from({ length: width }, (_, column) => canonicalSpans(row[column] ?? []))),
			};
		}
		case "separator":
			return block;
		default:
			return { ...block, spans: canonicalSpans(block.spans) };
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
