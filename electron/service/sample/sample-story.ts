/** Invented stories, written as plain text and read into story documents. */
import { canonicalDocument } from "#domain/story/canonical.ts";
import type { Block, Span, StoryDocument, StoryImage } from "#domain/story/schema.ts";
import { PARAGRAPHS } from "./texts/bank.ts";

export interface SampleStory {
	/** Names the story in the plan and seeds its figures. */
	key: string;
	tags: readonly string[];
	/** How well it does; 1 is usual. */
	appeal: number;
	/**
	 * One block a paragraph: `^` kicker, `#` title, `>` subtitle, `##` heading, `"` quote, `-` and `1.` lists,
	 * fenced code, `![alt](picture) caption`, `@name` a paragraph of the bank.
	 */
	text: string;
}

const INLINE = /\*\*(?<bold>[^*]+)\*\*|\*(?<italic>[^*]+)\*|`(?<code>[^`]+)`/g;

function spans(text: string): Span[] {
	const result: Span[] = [];
	let at = 0;
	for (const match of text.matchAll(INLINE)) {
		if (match.index > at) result.push({ text: text.slice(at, match.index) });
		const { bold, italic, code } = match.groups ?? {};
		if (bold) result.push({ text: bold, bold: true });
		else if (italic) result.push({ text: italic, italic: true });
		else if (code) result.push({ text: code, code: true });
		at = match.index + match[0].length;
	}
	if (at < text.length) result.push({ text: text.slice(at) });
	return result;
}

function listBlock(id: string, lines: string[], ordered: boolean): Block {
	const items = lines.map((line) => ({ spans: spans(line.replace(/^(?:- |\d+\. )/, "")), depth: 0 }));
	return { id, type: "list", ordered, items };
}

const FIGURE = /^!\[(?<alt>[^\]]*)\]\((?<picture>[a-z]+)\) ?(?<caption>.*)$/;
const PREFIXED = [
	["^ ", "kicker"],
	["# ", "title"],
	["> ", "subtitle"],
	['" ', "quote"],
] as const;

function block(id: string, text: string, pictures: ReadonlyMap<string, StoryImage>): Block {
	if (text.startsWith("@")) {
		const paragraph = PARAGRAPHS[text.slice(1)];
		if (!paragraph) throw new Error(`The bank has no paragraph ${text}`);
		return { id, type: "paragraph", spans: spans(paragraph) };
	}
	if (text.startsWith("```")) {
		const [fence = "", ...lines] = text.split("\n");
		return {
			id,
			type: "code",
			text: lines.slice(0, -1).join("\n"),
			language: fence.slice(3) || null,
			languageSource: fence.length > 3 ? "writer" : "none",
		};
	}
	if (text.startsWith("## ")) return { id, type: "heading", level: 1, spans: spans(text.slice(3)) };
	for (const [prefix, type] of PREFIXED)
		if (text.startsWith(prefix)) return { id, type, spans: spans(text.slice(prefix.length)) };
	if (/^(?:- |\d+\. )/.test(text)) return listBlock(id, text.split("\n"), /^\d/.test(text));
	const figure = FIGURE.exec(text)?.groups;
	const image = figure && pictures.get(figure["picture"] ?? "");
	if (figure && image)
		return {
			id,
			type: "figure",
			image: { ...image, alt: figure["alt"] ?? "" },
			caption: spans(figure["caption"] ?? ""),
			layout: "column",
		};
	return { id, type: "paragraph", spans: spans(text) };
}

/** @param pictures by the names that the texts use */
export function sampleDocument(
	story: Pick<SampleStory, "text">,
	pictures: ReadonlyMap<string, StoryImage>,
): StoryDocument {
	const chunks: string[] = [];
	let code = false;
	for (const chunk of story.text.split("\n\n")) {
		for (const line of joinHead(chunk)) {
			if (code) chunks[chunks.length - 1] += `\n\n${line}`;
			else chunks.push(line);
			if ((line.match(/```/g)?.length ?? 0) % 2 === 1) code = !code;
		}
	}
	return canonicalDocument({ version: 1, blocks: chunks.map((text, index) => block(`s${index + 1}`, text, pictures)) });
}

/** Kicker, title and subtitle stand on neighbouring lines. */
function joinHead(chunk: string): string[] {
	return /^[\^#] /.test(chunk) ? chunk.split("\n") : [chunk];
}
