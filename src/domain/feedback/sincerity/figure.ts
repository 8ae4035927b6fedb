/** "$10,000", "45 %", "20 years": whether a figure of the title occurs in the text, and whether a text that is to count has any. */
import type { Finding } from "./finding.ts";
import { amountsIn, unitSeconds } from "./numbers.ts";
import { type SincerityReading, sentencesIn } from "./reading.ts";

const MONEY =
	/(?<![\p{L}\d])(?:US)?[$€£¥] ?\d[\d,]{0,14}(?:\.\d{1,2})?(?: ?(?:k|m|bn|thousand|million|billion)(?!\p{L}))?/iu;
const PERCENT = /(?<![\p{L}\d.,$€£])\d{1,3}(?:\.\d{1,2})? ?(?:%|percent(?!\p{L})|per cent(?!\p{L}))/iu;
const SPAN = /(?<![\p{L}\d.,$€£#])(\d{1,3}) (hours|days|weeks|months|years)(?!\p{L})/iu;
/** A whole, or more than one: "99 percent of gardening is waiting" means no share. */
const IDIOMS = new Set([1, 99, 100, 101, 110, 200]);
/** How far a stated amount may be from a rounded one. */
const ROUNDING = 0.1;
/** Shares that have a word of their own, in per cent. */
const SHARES: readonly [least: number, most: number, word: RegExp][] = [
	[48, 52, /\b(?:half(?! past)|halved|halves|halving|doubled?|twice)\b/i],
	[30, 36, /\bthirds?\b/i],
	[64, 69, /\btwo(?:-| )thirds\b/i],
	[23, 27, /\bquarters?\b/i],
	[73, 77, /\bthree(?:-| )quarters\b/i],
	[18, 22, /\b(?:fifth|one in five)\b/i],
	[78, 82, /\b(?:four fifths|four in five|four out of five)\b/i],
	[9, 11, /\b(?:tenth|one in ten)\b/i],
	[88, 92, /\b(?:nine tenths|nine in ten|nine out of ten)\b/i],
];

/** Whether the text states an amount, alone or as the sum of all that it states. */
function states(reading: SincerityReading, amount: number): boolean {
	let sum = 0;
	const near = (value: number) => Math.abs(value - amount) <= amount * ROUNDING;
	for (const { text } of sentencesIn(reading))
		for (const value of amountsIn(text)) {
			if (near(value)) return true;
			sum += value;
		}
	return near(sum);
}

function says(reading: SincerityReading, words: RegExp): boolean {
	for (const { text } of sentencesIn(reading)) if (words.test(text)) return true;
	return false;
}

const hasShare = (reading: SincerityReading, percent: number) =>
	IDIOMS.has(percent) ||
	SHARES.some(([least, most, word]) => percent >= least && percent <= most && says(reading, word));

/** A time may be told by its days as well as by its months, so only a text without any such word lacks it. */
function hasTime(reading: SincerityReading): boolean {
	for (const { words } of sentencesIn(reading)) if (words.some((word) => unitSeconds(word) !== null)) return true;
	return false;
}

/** An amount of money, a share or a length of time that the title states and the text never does. */
export function missingFigure(reading: SincerityReading): Finding | null {
	const title = reading.title.slice(0, 400);
	for (const pattern of [MONEY, PERCENT, SPAN]) {
		const found = pattern.exec(title);
		if (!found) continue;
		const amount = amountsIn(found[0].replace(/^\D+/, ""))[0];
		if (amount === undefined || states(reading, amount)) continue;
		if (pattern === PERCENT && hasShare(reading, amount)) continue;
		if (pattern === SPAN && hasTime(reading)) continue;
		const [start, end] = [found.index, found.index + found[0].length];
		return { start, end, severity: "suggestion", values: { quote: found[0] } };
	}
	return null;
}

const ASKS_AMOUNT = /(?<!\p{L})how (?:much|many)(?!\p{L})[^?？]*[?？]\s*$/iu;

/** "How much does it cost?" of a text that has no number at all. */
export function missingAmount(reading: SincerityReading): Finding | null {
	const title = reading.title.slice(0, 400);
	const found = ASKS_AMOUNT.exec(title);
	if (!found) return null;
	for (const { text } of sentencesIn(reading))
		if (amountsIn(text).some((amount) => amount !== 1) || /\b(?:half|dozen|nothing|none|zero|free)\b/i.test(text))
			return null;
	return { start: found.index, end: found.index + found[0].trimEnd().length, severity: "suggestion" };
}
