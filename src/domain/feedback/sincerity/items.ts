/** Everything in a text that may be the items a title announces. */
import type { StoryContext } from "../context.ts";
import { listNounOf } from "./list-nouns.ts";
import { NUMBER_WORDS, numberValue, ordinalValue } from "./numbers.ts";
import { readContent } from "./reading.ts";

export type ItemKind =
	| "headings"
	| "numberedHeadings"
	| "listItems"
	| "numberedParagraphs"
	| "boldLeads"
	| "ordinals"
	| "labelled";

export interface ItemCount {
	count: number;
	kind: ItemKind;
	/** What the text numbers at the head of its headings or paragraphs, "lessons" for "Lesson one"; of `labelled` alone. */
	noun?: string;
}

const FRAMING =
	/^\s*(?:introduction|intro|background|conclusion|summary|final thoughts|wrapping up|wrap-up|the takeaway|takeaways|key takeaways|references|sources|further reading|before you go|in closing|in short|afterword|epilogue|about the author|the bottom line|one last thing|the end|tl;?dr)\b/i;
const NUMBERED =
	/^\s*(?:(?:#|no\.? ?|step |lesson |reason |tip |rule |way |habit |mistake |idea |question |book |sign |number )?#?(\d{1,3})\s*(?:[.):\-–—]|$)|(?:rule|step|lesson|tip|reason) #?(\d{1,3})\b)/i;

/** "Two." and "Seven:", and nothing like "One day" or "Two-thirds". */
const IN_WORDS = new RegExp(`^\\s*(${NUMBER_WORDS.join("|")})(?:[.):]|\\s+[-–—]|$)(?=\\s|$)`, "i");

/** Number at the head of a line, "3.", "Three:" or "Rule #3:", else `null`. */
function leadingNumber(text: string): number | null {
	const head = text.slice(0, 40);
	const found = NUMBERED.exec(head);
	if (found) return Number(found[1] ?? found[2]);
	const word = IN_WORDS.exec(head)?.[1];
	return word ? numberValue(word.toLowerCase()) : null;
}

/** Highest ordinal of a series that begins with "first" and leaves at most one out; 0 when there is no series. */
function ordinalSeries(seen: ReadonlySet<number>): number {
	if (!seen.has(1) && !seen.has(2)) return 0;
	let last = 0;
	for (let at = 1; at <= 30 && at - last <= 2; at += 1) if (seen.has(at)) last = at;
	return last >= 2 ? last : 0;
}

/** One, two, three and so on without a gap: the text numbers its items itself. */
const isSeries = (seen: ReadonlySet<number>) => seen.size >= 2 && Math.max(...seen) === seen.size;

/** What the text counts in words: "first", "second", "finally", and "lesson one", "lesson two". */
class CountedAloud {
	readonly #ordinals = new Set<number>();
	readonly #labels = new Map<string, Set<number>>();
	readonly #heads = new Map<string, Set<number>>();
	#highest = 0;
	/** "Finally" began a sentence after the highest ordinal so far. */
	#closed = false;

	/** @param head the sentence begins a heading or paragraph */
	read(words: readonly string[], ordinals: boolean, head: boolean): void {
		if (ordinals && this.#highest > 0 && words.slice(0, 2).some((word) => /^(?:finally|lastly|last)$/.test(word)))
			this.#closed = true;
		for (const [at, word] of words.entries()) {
			const ordinal = ordinals ? ordinalValue(word.replace(/ly$/, "")) : null;
			if (ordinal !== null) {
				this.#ordinals.add(ordinal);
				if (ordinal > this.#highest) [this.#highest, this.#closed] = [ordinal, false];
			}
			const noun = listNounOf(word);
			const number = noun ? numberValue(words[at + 1] ?? "") : null;
			if (!noun || number === null) continue;
			this.#labels.set(noun, (this.#labels.get(noun) ?? new Set()).add(number));
			if (head && at === 0) this.#heads.set(noun, (this.#heads.get(noun) ?? new Set()).add(number));
		}
	}

	counts(): ItemCount[] {
		const series = ordinalSeries(this.#ordinals);
		const labelled = [...this.#labels].flatMap(([noun, seen]): ItemCount[] => {
			if (!isSeries(seen)) return [];
			return [{ kind: "labelled", count: seen.size, ...(this.#heads.get(noun)?.size === seen.size ? { noun } : {}) }];
		});
		const last: ItemCount[] = this.#closed && series === this.#highest ? [{ kind: "ordinals", count: series + 1 }] : [];
		return [{ kind: "ordinals" as const, count: series }, ...last, ...labelled].filter(({ count }) => count > 0);
	}
}

/** The groups found, largest first. Every figure in the text counts for something at most once in a kind. */
export function itemCounts({ body }: StoryContext): ItemCount[] {
	const aloud = new CountedAloud();
	const counts: ItemCount[] = [];
	const add = (kind: ItemKind, count: number) => {
		if (count > 0) counts.push({ kind, count });
	};
	const byLevel = { 1: 0, 2: 0 };
	const numberedHeadings = new Set<number>();
	let [numberedParagraphs, boldLeads, listItems, orderedItems] = [0, 0, 0, 0];
	for (const one of body) {
		const { block, text } = one;
		if (block.type === "heading" && text.trim() !== "") {
			if (!FRAMING.test(text)) byLevel[block.level] += 1;
			const number = leadingNumber(text);
			if (number !== null) numberedHeadings.add(number);
		}
		if (block.type === "list") {
			const items = block.items.filter((item) => item.depth === 0).length;
			add("listItems", items);
			listItems += items;
			if (block.ordered) orderedItems += items;
		}
		if (block.type === "paragraph") {
			if (leadingNumber(text) !== null) numberedParagraphs += 1;
			const [lead, ...rest] = block.spans;
			if (lead?.bold && rest.some((span) => span.text.trim() !== "")) boldLeads += 1;
		}
		const prose = block.type === "paragraph" || block.type === "heading";
		if (prose || block.type === "list")
			for (const [at, { words }] of readContent(one.content).sentences.entries())
				aloud.read(words, prose, prose && at === 0);
	}
	if (!isSeries(numberedHeadings)) {
		add("headings", byLevel[1]);
		add("headings", byLevel[2]);
	}
	add("numberedHeadings", numberedHeadings.size);
	add("listItems", listItems);
	add("listItems", orderedItems);
	add("numberedParagraphs", numberedParagraphs);
	add("boldLeads", boldLeads);
	return [...counts, ...aloud.counts()].sort((a, b) => b.count - a.count);
}
