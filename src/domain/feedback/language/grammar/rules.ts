/** The rules that the grammar checker answers for, as data: spelling, and one rule a kind of mistake. */
import { sentence } from "../../../words/message.ts";
import { convention } from "../../sources.ts";
import type { Rule, Severity, Source } from "../../types.ts";
import { ENGLISH } from "../language-rule.ts";

const HARPER: Source = {
	id: "harper",
	title: "Harper 2.10.0 (Automattic, Apache-2.0)",
	detail: sentence(
		"An open grammar checker that runs on this machine. It knows English alone and can be wrong: names, dialogue and play with language are yours to judge.",
	),
	url: "https://writewithharper.com/",
};

/** Kinds as Harper names them, with the weight of a finding. Kinds of taste start switched off: our own rules speak about style. */
const KINDS: Readonly<Record<string, { name: string; severity: Severity; off?: true }>> = {
	Agreement: { name: sentence("Words that do not agree"), severity: "error" },
	BoundaryError: { name: sentence("Words run together or apart"), severity: "error" },
	Capitalization: { name: sentence("Capital letters"), severity: "suggestion" },
	Eggcorn: { name: sentence("A misheard phrase"), severity: "error" },
	Enhancement: { name: sentence("A stronger wording"), severity: "note", off: true },
	Formatting: { name: sentence("Spacing and signs"), severity: "note" },
	Grammar: { name: sentence("Grammar"), severity: "error" },
	Malapropism: { name: sentence("A word mistaken for another"), severity: "error" },
	Miscellaneous: { name: sentence("Other mistakes"), severity: "suggestion" },
	Nonstandard: { name: sentence("Not standard English"), severity: "suggestion" },
	Punctuation: { name: sentence("Punctuation"), severity: "suggestion" },
	Readability: { name: sentence("Readability as the checker sees it"), severity: "note", off: true },
	Redundancy: { name: sentence("Said twice"), severity: "note" },
	Regionalism: { name: sentence("Another region's English"), severity: "note" },
	Repetition: { name: sentence("A word twice in a row"), severity: "error" },
	Style: { name: sentence("Style as the checker sees it"), severity: "note", off: true },
	Typo: { name: sentence("A typing mistake"), severity: "error" },
	Usage: { name: sentence("Usage"), severity: "suggestion" },
	WordChoice: { name: sentence("Word choice"), severity: "suggestion" },
	WordOrder: { name: sentence("Word order"), severity: "error" },
};

const kebab = (kind: string) => kind.replace(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

/** @param kind as Harper names it; a kind of a later version counts as `Miscellaneous` */
function grammarRuleId(kind: string): string {
	return `language.grammar.${kebab(kind in KINDS ? kind : "Miscellaneous")}`;
}

/** What the checker files among style or "miscellaneous" and is a clear mistake all the same. */
const CLEAR: readonly { kind: string; is(quote: string, replacement: string): boolean }[] = [
	// "a insurance", "an test".
	{ kind: "Grammar", is: (quote, replacement) => /^an?$/.test(quote) && /^an?$/.test(replacement) },
	// "could of".
	{ kind: "Grammar", is: (quote, replacement) => / of$/.test(quote) && / have$/.test(replacement) },
	// "taller then me".
	{ kind: "Malapropism", is: (quote, replacement) => /^th[ea]n$/.test(quote) && /^th[ea]n$/.test(replacement) },
	// "its raining", "dont".
	{
		kind: "Punctuation",
		is: (quote, replacement) => quote !== replacement && quote === replacement.replace(/['’]/g, ""),
	},
	// "i think".
	{ kind: "Capitalization", is: (quote, replacement) => /^i\b/.test(quote) && quote === replacement.toLowerCase() },
];

/**
 * Which rule a finding belongs to and how much it weighs.
 * @param kind as Harper names it
 * @param replacement the likeliest words in place of `quote`
 */
export function grammarKind(kind: string, quote: string, replacement = ""): { ruleId: string; severity: Severity } {
	if (kind === "Spelling") return { ruleId: SPELLING, severity: "error" };
	const lower = kind === "Capitalization" ? [quote, replacement] : [quote.toLowerCase(), replacement.toLowerCase()];
	const clear = CLEAR.find(({ is }) => is(lower[0] ?? "", lower[1] ?? ""));
	return {
		ruleId: grammarRuleId(clear?.kind ?? kind),
		severity: clear ? "error" : (KINDS[kind]?.severity ?? "suggestion"),
	};
}

export const SPELLING = "language.spelling";

const rule = (data: Pick<Rule, "id" | "name" | "message" | "why" | "defaultOn">): Rule => ({
	...data,
	area: "language",
	evidence: [convention(HARPER)],
	languages: ENGLISH,
	thresholds: {},
});

/**
 * Findings carry Harper's own English words as the value `message`; they are not translated. The place `english` is the
 * window's to fill: it knows the English chosen in the settings.
 */
export const GRAMMAR_RULES: readonly Rule[] = [
	rule({
		id: SPELLING,
		name: sentence("Spelling"),
		message: sentence(
			"“{{word}}” is not in the {{english}} dictionary. If it is right, add it to your dictionary or choose another English in the settings.",
		),
		why: sentence(
			"A misspelt word makes a reader doubt the rest. Names that the story uses again and again are left alone.",
		),
		defaultOn: true,
	}),
	...Object.entries(KINDS).map(([kind, { name, off }]) =>
		rule({
			id: grammarRuleId(kind),
			name,
			message: sentence("{{message}}"),
			why: sentence("Found by an open grammar checker that runs on this machine."),
			defaultOn: !off,
		}),
	),
];
