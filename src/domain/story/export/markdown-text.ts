/**
 * Spans as CommonMark with GitHub's extensions: every character of the text that is seen survives, none of it turns into
 * markup. Spaces nobody sees, at the edges of a line, may be left out.
 */
import { canonicalSpans } from "../canonical.ts";
import { safeHref } from "../links.ts";
import type { Span } from "../schema.ts";
import { writeMarks } from "./markdown-marks.ts";

const ALWAYS_SPECIAL = /[\\`*_~[\]<>&|$]/g;
/** What would begin a heading, a list, a rule or a setext underline at the start of a line. */
const LINE_START = /^([#+=-]|\d{1,9}(?=[.)]))/;
/** GitHub turns these bare texts into links, whose text is then taken as it stands, escapes and all. */
const AUTOLINK = /(?<=https?|ftp):(?=\/\/)|(?<=www)\.|@(?=[\w.-])/gi;

/** Spaces that indent a line would be dropped or mean something; as references they stay. */
function reference(space: string): string {
	return [...space].map((character) => `&#${character.codePointAt(0)};`).join("");
}

/** Plain text of one line as Markdown. */
function escapeText(text: string): string {
	return text.replace(ALWAYS_SPECIAL, "\\$&").replace(AUTOLINK, "\\$&");
}

/**
 * Escapes what only the start of a line makes special. A space that nobody sees, at the end or alone at the start, is left
 * out; a writer who indents a line uses more than one.
 */
function escapeLine(line: string): string {
	const edges = line
		.replace(/[ \t]+$/, "")
		.replace(/^ (?![ \t])/, "")
		.replace(/^[ \t]+/, reference);
	const start = LINE_START.exec(edges);
	if (!start) return edges;
	const [found] = start;
	return /\d/.test(found) ? `${found}\\${edges.slice(found.length)}` : `\\${edges}`;
}

function codeSpan(text: string): string {
	const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
	const fence = "`".repeat(longest + 1);
	const needsPadding = /^`|`$/.test(text) || (/^ .* $/.test(text) && text.trim() !== "");
	const padding = needsPadding ? " " : "";
	return `${fence}${padding}${text}${padding}${fence}`;
}

/**
 * A code span, or HTML where one would not be read as such: inside a table it would end at its first bar, and at the start
 * of a link its bracket could make the line a link definition.
 */
function code(text: string, options: MarkdownOptions, inLink: boolean): string {
	if (text.trim() === "") return escapeText(text);
	const isBarInTable = options.lineBreak === "<br>" && /[|\\]/.test(text);
	return isBarInTable || (inLink && text.includes("]")) ? `<code>${escapeText(text)}</code>` : codeSpan(text);
}

function isFootnoteMarker(text: string): boolean {
	return /^[[(]?\d{1,3}[\])]?$/.test(text.trim());
}

export interface MarkdownOptions {
	/** What a line break inside the block becomes: a hard break, or HTML where a line must not end. */
	lineBreak: "\\\n" | "<br>" | " ";
	/** Footnotes that exist, by their block's id. */
	footnotes: ReadonlySet<string>;
}

/** A link's address for `(…)`: nothing in it can end the parentheses. `null` when it may not be followed. */
export function markdownAddress(href: string): string | null {
	const safe = safeHref(href);
	if (safe === null) return null;
	return safe.replace(/\s/g, encodeURIComponent).replace(/[<>()\\`|*_[\]~&]/g, "\\$&");
}

/** A reference to a footnote that exists stands alone, after the text that has it where that is more than its number. */
function referencesApart(span: Span, { footnotes }: MarkdownOptions): Span[] {
	if (span.footnote === undefined) return [span];
	const { footnote, ...text } = span;
	if (!footnotes.has(footnote)) return [text];
	return isFootnoteMarker(span.text) ? [span] : [text, span];
}

function renderLeaf(span: Span, options: MarkdownOptions, inLink: boolean): string {
	if (span.footnote) return `[^${span.footnote}]`;
	return span.code ? code(span.text, options, inLink) : escapeText(span.text);
}

/** Splits a span at its line breaks; the empty text stands for a break. */
function lines(spans: readonly Span[]): Span[][] {
	const result: Span[][] = [[]];
	for (const span of spans)
		for (const [at, text] of span.text.split("\n").entries()) {
			if (at > 0) result.push([]);
			if (text !== "") result.at(-1)?.push({ ...span, text });
		}
	return result;
}

function renderLine(spans: readonly Span[], options: MarkdownOptions): string {
	const address = ({ link }: Span) => (link ? markdownAddress(link.href) : null);
	const followed = spans.map((span) => {
		const { link, ...rest } = span;
		return address(span) === null ? rest : { ...rest, link };
	});
	// Code beside code would be one run of backticks.
	const joined = canonicalSpans(followed);
	const apart = joined.flatMap((span) => referencesApart(span, options));
	const line = writeMarks(apart, {
		leaf: (span, inLink) => renderLeaf(span, options, inLink),
		address: (span) => address(span) ?? "",
	});
	return escapeLine(line);
}

/** Spans as one block of inline Markdown; empty when there is no text. */
export function markdownInline(spans: readonly Span[], options: MarkdownOptions): string {
	const rendered = lines(spans).map((line) => renderLine(line, options));
	while (rendered.at(-1) === "") rendered.pop();
	while (rendered.at(0) === "") rendered.shift();
	return rendered.join(options.lineBreak);
}
