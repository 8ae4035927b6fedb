/** What the palette lists and in which order. Pure. */
import { fold } from "#ui/format/fold.ts";

export interface PaletteEntry {
	/** "command:story.new", "story:<id>", "page:…"; unique, kept as "recent". */
	id: string;
	label: string;
	/** What kind it is, in a word, or when its keys mean it. */
	note: string;
	/** Other words it is found by. */
	also?: string;
	keys?: string | undefined;
	isDisabled?: boolean;
	run: () => void;
}

/**
 * How well a text answers what was typed, 0 when not at all: every typed word must be there, starts of words count
 * more than middles, and letters in order ("nst" for "New story") count a little.
 */
export function score(text: string, typed: string): number {
	const words = fold(typed).split(/\s+/).filter(Boolean);
	const target = fold(text);
	if (words.length === 0) return 1;
	let total = 0;
	for (const word of words) {
		const at = target.indexOf(word);
		if (at === 0) total += 4;
		else if (at > 0 && !/[\p{L}\p{N}]/u.test(target[at - 1] ?? "")) total += 3;
		else if (at > 0) total += 2;
		else if (initials(target, word)) total += 1;
		else return 0;
	}
	return total / words.length;
}

/** Whether the letters occur in order, the first at the start of a word. */
function initials(target: string, letters: string): boolean {
	const [first = "", ...rest] = letters;
	return [...target.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].some(({ 0: start, index }) => {
		if (start !== first) return false;
		let at = index;
		return rest.every((letter) => {
			at = target.indexOf(letter, at + 1);
			return at >= 0;
		});
	});
}

/** Entries that answer what was typed, best first; with nothing typed the recent ones first. */
export function rank(entries: readonly PaletteEntry[], typed: string, recent: readonly string[]): PaletteEntry[] {
	const recency = (entry: PaletteEntry) => {
		const at = recent.indexOf(entry.id);
		return at < 0 ? 0 : 1 - at / (recent.length + 1);
	};
	return entries
		.map((entry) => ({
			entry,
			score: Math.max(score(entry.label, typed), entry.also ? score(entry.also, typed) * 0.8 : 0),
			recency: recency(entry),
		}))
		.filter((ranked) => ranked.score > 0)
		.sort((a, b) => b.score + b.recency - (a.score + a.recency))
		.map((ranked) => ranked.entry);
}
