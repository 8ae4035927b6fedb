/** What the grammar checker says about a text, as plain data, and how a writer's own words keep it quiet. */
import type { BlockFinding } from "../../block-rule.ts";
import type { Severity } from "../../types.ts";
import { type GrammarDialect, MOST_WORD_LENGTH, MOST_WORDS } from "./dialects.ts";
import { grammarKind, SPELLING } from "./rules.ts";
import { type KnownWords, NO_KNOWN_WORDS, plainWord } from "./story-words.ts";

/** One thing found. Offsets are UTF-16; crosses to a worker and back. */
export interface Lint {
	/** Harper's kind, such as "Spelling" or "WordChoice". */
	kind: string;
	start: number;
	end: number;
	/** In English, as Harper puts it. */
	message: string;
	/** What may stand in place of the text between start and end, likeliest first. */
	suggestions: readonly string[];
}

export interface BlockLinter {
	/** Findings about one block's text. Rejects when the checker falls over it, and can check nothing after that. */
	lintBlock(text: string): Promise<readonly Lint[]>;
	setDialect(dialect: GrammarDialect): Promise<void>;
	dispose(): Promise<void>;
}

/** The dictionary with one word more, sorted; the same when it is there already or no word. */
export function withWord(dictionary: readonly string[], word: string): string[] {
	const added = plainWord(word.trim());
	if (added === "" || added.length > MOST_WORD_LENGTH) return [...dictionary];
	if (dictionary.includes(added) || dictionary.length >= MOST_WORDS) return [...dictionary];
	return [...dictionary, added].sort((a, b) => a.localeCompare(b, "en"));
}

/** Part of an address, a path, a file's name, a handle or code: no prose. */
function insideToken(text: string, start: number, end: number): boolean {
	if (/[._/@#\\=&~$`-]/.test(text.charAt(start - 1)) && /\S/.test(text.charAt(start - 2) || " ")) return true;
	if (/[@#/\\$`]/.test(text.charAt(start - 1))) return true;
	return /[._/@\\=&~:(]/.test(text.charAt(end)) && /[\p{L}\p{N}_/\\)]/u.test(text.charAt(end + 1));
}

/** Below this a word is as likely a term as a slip. */
const LEAST_SLIP = 5;

/** Whether two words differ as a slip of spelling does: neighbours swapped, a letter doubled or not, one vowel for another. */
function isSlip(word: string, right: string): boolean {
	if (word.length < LEAST_SLIP) return false;
	const single = (text: string) => text.replace(/(.)\1/g, "$1");
	if (single(word) === single(right)) return true;
	if (word.length !== right.length) return false;
	const at = [...word].findIndex((letter, index) => letter !== right[index]);
	const [one, next] = [word.charAt(at), word.charAt(at + 1)];
	if (right.slice(at, at + 2) === next + one) return word.slice(at + 2) === right.slice(at + 2);
	return /[aeiou]/.test(one) && /[aeiou]/.test(right.charAt(at)) && word.slice(at + 1) === right.slice(at + 1);
}

function spellingSeverity(
	text: string,
	{ start, end, suggestions: [right = ""] }: Lint,
	known: KnownWords,
): Severity | null {
	const word = plainWord(text.slice(start, end));
	// "iOS", "sha256", "HTTP", "snake_case": made like a name or code.
	if (/[\p{N}_]|\p{Ll}\p{Lu}|^\p{Lu}{2,6}s?$/u.test(word)) return null;
	if (known.dictionary.has(word) || known.dictionary.has(word.toLowerCase()) || known.names.has(word)) return null;
	const capital = word.charAt(0) !== word.charAt(0).toLowerCase();
	const opens = /(?:^|[.!?…:]["”’)]*\s|\n)["“‘(]*$/.test(text.slice(Math.max(0, start - 4), start)) || start === 0;
	// A name that comes once, or a word of the trade: worth a look, not a red line.
	if (capital && !opens) return "note";
	const lower = word.toLowerCase();
	return known.terms.has(lower) && !isSlip(lower, right.toLowerCase()) ? "note" : "error";
}

/** What is left to say about a block's text once the writer's own words are known. Sorted by place. */
export function grammarFindings(
	text: string,
	lints: readonly Lint[],
	known: KnownWords = NO_KNOWN_WORDS,
): BlockFinding[] {
	const found: BlockFinding[] = [];
	for (const lint of lints) {
		const { kind, start, end, message, suggestions } = lint;
		if (start < 0 || end > text.length || start >= end || insideToken(text, start, end)) continue;
		const [replacement, ...others] = suggestions;
		const { ruleId, severity: weight } = grammarKind(kind, text.slice(start, end), replacement);
		const severity = ruleId === SPELLING ? spellingSeverity(text, lint, known) : weight;
		if (severity === null) continue;
		found.push({
			ruleId,
			severity,
			start,
			end,
			values: { word: text.slice(start, end), message, ...(others.length > 0 && { others: others.join("\n") }) },
			...(replacement !== undefined && { replacement }),
		});
	}
	return found.sort((a, b) => a.start - b.start || a.end - b.end);
}
