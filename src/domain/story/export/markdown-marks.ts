/**
 * Marks as Markdown. Delimiters nest, so a bold stretch that is italic in part is one bold stretch, and they stand where
 * CommonMark's rules of flanking and its rule of three read them as meant; elsewhere HTML's tags take their place.
 * https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis
 */
import type { Span } from "../schema.ts";

type Mark = "link" | "strikethrough" | "bold" | "italic";

/** Outermost first where two marks cover the same stretch: inside brackets delimiters stand free. */
const MARKS: readonly Mark[] = ["link", "strikethrough", "bold", "italic"];
const WRITTEN = {
	strikethrough: { delimiter: "~~", tag: "del" },
	bold: { delimiter: "**", tag: "strong" },
	italic: { delimiter: "*", tag: "em" },
} as const;

/** What stands beside a delimiter. The start and the end of a line count as space; readers disagree about symbols. */
type Edge = "space" | "word" | "sign" | "symbol";

interface Piece {
	text: string;
	/** First and last characters but for delimiters. */
	first: Edge;
	last: Edge;
}

interface Around {
	before: Edge;
	after: Edge;
	/** First sign of the delimiter that these spans lie directly in; empty in a tag, in a link and on a line. */
	delimiter: string;
	/** Whether they lie in any delimiter of asterisks. */
	inAsterisks: boolean;
	inLink: boolean;
}

export interface MarkWriter {
	/** A span of no mark but code, or a reference to a footnote, which has no text beside it. */
	leaf(span: Span, inLink: boolean): string;
	/** Of its link, for `(…)`. */
	address(span: Span): string;
}

function edgeOf(character: string | undefined): Edge {
	if (character === undefined || /\s/u.test(character)) return "space";
	// Of two UTF-16 units: readers that look at one of them see neither a letter nor punctuation.
	if (character.length > 1) return "symbol";
	if (/[\p{L}\p{N}\p{M}]/u.test(character)) return "word";
	return /[!-~]|\p{P}/u.test(character) ? "sign" : "symbol";
}

const firstCharacter = (text: string) => (text === "" ? undefined : String.fromCodePoint(text.codePointAt(0) ?? 0));
const lastCharacter = (text: string) => /.$/su.exec(text)?.[0];
const isOwnSign = (span: Span) => Boolean(span.footnote || (span.code && span.text.trim() !== ""));

/** What two neighbours have in common where a mark goes on; `undefined` without it. */
function value(span: Span | undefined, mark: Mark): string | boolean | undefined {
	return mark === "link" ? span?.link?.href : span?.[mark];
}

function without(span: Span, mark: Mark): Span {
	const { [mark]: _, ...rest } = span;
	return rest;
}

/** End of the stretch from `start` on that has the mark of the span at `start`. */
function endOf(spans: readonly Span[], start: number, mark: Mark): number {
	const own = value(spans[start], mark);
	let end = start + 1;
	while (end < spans.length && value(spans[end], mark) === own) end += 1;
	return end;
}

/** Takes a mark off spaces at the ends of its stretches: there they cannot be seen, and delimiters would not be read. */
function spacesOutside(spans: readonly Span[], mark: Mark): Span[] {
	const result: Span[] = [];
	for (let start = 0; start < spans.length; ) {
		const end = value(spans[start], mark) === undefined ? start + 1 : endOf(spans, start, mark);
		const run = spans.slice(start, end);
		if (value(run[0], mark) !== undefined) {
			const isBlank = (span: Span) => !isOwnSign(span) && span.text.trim() === "";
			const from = run.findIndex((span) => !isBlank(span));
			const to = run.findLastIndex((span) => !isBlank(span));
			for (const [at, span] of run.entries()) {
				if (from === -1 || at < from || at > to) {
					result.push(without(span, mark));
					continue;
				}
				const lead = at === from && !isOwnSign(span) ? span.text.length - span.text.trimStart().length : 0;
				const tail = at === to && !isOwnSign(span) ? span.text.trimEnd().length : span.text.length;
				if (lead > 0) result.push({ ...without(span, mark), text: span.text.slice(0, lead) });
				result.push({ ...span, text: span.text.slice(lead, tail) });
				if (tail < span.text.length) result.push({ ...without(span, mark), text: span.text.slice(tail) });
			}
		} else result.push(...run);
		start = end;
	}
	return result;
}

/** Of the marks that begin at a span, the one that goes on longest. */
function longest(spans: readonly Span[], start: number): { mark: Mark; end: number } | null {
	let found: { mark: Mark; end: number } | null = null;
	for (const mark of MARKS) {
		if (value(spans[start], mark) === undefined) continue;
		const end = endOf(spans, start, mark);
		if (!found || end > found.end) found = { mark, end };
	}
	return found;
}

function edgeBefore(span: Span | undefined, otherwise: Edge): Edge {
	if (!span) return otherwise;
	return isOwnSign(span) || MARKS.some((mark) => value(span, mark) !== undefined)
		? "sign"
		: edgeOf(firstCharacter(span.text));
}

/** Whether a delimiter between what is outside and inside of it is read as one. */
const flanks = (outside: Edge, inside: Edge) =>
	inside === "word" || (inside !== "space" && (outside === "space" || outside === "sign"));
/** Whether it can moreover not be taken for one of the other side, which within asterisks would close the wrong stretch. */
const onlyFlanks = (outside: Edge, inside: Edge) =>
	(inside !== "space" && outside === "space") || (outside === "sign" && inside === "word");

interface Marked extends Piece {
	/** Sign of the delimiter that closed last: another one right after it would flow into it. */
	closed: string;
}

/** A stretch that a mark covers, which is taken off `spans` already. */
function writeMarked(
	mark: Exclude<Mark, "link">,
	spans: readonly Span[],
	around: Around,
	joins: { before: boolean; after: boolean; isClosed: (sign: string) => boolean },
	writer: MarkWriter,
): Marked {
	const { delimiter, tag } = WRITTEN[mark];
	const sign = delimiter.charAt(0);
	const { before, after, inAsterisks, inLink } = around;
	const isAsterisk = sign === "*";
	const inside = write(
		spans,
		{ before, after, delimiter: sign, inAsterisks: inAsterisks || isAsterisk, inLink },
		writer,
	);
	const stands = inAsterisks && isAsterisk ? onlyFlanks : flanks;
	// At the very start or end of a delimiter of the same sign it is one run with it, which is judged as a whole.
	const same = around.delimiter === sign;
	const opens = (same && joins.before) || stands(before, inside.first);
	const closes = (same && joins.after) || stands(after, inside.last);
	if (!opens || !closes || joins.isClosed(sign)) {
		const { text } = write(spans, { before: "sign", after: "sign", delimiter: "", inAsterisks, inLink }, writer);
		return { text: `<${tag}>${text}</${tag}>`, first: "sign", last: "sign", closed: "" };
	}
	return {
		text: delimiter + inside.text + delimiter,
		first: same ? inside.first : "sign",
		last: same ? inside.last : "sign",
		closed: sign,
	};
}

function writeLink(spans: readonly Span[], address: string, writer: MarkWriter): Marked {
	const inside: Around = { before: "sign", after: "sign", delimiter: "", inAsterisks: false, inLink: true };
	const text = `[${write(spans, inside, writer).text}](${address})`;
	return { text, first: "sign", last: "sign", closed: "" };
}

function writeLeaf(span: Span, inLink: boolean, writer: MarkWriter): Marked {
	const [first, last] = isOwnSign(span)
		? (["sign", "sign"] as const)
		: [edgeOf(firstCharacter(span.text)), edgeOf(lastCharacter(span.text))];
	return { text: writer.leaf(span, inLink), first, last, closed: "" };
}

function write(spans: readonly Span[], around: Around, writer: MarkWriter): Piece {
	let text = "";
	let first: Edge | undefined;
	let last: Edge = "space";
	let before = around.before;
	let closed = "";
	for (let start = 0; start < spans.length; ) {
		const span = spans[start];
		if (!span) break;
		const next = longest(spans, start);
		const end = next?.end ?? start + 1;
		let piece: Marked;
		if (next) {
			const inner = spans.slice(start, end).map((one) => without(one, next.mark));
			const after = edgeBefore(spans[end], around.after);
			const isClosed = (sign: string) => closed === sign;
			const joins = { before: start === 0, after: end === spans.length, isClosed };
			piece =
				next.mark === "link"
					? writeLink(inner, writer.address(span), writer)
					: writeMarked(next.mark, inner, { ...around, before, after }, joins, writer);
		} else piece = writeLeaf(span, around.inLink, writer);
		// Before a bracket it would make a picture of a link.
		if (text.endsWith("!") && piece.text.startsWith("[")) text = `${text.slice(0, -1)}\\!`;
		text += piece.text;
		first ??= piece.first;
		({ last, closed } = piece);
		before = closed === "" ? last : "sign";
		start = end;
	}
	return { text, first: first ?? "space", last };
}

/** The spans of one line. */
export function writeMarks(spans: readonly Span[], writer: MarkWriter): string {
	const tidy = MARKS.reduce<Span[]>((list, mark) => spacesOutside(list, mark), [...spans]);
	return write(tidy, { before: "space", after: "space", delimiter: "", inAsterisks: false, inLink: false }, writer)
		.text;
}
