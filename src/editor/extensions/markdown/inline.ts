/**
 * Markdown inside a block: `**bold**`, `*italic*`, `` `code` ``, `~~struck~~`, `[text](address)`, backslashes and
 * character references, and the few tags that our own export writes. One pass, for a paste may be long.
 */
import { decodeHTMLStrict } from "entities";
import { canonicalSpans } from "#domain/story/canonical.ts";
import { safeHref } from "#domain/story/links.ts";
import type { Span } from "#domain/story/schema.ts";
import { type Mark, matchDelimiters, type Piece, runPiece, textPiece } from "./emphasis.ts";

/** As long as a stored address may be, in UTF-16 units. */
const LONGEST_ADDRESS = 4_096;

/** Text without its backslashes, its character references as what they stand for. */
export const unescaped = (text: string) =>
	text.replace(
		/\\([!-/:-@[-`{-~])|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi,
		(whole, escaped?: string) => escaped ?? decodeHTMLStrict(whole),
	);

/** An address as it is stored; `null` where it may not be followed or is too long once it is written in full. */
export function markdownHref(written: string): string | null {
	const href = safeHref(unescaped(written));
	return href !== null && href.length <= LONGEST_ADDRESS ? href : null;
}

const PLAIN = /[^\\`*_~[\]!<&]+/y;
const ESCAPE = /\\([!-/:-@[-`{-~\n])/y;
const TICKS = /`+/y;
const RUN = /\*+|_+|~+/y;
const REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/iy;
const TAG = /<(\/?)(strong|em|del|code)>/y;
/** Bounded, so that a text without an end of it is not looked through to its own end. */
const ADDRESS =
	/\((?:<([^<>\n]{0,4096})>|((?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.){0,4096}\)){0,4096}))(?:\s+"[^"\n]{0,1000}")?\s?\)/y;

const TAG_MARKS: Readonly<Record<string, Mark>> = {
	strong: { bold: true },
	em: { italic: true },
	del: { strikethrough: true },
	code: { code: true },
};

/** Finds, from left to right, where the next run of just so many backticks begins. */
function tickFinder(text: string): (length: number, from: number) => number | undefined {
	const starts = new Map<number, number[]>();
	for (const { 0: run, index } of [...text.matchAll(/`+/g)].reverse()) {
		const ofLength = starts.get(run.length);
		if (ofLength) ofLength.push(index);
		else starts.set(run.length, [index]);
	}
	return (length, from) => {
		const ofLength = starts.get(length);
		while (ofLength && (ofLength.at(-1) ?? from) < from) ofLength.pop();
		return ofLength?.at(-1);
	};
}

/** What a code span says: a space on both sides only keeps backticks apart. */
function codeText(text: string): string {
	const line = text.replaceAll("\n", " ");
	return line.startsWith(" ") && line.endsWith(" ") && line.trim() !== "" ? line.slice(1, -1) : line;
}

function pieces(text: string): Piece[] {
	const result: Piece[] = [];
	/** Where links may begin, and in a picture's place `null`. */
	let brackets: (number | null)[] = [];
	/** Places of tags that are open, by their name. */
	const tags = new Map<string, number[]>();
	const nextTicks = tickFinder(text);
	let at = 0;
	const read = (pattern: RegExp) => {
		pattern.lastIndex = at;
		const match = pattern.exec(text);
		if (match) at = pattern.lastIndex;
		return match;
	};
	const put = (piece: Piece) => result.push(piece);

	function code(ticks: string): void {
		const end = nextTicks(ticks.length, at);
		if (end === undefined) return void put(textPiece(ticks));
		put(textPiece(codeText(text.slice(at, end)), true));
		at = end + ticks.length;
	}

	/** A bracket that closes: what it opened is a link if an address stands behind it. */
	function link(): void {
		const from = brackets.pop() ?? null;
		const behind = at;
		const address = from === null ? null : read(ADDRESS);
		const href = address && markdownHref(address[1] ?? address[2] ?? "");
		if (from === null || !href || from + 1 === result.length) {
			at = behind;
			return void put(textPiece("]"));
		}
		matchDelimiters(result, from + 1);
		const mark: Mark = { link: { href } };
		result[from] = { ...textPiece(""), starts: [mark] };
		put({ ...textPiece(""), ends: [mark] });
		// No link lies in another.
		brackets = [];
	}

	function tag([whole, closing, name = ""]: RegExpExecArray): void {
		const open = tags.get(name) ?? [];
		tags.set(name, open);
		const mark = TAG_MARKS[name];
		const opener = closing ? result[open.pop() ?? -1] : undefined;
		if (opener && mark) {
			opener.text = "";
			opener.starts.push(mark);
			put({ ...textPiece(""), ends: [mark] });
			return;
		}
		if (!closing) open.push(result.length);
		put(textPiece(whole));
	}

	while (at < text.length) {
		const start = at;
		const plain = read(PLAIN);
		if (plain) put(textPiece(plain[0]));
		const escaped = read(ESCAPE);
		if (escaped) put(textPiece(escaped[1] ?? ""));
		const ticks = read(TICKS);
		if (ticks) code(ticks[0]);
		const run = read(RUN);
		if (run) put(runPiece(run[0], text.slice(Math.max(0, run.index - 2), run.index), text.slice(at, at + 2)));
		const reference = read(REFERENCE);
		if (reference) put(textPiece(decodeHTMLStrict(reference[0])));
		if (read(/<br>/y)) put(textPiece("\n"));
		const found = read(TAG);
		if (found) tag(found);
		if (read(/!\[/y)) {
			brackets.push(null);
			put(textPiece("!["));
		} else if (read(/\[/y)) {
			brackets.push(result.length);
			put(textPiece("["));
		} else if (read(/\]/y)) link();
		else if (at === start) {
			put(textPiece(text.charAt(at)));
			at += 1;
		}
	}
	matchDelimiters(result, 0);
	return result;
}

/** Text with Markdown marks as canonical spans. What is no mark stays as it is. */
export function inlineMarkdown(text: string): Span[] {
	const spans: Span[] = [];
	/** How many marks of each kind are open, and the link. */
	const open = { bold: 0, italic: 0, strikethrough: 0, code: 0 };
	let href: string | null = null;
	for (const piece of pieces(text)) {
		const count = (mark: Mark, by: number) => {
			if (mark.link) href = by > 0 ? mark.link.href : null;
			for (const name of ["bold", "italic", "strikethrough", "code"] as const) if (mark[name]) open[name] += by;
		};
		for (const mark of piece.ends) count(mark, -1);
		spans.push({
			text: piece.text,
			...(open.bold > 0 && { bold: true }),
			...(open.italic > 0 && { italic: true }),
			...(open.strikethrough > 0 && { strikethrough: true }),
			...((piece.code || open.code > 0) && { code: true }),
			...(href !== null && { link: { href } }),
		});
		for (const mark of piece.starts) count(mark, 1);
	}
	return canonicalSpans(spans);
}
