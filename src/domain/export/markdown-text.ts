/** Spans as Markdown (CommonMark with GFM) that a reader gives back character for character. */
import { safeHref } from "../story/links.ts";
import type { Span } from "../story/schema.ts";

/** Where the text stands: in a block of lines, in a block of one line (breaks become `<br>`), or in a table's cell. */
export type MarkdownPlace = "block" | "line" | "cell";

/** Escapes what could be markup anywhere in a line. A web address stays bare unless its escapes would be read as part of it. */
export function escapeInline(text: string): string {
	const escaped = text
		.replace(/[\\`*[\]<~|]/g, "\\$&")
		.replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
		.replace(/&(?=[#\w])/g, "\\&")
		.replace(/\t/g, "&#9;");
	return escaped
		.replace(/www\./gi, (found) => `${found.slice(0, 3)}\\.`)
		.replace(/(https?|ftp):\/\/(?=\S*[\\&])/gi, "$1:\\//");
}

/** Escapes what is markup only at the start or end of a line. Spaces mean something only where they indent a later line. */
function escapeLine(line: string, at: number): string {
	return line
		.replace(/ +$/, "")
		.replace(/^ +/, (spaces) => (at === 0 ? "" : "&#32;".repeat(spaces.length)))
		.replace(/^(\d{1,9})([.)])/, "$1\\$2")
		.replace(/^[-+=#>:]/, "\\$&")
		.replace(/(\s)(#+)$/, "$1\\$2");
}

function joinLines(inline: string, place: MarkdownPlace): string {
	if (inline.trim() === "") return "";
	const lines = inline.split("\n").map(escapeLine);
	if (place !== "block") return lines.join("<br>");
	// A hard break needs text after it; what trails is written as tags.
	let trailing = 0;
	while (lines.length > 1 && lines.at(-1) === "") {
		lines.pop();
		trailing += 1;
	}
	return lines.join("\\\n") + "<br>".repeat(trailing);
}

function codeSpan(line: string, place: MarkdownPlace): string {
	if (line === "") return "";
	// Readers disagree on a backslash before a pipe in a cell's code, and a link whose text holds "]:" starts a definition.
	if (line.includes("]:") || (place === "cell" && line.includes("\\|"))) return `<code>${escapeInline(line)}</code>`;
	const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
	const fence = "`".repeat(longest + 1);
	const pad = /^`|`$/.test(line) || (/^ .* $/.test(line) && line.trim() !== "") ? " " : "";
	return `${fence}${pad}${place === "cell" ? line.replaceAll("|", "\\|") : line}${pad}${fence}`;
}

const codeLines = (text: string, place: MarkdownPlace) =>
	text
		.split("\n")
		.map((line) => codeSpan(line, place))
		.join("\n");

/** The address for a Markdown link, in angle brackets; `null` when it is not safe to link. */
export function markdownHref(href: string): string | null {
	if (safeHref(href) === null) return null;
	const address = href
		.trim()
		.toWellFormed()
		.replace(/[<>\\\s|]/g, (character) => encodeURIComponent(character));
	return `<${address.replace(/&(?=[#\w])/g, "&amp;")}>`;
}

const EDGE = /^[\p{L}\p{N}]$/u;

/** Wraps in a pair of delimiters, or in tags where delimiters would not be read as such. */
function mark(core: string, raw: string, delimiter: string, tag: string, before: string, after: string): string {
	const characters = [...raw];
	const plainEdges = EDGE.test(characters[0] ?? "") && EDGE.test(characters.at(-1) ?? "");
	const free = !/[*~_`\\]$/.test(before) && !/^[*~_`]/.test(after);
	if (plainEdges && free && !raw.includes("\n")) return `${delimiter}${core}${delimiter}`;
	return `<${tag}>${core}</${tag}>`;
}

function styled(span: Span, place: MarkdownPlace, before: string, after: string): string {
	if (span.code) {
		const code = codeLines(span.text, place);
		if (!(span.bold || span.italic || span.strikethrough)) return code;
	}
	const lead = /^\s*/.exec(span.text)?.[0] ?? "";
	if (lead.length === span.text.length) return escapeInline(span.text);
	const trail = /\s*$/.exec(span.text)?.[0] ?? "";
	const raw = span.text.slice(lead.length, span.text.length - trail.length);
	let core = span.code ? codeLines(raw, place) : escapeInline(raw);
	const outside = span.code ? "`" : raw;
	const left = before + lead;
	const right = trail + after;
	if (span.bold && span.italic && !span.strikethrough && !span.code)
		core = EDGE.test([...raw][0] ?? "")
			? mark(core, outside, "***", "strong", left, right)
			: `<strong><em>${core}</em></strong>`;
	else {
		if (span.italic) core = mark(core, outside, "*", "em", left, right);
		if (span.bold) core = span.italic ? `<strong>${core}</strong>` : mark(core, outside, "**", "strong", left, right);
	}
	if (span.strikethrough)
		core = span.bold || span.italic ? `<del>${core}</del>` : mark(core, outside, "~~", "del", left, right);
	return escapeInline(lead) + core + escapeInline(trail);
}

const isMarked = (span: Span | undefined) =>
	span !== undefined && Boolean(span.bold || span.italic || span.strikethrough || span.code);

/** What the next span will begin with, as far as delimiters care: a mark character or its own first one. */
const opening = (span: Span | undefined) => (isMarked(span) ? "*" : (span?.text[0] ?? ""));

/** An exclamation mark before a link would make it a picture. */
const beforeBracket = (text: string) => text.replace(/!$/, "\\!");

function inline(spans: readonly Span[], place: MarkdownPlace): string {
	let text = "";
	for (let at = 0; at < spans.length; at += 1) {
		const span = spans[at];
		if (!span) continue;
		if (span.footnote) {
			text = `${beforeBracket(text)}[^${span.footnote}]`;
			continue;
		}
		const href = span.link ? markdownHref(span.link.href) : null;
		if (href === null) {
			text += styled(span, place, text.slice(-1), opening(spans[at + 1]));
			continue;
		}
		const linked = [span];
		while (spans[at + 1]?.link?.href === span.link?.href) {
			at += 1;
			const next = spans[at];
			if (next) linked.push(next);
		}
		const label = inline(
			linked.map(({ link: _, ...rest }) => rest),
			place,
		);
		text = /\S/.test(label) ? `${beforeBracket(text)}[${label}](${href})` : text + label;
	}
	return text;
}

/** Inline Markdown of a block's spans. */
export function markdownSpans(spans: readonly Span[], place: MarkdownPlace = "block"): string {
	return joinLines(inline(spans, place), place);
}
