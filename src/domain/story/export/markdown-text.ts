/** Spans as CommonMark with GitHub's extensions: every character of the text survives, none of it turns into markup. */
import { safeHref } from "../links.ts";
import type { Span } from "../schema.ts";

const ALWAYS_SPECIAL = /[\\`*_~[\]<>&|$]/g;
/** What would begin a heading, a list, a rule or a setext underline at the start of a line. */
const LINE_START = /^([#+=-]|\d{1,9}(?=[.)]))/;
/** GitHub turns these bare texts into links, whose text is then taken as it stands, escapes and all. */
const AUTOLINK = /(?<=https?|ftp):(?=\/\/)|(?<=www)\.|@(?=\w)/gi;

/** Leading and trailing spaces would be dropped or mean something; as references they stay. */
function reference(space: string): string {
	return [...space].map((character) => `&#${character.codePointAt(0)};`).join("");
}

/** Plain text of one line as Markdown. */
function escapeText(text: string): string {
	return text.replace(ALWAYS_SPECIAL, "\\$&").replace(AUTOLINK, "\\$&");
}

/** Escapes what only the start or the end of a line makes special. */
function escapeLine(line: string): string {
	const edges = line.replace(/^[ \t]+/, reference).replace(/[ \t]+$/, reference);
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

const WORD = /[\p{L}\p{N}]/u;
const WORD_START = /^[\p{L}\p{N}\p{M}]/u;
const WORD_END = /[\p{L}\p{N}\p{M}]$/u;

interface Delimited {
	/** Markdown delimiter, e.g. `**`. */
	delimiter: string;
	/** HTML twin for where delimiters would not be recognised. */
	tag: string;
}

const BOLD: Delimited = { delimiter: "**", tag: "strong" };
const ITALIC: Delimited = { delimiter: "*", tag: "em" };
const STRUCK: Delimited = { delimiter: "~~", tag: "del" };

/** Delimiters work around a piece that starts and ends with a word character and has no word beside it; else HTML does. */
function mark(text: string, marks: readonly Delimited[], isFree: boolean): string {
	let marked = text;
	for (const { delimiter, tag } of marks)
		marked = isFree ? delimiter + marked + delimiter : `<${tag}>${marked}</${tag}>`;
	return marked;
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

function renderSpan(span: Span, isFree: boolean, options: MarkdownOptions): string {
	if (span.footnote && options.footnotes.has(span.footnote)) {
		const reference = `[^${span.footnote}]`;
		return isFootnoteMarker(span.text)
			? reference
			: renderSpan({ ...span, footnote: undefined }, false, options) + reference;
	}
	const inner = span.code ? code(span.text, options, span.link !== undefined) : escapeText(span.text);
	const marks: Delimited[] = [];
	if (span.bold) marks.push(BOLD);
	if (span.italic) marks.push(ITALIC);
	if (span.strikethrough) marks.push(STRUCK);
	const marked = mark(inner, marks, isFree && !span.code);
	const address = span.link ? markdownAddress(span.link.href) : null;
	return address === null ? marked : `[${marked}](${address})`;
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
	let line = "";
	for (const [at, span] of spans.entries()) {
		const before = spans[at - 1];
		const after = spans[at + 1];
		const standsFree =
			(!before || (!isMarked(before) && !WORD_END.test(before.text))) &&
			(!after || (!isMarked(after) && !WORD_START.test(after.text)));
		const wordEnds = WORD.test(span.text.at(0) ?? "") && WORD.test(span.text.at(-1) ?? "");
		line += renderSpan(span, standsFree && wordEnds, options);
	}
	return escapeLine(line);
}

const isMarked = (span: Span) =>
	Boolean(span.bold || span.italic || span.strikethrough || span.code || span.link || span.footnote);

/** Spans as one block of inline Markdown; empty when there is no text. */
export function markdownInline(spans: readonly Span[], options: MarkdownOptions): string {
	const rendered = lines(spans).map((line) => renderLine(line, options));
	while (rendered.at(-1) === "") rendered.pop();
	while (rendered.at(0) === "") rendered.shift();
	return rendered.join(options.lineBreak);
}
