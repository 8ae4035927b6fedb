/** "In ten minutes": whether the text bears out the time a title promises. */
import { across, type Finding } from "./finding.ts";
import { numberValue, ordinalValue, unitSeconds } from "./numbers.ts";
import { type SincerityReading, sentencesIn, type TitleWord } from "./reading.ts";

interface Span {
	seconds: number;
	unit: string;
	number: number;
	words: TitleWord[];
}

/** Months and years in a title are mostly dates, ages or prospects. */
const LONGEST_PROMISE = 31_557_600;
const SINGLE = /^(?:a|an|one)$/;

/** "in 30 seconds", "in a weekend", "under an hour". */
function promisedTime({ title, titleWords: words }: SincerityReading): Span | null {
	if (/[?？]/.test(title)) return null;
	for (const [index, word] of words.entries()) {
		if (!/^(?:in|within|under)$/.test(word.lower)) continue;
		const skip = /^(?:just|only|under|about|less)$/.test(words[index + 1]?.lower ?? "") ? 2 : 1;
		const [count, unit] = [words[index + skip], words[index + skip + 1]];
		const seconds = unitSeconds(unit?.lower ?? "");
		if (!count || !unit || seconds === null) continue;
		const number = SINGLE.test(count.lower) ? 1 : numberValue(count.lower);
		if (number === null || number * seconds > LONGEST_PROMISE) continue;
		return { seconds: number * seconds, unit: unit.lower.replace(/s$/, ""), number, words: [word, count, unit] };
	}
	return null;
}

const LONG_WORDS = /\b(?:lunch|noon|midday|tea time|breakfast|supper|dinner time|o'clock|overnight)\b/i;

/** How far a stated time may be from the promise. */
const FIT = { least: 0.2, most: 3 };

export function unkeptTime(reading: SincerityReading): Finding | null {
	const promise = promisedTime(reading);
	if (!promise) return null;
	let [sum, longest, said] = [0, 0, false];
	for (const { text, words } of sentencesIn(reading)) {
		for (const [at, word] of words.entries()) {
			const seconds = unitSeconds(word);
			if (seconds === null) continue;
			const before = words.slice(Math.max(0, at - 3), at);
			const number = before.map(numberValue).findLast((value) => value !== null);
			const time = (number ?? 1) * seconds;
			// "The ninth weekend" says as much as "nine weekends".
			if (
				word.replace(/s$/, "") === promise.unit &&
				before.some((one) => ordinalValue(one) === promise.number && one !== "second")
			)
				return null;
			sum += time;
			longest = Math.max(longest, time);
			if (time >= promise.seconds / 1.5 && time <= promise.seconds * 1.5) return null;
		}
		if (promise.seconds > 7000 && promise.seconds < 90_000 && LONG_WORDS.test(text)) said = true;
	}
	if (longest > promise.seconds * FIT.most)
		return across(promise.words, "suggestion", { quote: quoteOf(reading, promise) });
	if (said || (sum >= promise.seconds * FIT.least && sum <= promise.seconds * FIT.most)) return null;
	return across(promise.words, "suggestion", { quote: quoteOf(reading, promise) });
}

const quoteOf = ({ title }: SincerityReading, { words }: Span) => title.slice(words[0]?.start, words.at(-1)?.end);
