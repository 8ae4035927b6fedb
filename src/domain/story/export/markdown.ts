/**
 * A story as Markdown: CommonMark with GitHub's tables, footnotes and strikethrough, and YAML front matter. A quote is
 * `> …`, a pull quote `> > …`.
 */
import type { Block, BlockOf, Span, StoryDocument, StoryImage } from "../schema.ts";
import { spansText, storySubtitle, storyTitle } from "../text.ts";
import { ABSENT_COMMENT, absentPicture } from "./absent.ts";
import { type MarkdownOptions, markdownAddress, markdownInline } from "./markdown-text.ts";
import type { ExportOptions } from "./options.ts";

const CONTROL = /[\p{Cc}\p{Cf}\u2028\u2029\ufeff\ufffe\uffff]/gu;

/** A YAML double-quoted scalar; every character that could end or bend it is escaped. */
export function yamlString(text: string): string {
	return JSON.stringify(text.toWellFormed()).replace(CONTROL, (character) =>
		[...Array(character.length).keys()]
			.map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`)
			.join(""),
	);
}

function frontMatter(document: StoryDocument, facts: ExportOptions["facts"]): string {
	const fields = { title: storyTitle(document), subtitle: storySubtitle(document), ...facts };
	const lines = Object.entries(fields)
		.filter(([, value]) => value !== null && value !== "")
		.map(([key, value]) => `${key}: ${yamlString(String(value))}`);
	return ["---", ...lines, "---"].join("\n");
}

const indent = (text: string, by: string) => text.replace(/\n(?=.)/g, `\n${by}`);

function list(block: BlockOf<"list">, options: MarkdownOptions): string {
	const lines: string[] = [];
	/** Width of the marker on each open level, and the number of its last item. */
	const levels: { width: number; number: number }[] = [];
	for (const item of block.items) {
		const depth = Math.min(item.depth, levels.length);
		levels.length = Math.min(levels.length, depth + 1);
		const level = levels[depth] ?? { width: 0, number: depth === 0 ? (block.start ?? 1) - 1 : 0 };
		levels[depth] = level;
		level.number += 1;
		const marker = block.ordered ? `${level.number}. ` : "- ";
		level.width = marker.length;
		const before = " ".repeat(levels.slice(0, depth).reduce((sum, { width }) => sum + width, 0));
		// An item without text would not be taken for one.
		const inline = markdownInline(item.spans, options) || "<!-- -->";
		const text = indent(inline, before + " ".repeat(marker.length));
		lines.push(`${before}${marker}${text}`.trimEnd());
	}
	return lines.join("\n");
}

function code(block: BlockOf<"code">): string {
	const longest = Math.max(2, ...(block.text.match(/`+/g) ?? []).map((run) => run.length));
	const fence = "`".repeat(longest + 1);
	const language = (block.language ?? "").replace(/[^\w+#.-]/g, "");
	return `${fence}${language}\n${block.text}\n${fence}`;
}

function table(block: BlockOf<"table">, options: MarkdownOptions): string {
	const cells = block.rows.map((row) => row.map((cell) => markdownInline(cell, { ...options, lineBreak: "<br>" })));
	const line = (row: readonly string[]) => `| ${row.join(" | ")} |`;
	const [head = [], ...rows] = cells;
	return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Characters of a text that stands alone, such as alt text, without any markup. */
const plain = (text: string, options: MarkdownOptions) =>
	markdownInline(text === "" ? [] : [{ text }], { ...options, lineBreak: " " });

function picture(image: StoryImage, source: ExportOptions["imageSource"], options: MarkdownOptions): string {
	const address = source(image);
	const alt = plain(image.alt, options);
	if (address === null) return alt || absentPicture(image);
	const shown = `![${alt}](${address.replace(/[\s<>()\\]/g, encodeURIComponent).replace(/[()]/g, "\\$&")})`;
	const link = image.href ? markdownAddress(image.href) : null;
	return link === null ? shown : `[${shown}](${link})`;
}

const quoted = (text: string) => text.replace(/^/gm, "> ").replace(/ +$/gm, "");
const isComment = (part: string) => part.startsWith("<!--");
/** Parts on lines of their own. Comments come first: behind one, or before, the mark of a line's end would be read as text. */
const filled = (parts: readonly string[]) =>
	[...parts.filter(isComment), parts.filter((part) => part !== "" && !isComment(part)).join("\\\n")]
		.filter((part) => part !== "")
		.join("\n");

function heading(marks: string, spans: readonly Span[], options: MarkdownOptions): string {
	const text = markdownInline(spans, { ...options, lineBreak: " " });
	// Marks at the end, behind a space, would close the heading and be gone.
	return text === "" ? "" : `${marks} ${text.replace(/(?<=^|\s)#+$/, "\\$&")}`;
}

function render(block: Block, source: ExportOptions["imageSource"], options: MarkdownOptions): string {
	switch (block.type) {
		case "title":
			return heading("#", block.spans, options);
		case "heading":
			return heading("#".repeat(block.level + 1), block.spans, options);
		case "kicker":
		case "subtitle":
		case "paragraph":
			return markdownInline(block.spans, options);
		case "quote":
			return quoted(markdownInline(block.spans, options));
		case "pullQuote":
			// A quote in a quote: every reader shows it as one, and pasted it becomes a pull quote again.
			return quoted(quoted(markdownInline(block.spans, options)));
		case "list":
			return list(block, options);
		case "code":
			return code(block);
		case "figure":
			return filled([picture(block.image, source, options), markdownInline(block.caption, options)]);
		case "gallery":
			return filled([
				...block.images.map((image) => picture(image, source, options)),
				markdownInline(block.caption, options),
			]);
		case "embed": {
			if (block.url === "") return filled([ABSENT_COMMENT.embed, markdownInline(block.caption, options)]);
			const address = markdownAddress(block.url);
			const link = address === null ? plain(block.url, options) : `[${plain(block.url, options)}](${address})`;
			return filled([link, markdownInline(block.caption, options)]);
		}
		case "linkCard": {
			const address = markdownAddress(block.url);
			const title = plain(block.title || block.url, options);
			const link = address === null ? title : `[${title}](${address})`;
			return filled([link, plain(block.description, options), plain(block.site, options)]);
		}
		case "table":
			return table(block, options);
		case "footnote":
			return `[^${block.id}]: ${indent(markdownInline(block.spans, options), "    ")}`.trimEnd();
		case "separator":
			return "---";
		case "note":
			return "";
	}
}

/** Kinds whose neighbours would flow into one another. */
const MERGING: Partial<Record<Block["type"], string>> = { list: "list", quote: "quote", pullQuote: "quote" };

/**
 * The story as Markdown text with `\n` line ends. Notes to self are left out; links that may not be followed keep their
 * words only.
 */
export function storyToMarkdown(document: StoryDocument, { facts, imageSource }: ExportOptions): string {
	const footnotes = new Set(document.blocks.filter((block) => block.type === "footnote").map((block) => block.id));
	const options: MarkdownOptions = { lineBreak: "\\\n", footnotes };
	const parts: string[] = [frontMatter(document, facts)];
	let previous: string | undefined;
	for (const block of document.blocks) {
		const text = render(block, imageSource, options);
		if (text === "" || (block.type !== "separator" && isEmpty(block))) continue;
		const kind = MERGING[block.type];
		if (kind !== undefined && kind === previous) parts.push("<!-- -->");
		parts.push(text);
		previous = kind;
	}
	return `${parts.join("\n\n")}\n`;
}

/** Blocks of text without any text, which are only there to be typed into. */
function isEmpty(block: Block): boolean {
	return "spans" in block && block.type !== "footnote" && spansText(block.spans) === "";
}
