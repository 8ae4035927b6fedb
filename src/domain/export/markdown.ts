import type { Block, BlockOf, Span, StoryDocument, StoryImage } from "../story/schema.ts";
import { storySubtitle, storyTitle } from "../story/text.ts";
import { frontMatter } from "./front-matter.ts";
import { escapeInline, markdownHref, markdownSpans } from "./markdown-text.ts";
import type { ExportOptions } from "./story-export.ts";

const prefixed = (text: string, prefix: string) =>
	text
		.split("\n")
		.map((line) => (prefix + line).trimEnd())
		.join("\n");

function list(block: BlockOf<"list">): string {
	const indents: string[] = [];
	const numbers: number[] = [];
	return block.items
		.map((item) => {
			const depth = Math.min(item.depth, indents.length);
			numbers.length = Math.min(numbers.length, depth + 1);
			numbers[depth] = (numbers[depth] ?? (depth === 0 ? (block.start ?? 1) : 1) - 1) + 1;
			const marker = block.ordered ? `${numbers[depth]}. ` : "- ";
			const indent = indents.slice(0, depth).join("");
			indents.length = depth;
			indents[depth] = " ".repeat(marker.length);
			const hanging = indent + " ".repeat(marker.length);
			// An item without text could not follow a line of text; a comment is read as nothing.
			const text = markdownSpans(item.spans) || "<!-- -->";
			return indent + marker + text.split("\n").join(`\n${hanging}`);
		})
		.join("\n");
}

function code(block: BlockOf<"code">): string {
	const longest = Math.max(2, ...(block.text.match(/`+/g) ?? []).map((run) => run.length));
	const fence = "`".repeat(longest + 1);
	return `${fence}${block.language?.replace(/[^\w+#.-]/g, "") ?? ""}\n${block.text}\n${fence}`;
}

/** Stands where something was whose address nobody knows: the reader sees that it is missing. */
const withoutAddress = (what: string) => `*\\[${what} without an address\\]*`;

function picture(image: StoryImage, options: ExportOptions): string {
	const source = markdownHref(image.remoteUrl ?? "");
	const local = options.localImage(image);
	const alt = escapeInline(image.alt.replace(/\s+/g, " "));
	const target = local === null ? source : `<${local}>`;
	const shown = target === null ? withoutAddress(alt === "" ? "Picture" : `Picture “${alt}”`) : `![${alt}](${target})`;
	const href = image.href ? markdownHref(image.href) : null;
	return href === null ? shown : `[${shown}](${href})`;
}

const italic = (spans: readonly Span[]): Span[] => spans.map((span) => ({ ...span, italic: true }));

function withCaption(body: string, caption: readonly Span[]): string {
	return caption.length === 0 ? body : `${body}\n\n${markdownSpans(italic(caption))}`;
}

function linkTo(url: string, label: string): string {
	const href = markdownHref(url);
	const text = escapeInline(label.replace(/\s+/g, " ").trim());
	return href === null ? text : `[${text || escapeInline(url)}](${href})`;
}

function linkCard(block: BlockOf<"linkCard">): string {
	const lines = [linkTo(block.url, block.title || block.url), block.description, block.site]
		.map((line, at) => (at === 0 ? line : markdownSpans([{ text: line }], "line").trim()))
		.filter((line) => line !== "");
	return prefixed(lines.join("\n\n"), "> ");
}

function table(block: BlockOf<"table">): string {
	const row = (cells: readonly (readonly Span[])[]) =>
		`| ${cells.map((cell) => markdownSpans(cell, "cell")).join(" | ")} |`;
	const [head = [], ...rest] = block.rows;
	return [row(head), `|${" --- |".repeat(head.length)}`, ...rest.map(row)].join("\n");
}

function blockMarkdown(block: Block, options: ExportOptions): string {
	switch (block.type) {
		case "title":
			return `# ${markdownSpans(block.spans, "line")}`;
		case "heading":
			return `${block.level === 1 ? "##" : "###"} ${markdownSpans(block.spans, "line")}`;
		case "quote":
		case "pullQuote":
			return prefixed(markdownSpans(block.spans), "> ");
		case "list":
			return list(block);
		case "code":
			return code(block);
		case "figure":
			return withCaption(picture(block.image, options), block.caption);
		case "gallery":
			return withCaption(block.images.map((image) => picture(image, options)).join("\n\n"), block.caption);
		case "embed":
			return withCaption(linkTo(block.url, block.url) || withoutAddress("Embed"), block.caption);
		case "linkCard":
			return linkCard(block);
		case "table":
			return table(block);
		case "footnote":
			return `[^${block.id}]: ${markdownSpans(block.spans, "line")}`;
		case "separator":
			return "---";
		case "note":
			return "";
		default:
			return markdownSpans(block.spans);
	}
}

const isEmptyText = (block: Block) => "spans" in block && block.spans.every((span) => span.text.trim() === "");

/** A story as a Markdown file with front matter. Notes to self stay at home. */
export function storyMarkdown(document: StoryDocument, options: ExportOptions): string {
	const parts: string[] = [];
	let previous: Block | undefined;
	for (const block of document.blocks) {
		if (isEmptyText(block)) continue;
		const text = blockMarkdown(block, options);
		if (text === "") continue;
		// Two lists in a row would be read as one.
		if (block.type === "list" && previous?.type === "list") parts.push("<!-- -->");
		parts.push(text);
		previous = block;
	}
	const { facts } = options;
	const head = frontMatter({
		title: storyTitle(document),
		subtitle: storySubtitle(document),
		date: facts.publishedAt,
		canonical: facts.canonicalUrl,
		medium: facts.mediumUrl,
	});
	return `${head}${parts.join("\n\n")}\n`;
}
