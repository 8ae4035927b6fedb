/** A mark of Markdown that is closed while typing: `**bold**`, `*italic*`, `` `code` ``, `~~struck~~`, `[text](address)`. */
import { safeHref } from "#domain/story/links.ts";
import type { Span } from "#domain/story/schema.ts";

type InlineMark = Omit<Span, "text">;

interface Rule {
	/** Ends at the caret. Group 1 is the text; group 2, for links, the address. */
	pattern: RegExp;
	mark: (match: RegExpExecArray) => InlineMark | null;
	/** The last character typed when the rule may apply. */
	trigger: string;
}

/** Most specific first. A mark neither starts nor ends with a space, so that `2 * 3 * 4` stays as it is. */
const RULES: readonly Rule[] = [
	{ pattern: /`([^`\n]+)`$/, mark: () => ({ code: true }), trigger: "`" },
	{
		pattern: /(?<!!)\[([^\]\n]+)\]\(([^()\s]+(?:\([^()\s]*\)[^()\s]*)*)\)$/,
		mark: (match) => {
			const href = safeHref(match[2] ?? "");
			return href === null ? null : { link: { href } };
		},
		trigger: ")",
	},
	{ pattern: /\*\*(?![\s*])([^\n]*?[^\s*])\*\*$/, mark: () => ({ bold: true }), trigger: "*" },
	{
		pattern: /(?<![\p{L}\p{N}_])__(?![\s_])([^\n]*?[^\s_])__(?![\p{L}\p{N}_])$/u,
		mark: () => ({ bold: true }),
		trigger: "_",
	},
	{ pattern: /~~(?![\s~])([^\n]*?[^\s~])~~$/, mark: () => ({ strikethrough: true }), trigger: "~" },
	{ pattern: /(?<!\*)\*(?![\s*])([^*\n]*[^\s*])\*(?!\*)$/, mark: () => ({ italic: true }), trigger: "*" },
	{
		pattern: /(?<![\p{L}\p{N}_])_(?![\s_])([^_\n]*[^\s_])_(?![\p{L}\p{N}_])$/u,
		mark: () => ({ italic: true }),
		trigger: "_",
	},
];

export const INLINE_TRIGGERS: ReadonlySet<string> = new Set(RULES.map((rule) => rule.trigger));

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
		const match = rule.pattern.exec(text);
		const mark = match && rule.mark(match);
		if (match && mark) return { length: match[0].length, text: match[1] ?? "", mark };
	}
	return null;
}
