/** Markdown inside a line: `**bold**`, `*italic*`, `` `code` ``, `~~struck~~`, `[text](address)`. */
import { safeHref } from "#domain/story/links.ts";
import type { Span } from "#domain/story/schema.ts";

export type InlineMark = Omit<Span, "text">;

interface Rule {
	/** Group 1 is the text; group 2, for links, the address. Anchored nowhere. */
	pattern: RegExp;
	mark: (match: RegExpExecArray) => InlineMark | null;
	/** The last character typed when the rule may apply. */
	trigger: string;
	/** Marks inside the text count too. */
	nests: boolean;
}

/** Most specific first. A mark neither starts nor ends with a space, so that `2 * 3 * 4` stays as it is. */
const RULES: readonly Rule[] = [
	{ pattern: /`([^`\n]+)`/, mark: () => ({ code: true }), trigger: "`", nests: false },
	{
		pattern: /(?<!!)\[([^\]\n]+)\]\(([^()\s]+(?:\([^()\s]*\)[^()\s]*)*)\)/,
		mark: (match) => {
			const href = safeHref(match[2] ?? "");
			return href === null ? null : { link: { href } };
		},
		trigger: ")",
		nests: true,
	},
	{ pattern: /\*\*(?![\s*])([^\n]*?[^\s*])\*\*/, mark: () => ({ bold: true }), trigger: "*", nests: true },
	{
		pattern: /(?<![\p{L}\p{N}_])__(?![\s_])([^\n]*?[^\s_])__(?![\p{L}\p{N}_])/u,
		mark: () => ({ bold: true }),
		trigger: "_",
		nests: true,
	},
	{ pattern: /~~(?![\s~])([^\n]*?[^\s~])~~/, mark: () => ({ strikethrough: true }), trigger: "~", nests: true },
	{ pattern: /(?<!\*)\*(?![\s*])([^*\n]*[^\s*])\*(?!\*)/, mark: () => ({ italic: true }), trigger: "*", nests: true },
	{
		pattern: /(?<![\p{L}\p{N}_])_(?![\s_])([^_\n]*[^\s_])_(?![\p{L}\p{N}_])/u,
		mark: () => ({ italic: true }),
		trigger: "_",
		nests: true,
	},
];

export const INLINE_TRIGGERS: ReadonlySet<string> = new Set(RULES.map((rule) => rule.trigger));

/** Text with Markdown marks as spans. What is no mark stays as it is. */
export function inlineMarkdown(text: string, around: InlineMark = {}): Span[] {
	let first: { rule: Rule; match: RegExpExecArray; mark: InlineMark } | null = null;
	for (const rule of RULES) {
		const match = rule.pattern.exec(text);
		if (!match || (first && match.index >= first.match.index)) continue;
		const mark = rule.mark(match);
		if (mark) first = { rule, match, mark };
	}
	if (!first) return text === "" ? [] : [{ text, ...around }];
	const { rule, match, mark } = first;
	const inner = match[1] ?? "";
	const marks = { ...around, ...mark };
	return [
		...(match.index > 0 ? [{ text: text.slice(0, match.index), ...around }] : []),
		...(rule.nests ? inlineMarkdown(inner, marks) : [{ text: inner, ...marks }]),
		...inlineMarkdown(text.slice(match.index + match[0].length), around),
	];
}

export interface TypedMark {
	/** UTF-16 units from the end of the text that the Markdown takes. */
	length: number;
	text: string;
	mark: InlineMark;
}

/** The mark that the last character typed has just closed, if any. `text` is the line up to the caret. */
export function closedMark(text: string): TypedMark | null {
	const last = text.at(-1) ?? "";
	for (const rule of RULES) {
		if (rule.trigger !== last) continue;
		const match = new RegExp(`(?:${rule.pattern.source})$`, rule.pattern.flags).exec(text);
		const mark = match && rule.mark(match);
		if (match && mark) return { length: match[0].length, text: match[1] ?? "", mark };
	}
	return null;
}
