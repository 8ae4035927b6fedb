/** Whether the text keeps what the title promises: a number of items, an answer, an absolute claim. */
import type { BlockInContext, StoryContext } from "../context.ts";
import { stemsFoundIn, subjectStems, wordsOf } from "../text.ts";

const NUMBER_WORDS =
	"two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
		" ",
	);
/** Nouns that announce a list; a span of time or money after a number announces none. */
const LIST_NOUNS = new Set(
	"ways tips tricks lessons reasons things steps rules habits mistakes ideas questions tools books signs principles facts secrets examples methods strategies techniques truths myths skills exercises stories words libraries features commands apps hacks patterns practices quotes points changes experiments answers benefits challenges concepts prompts resources insights takeaways hints errors traps pitfalls problems projects types kinds stages phases qualities traits phrases laws layers pieces articles essays recipes walks places".split(
		" ",
	),
);

export interface PromisedNumber {
	number: number;
	noun: string;
	/** Place in the title, number to noun. */
	start: number;
	end: number;
}

/** "7 quiet ways" in a title: the number and what it counts. */
export function promisedNumber(title: string): PromisedNumber | null {
	const words = wordsOf(title);
	for (const [index, word] of words.entries()) {
		const lower = word.text.toLowerCase();
		const spelled = NUMBER_WORDS.indexOf(lower);
		const number = /^\d{1,2}$/.test(lower) ? Number(lower) : spelled >= 0 ? spelled + 2 : 0;
		if (number < 2) continue;
		for (const noun of words.slice(index + 1, index + 4))
			if (LIST_NOUNS.has(noun.text.toLowerCase()))
				return { number, noun: noun.text.toLowerCase(), start: word.start, end: noun.end };
	}
	return null;
}

export interface ItemCount {
	count: number;
	kind: "headings" | "numberedHeadings" | "listItems" | "numberedParagraphs";
}

const FRAMING =
	/^\s*(?:introduction|intro|conclusion|summary|final thoughts|wrapping up|the takeaway|takeaways|key takeaways|references|sources|further reading|before you go|in closing|in short|afterword|epilogue|about the author|tl;?dr)\b/i;
const NUMBERED = /^\s*(?:#|no\.? ?|step |lesson |reason |tip |rule |way )?\d{1,2}\s*(?:[.):\-–—]|$)/i;

/** Everything in the text that could be the announced items, the largest groups first. */
export function itemCounts(context: StoryContext): ItemCount[] {
	const counts: ItemCount[] = [];
	const add = (kind: ItemCount["kind"], count: number) => {
		if (count > 0) counts.push({ kind, count });
	};
	const headings = context.body.flatMap(({ block, text }) =>
		block.type === "heading" && text.trim() !== "" ? [{ level: block.level, text }] : [],
	);
	for (const level of [1, 2])
		add("headings", headings.filter((one) => one.level === level && !FRAMING.test(one.text)).length);
	add("numberedHeadings", headings.filter((one) => NUMBERED.test(one.text)).length);
	let numbered = 0;
	let ordered = 0;
	for (const { block, text } of context.body) {
		if (block.type === "list") {
			const items = block.items.filter((item) => item.depth === 0).length;
			add("listItems", items);
			if (block.ordered) ordered += items;
		}
		if (block.type === "paragraph" && NUMBERED.test(text.slice(0, 40))) numbered += 1;
	}
	add("listItems", ordered);
	add("numberedParagraphs", numbered);
	return counts.sort((a, b) => b.count - a.count);
}

/** The group closest to the promise; a group that keeps it wins. `null` when the text has no groups at all. */
export function closestCount(promised: number, counts: readonly ItemCount[]): ItemCount | null {
	let best: ItemCount | null = null;
	for (const one of counts) if (!best || Math.abs(one.count - promised) < Math.abs(best.count - promised)) best = one;
	return best;
}

/** Share of the title's subject words that the text takes up, 0 to 1. */
export function questionCoverage(title: string, prose: readonly BlockInContext[]): number {
	return stemsFoundIn(
		subjectStems(title),
		prose.map((one) => one.content.stems),
	);
}

/**
 * Whether a claim word of the title is taken up in the text: a sentence repeats the word, or a sentence
 * on the title's subject gives a figure for it.
 */
export function claimSupported(word: string, title: string, prose: readonly BlockInContext[]): boolean {
	const wanted = word.toLowerCase();
	if (prose.some((one) => one.content.lowerWords.has(wanted))) return true;
	const subject = subjectStems(title);
	if (subject.size === 0) return false;
	return prose.some((one) => one.content.figures.some((stems) => stemsFoundIn(subject, [stems]) >= 0.5));
}
