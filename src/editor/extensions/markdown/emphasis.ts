/**
 * Which delimiters of Markdown belong together: CommonMark's way with a stack, which looks at each but a few times.
 * https://spec.commonmark.org/0.31.2/#an-algorithm-for-parsing-nested-emphasis-and-links
 */
import type { Span } from "#domain/story/schema.ts";

export type Mark = Pick<Span, "bold" | "italic" | "strikethrough" | "code" | "link">;

/** A piece of a line: text, or a run of delimiters whose unmatched signs (`text`) are text too. */
export interface Piece {
	text: string;
	code: boolean;
	/** Marks that end before the text. */
	ends: Mark[];
	/** Marks that begin after the text. */
	starts: Mark[];
	/** `null` for text and once it has been judged. */
	run: Run | null;
}

interface Run {
	sign: string;
	length: number;
	opens: boolean;
	closes: boolean;
}

export const textPiece = (text: string, code = false): Piece => ({ text, code, ends: [], starts: [], run: null });

const ENDS_WORD = /[\p{L}\p{N}_]$/u;
const BEGINS_WORD = /^[\p{L}\p{N}_]/u;

/**
 * A run of one sign. A mark neither starts nor ends with a space, so that `2 * 3 * 4` stays as it is; that of `_` neither
 * within a word. Unlike CommonMark's, it may stand between a sign and a letter: there it stands where words are not parted.
 * @param before ends with the character before the run; empty at the start
 * @param after begins with the one behind it
 */
export function runPiece(text: string, before: string, after: string): Piece {
	const sign = text.charAt(0);
	const opens = /^\S/.test(after) && !(sign === "_" && ENDS_WORD.test(before));
	const closes = /\S$/.test(before) && !(sign === "_" && BEGINS_WORD.test(after));
	const isMark = sign !== "~" || text.length === 2;
	return { ...textPiece(text), run: isMark && (opens || closes) ? { sign, length: text.length, opens, closes } : null };
}

function markOf(sign: string, signs: number): Mark {
	if (sign === "~") return { strikethrough: true };
	return signs === 2 ? { bold: true } : { italic: true };
}

/** CommonMark's rule of three, for runs that may both open and close. */
function matches(opener: Run, closer: Run): boolean {
	if (opener.sign !== closer.sign) return false;
	if (!opener.closes && !closer.opens) return true;
	return (opener.length + closer.length) % 3 !== 0 || (opener.length % 3 === 0 && closer.length % 3 === 0);
}

/** Finds the marks among the pieces from `from` on. What is found there is text afterwards. */
export function matchDelimiters(pieces: readonly Piece[], from: number): void {
	const openers: { piece: Piece; run: Run; at: number }[] = [];
	/** Up to which place no opener fits closers of a kind. */
	const searched = new Map<string, number>();
	for (let at = from; at < pieces.length; at += 1) {
		const piece = pieces[at];
		const run = piece?.run;
		if (!piece || !run) continue;
		piece.run = null;
		const kind = `${run.sign}${run.opens}${run.length % 3}`;
		while (run.closes && piece.text !== "") {
			let top = openers.length - 1;
			const least = searched.get(kind) ?? -1;
			while (top >= 0 && (openers[top]?.at ?? 0) > least && !matches(openers[top]?.run ?? run, run)) top -= 1;
			const opener = openers[top];
			if (!opener || opener.at <= least) {
				searched.set(kind, openers.at(-1)?.at ?? least);
				break;
			}
			openers.length = top + 1;
			const signs = opener.piece.text.length >= 2 && piece.text.length >= 2 ? 2 : 1;
			const mark = markOf(run.sign, signs);
			opener.piece.starts.push(mark);
			piece.ends.push(mark);
			opener.piece.text = opener.piece.text.slice(signs);
			piece.text = piece.text.slice(signs);
			if (opener.piece.text === "") openers.pop();
		}
		if (run.opens && piece.text !== "") openers.push({ piece, run, at });
	}
}
