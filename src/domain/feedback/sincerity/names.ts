/** Words in quotation marks, places and organisations of the title: whether they are in the text. */
import type { Finding } from "./finding.ts";
import { ORGANISATIONS, PLACES } from "./place-names.ts";
import { coverage, readTitle, type SincerityReading, sentencesIn } from "./reading.ts";

const QUOTED = /[“"«]([^“”"«»]{4,120})[”"»]/u;
/** Shorter quotations are names of things or words held at arm's length. */
const LEAST_WORDS = 3;
const SAME_WORDS = 0.6;

/** Words somebody is said to have said, three or more, of which the text has no sentence. */
export function missingQuotation(reading: SincerityReading): Finding | null {
	const found = QUOTED.exec(reading.title.slice(0, 400));
	if (!found?.[1]) return null;
	const words = readTitle(found[1]);
	if (words.length < LEAST_WORDS) return null;
	const place: Finding = {
		start: found.index,
		end: found.index + found[0].length,
		severity: "suggestion",
		values: { quote: found[0] },
	};
	const content = words.filter((word) => word.content);
	if (content.length === 0 || coverage(reading, content) < SAME_WORDS) return place;
	for (const { stems } of sentencesIn(reading))
		if (content.filter((word) => stems.includes(word.root)).length / content.length >= SAME_WORDS) return null;
	return place;
}

/** A well-known place or organisation that only the title knows. */
export function missingName(reading: SincerityReading): Finding | null {
	const { titleWords: words, title } = reading;
	for (const [index, word] of words.entries()) {
		if (!/^\p{Lu}/u.test(word.text)) continue;
		for (const last of [words[index + 1], word]) {
			const name = last ? title.slice(word.start, last.end).replace(/['’]s$/, "") : "";
			if (!PLACES.has(name) && !ORGANISATIONS.has(name)) continue;
			if (mentions(reading, name)) return null;
			return { start: word.start, end: word.start + name.length, severity: "suggestion", values: { quote: name } };
		}
	}
	return null;
}

/** The name, or an adjective made of it: "Mongolian", "Spanish" for what begins alike. */
function mentions(reading: SincerityReading, name: string): boolean {
	const lower = name.toLowerCase();
	const begin = lower.slice(0, Math.max(4, lower.length - 3));
	for (const { text, words } of sentencesIn(reading))
		if (lower.includes(" ") ? text.toLowerCase().includes(lower) : words.some((word) => word.startsWith(begin)))
			return true;
	return false;
}
