/** Title variants side by side, signal by signal. There is deliberately no sum: the signals do not add up to one. */

import { clues, guessLanguage, isPlainly, languageOf } from "../language.ts";
import { promisedNumber } from "../sincerity/number.ts";
import { readTitle } from "../sincerity/reading.ts";
import { HEADLINE_SIGNALS, type Signal } from "./signals.ts";
import { characterCount, cutLine, type PreviewLine, TITLE_LENGTH } from "./title-length.ts";

export interface ComparedTitle {
	title: string;
	/** Signals are English, and so are the tests: of any other title only the length is told. */
	english: boolean;
	characters: number;
	/** Within the range that did best on Medium, outside it, or long enough to be cut. */
	length: "fits" | "outside" | "long" | "cut";
	search: PreviewLine;
	/** Ids of the signals found; empty when the language is not English. */
	signals: string[];
	/** Text that shows each signal, by its id. */
	shown: Record<string, string>;
	promises: number | null;
}

export interface TitleComparison {
	titles: ComparedTitle[];
	/** Signals that at least one English title has and at least one lacks: where the variants differ. */
	differing: Signal[];
	/** Signals that all English titles share. */
	shared: Signal[];
}

function lengthOf(characters: number): ComparedTitle["length"] {
	if (characters > TITLE_LENGTH.clip) return "cut";
	if (characters > TITLE_LENGTH.warn) return "long";
	return characters >= TITLE_LENGTH.shortest && characters <= TITLE_LENGTH.longest ? "fits" : "outside";
}

/** Small words of another language, more than of the story's, from which a plain title is in that language. */
const CLEARLY = 2;

/**
 * A title is in the story's language unless it clearly is not: by its script, by two small words of another language, by
 * one and a letter that English does without, or, in an English story, by one where there is none of English.
 */
export function titleLanguage(title: string, story: string | null): string | null {
	const found = clues(title);
	const own = languageOf(found).code;
	if (story === null || own === null || own === story) return own ?? story;
	if (found.scripts.size > 0 || (story === "en" && isPlainly(title, own))) return own;
	const ahead = (found.stops.get(own) ?? 0) - (found.stops.get(story) ?? 0);
	return ahead >= (found.plain ? CLEARLY : 1) ? own : story;
}

/**
 * @param titles two to five variants; blank ones are left out by the caller
 * @param story ISO 639-1 of the story's language; `null` when it could not be told
 */
export function compareTitles(titles: readonly string[], story: string | null): TitleComparison {
	const language = story ?? guessLanguage(titles.join("\n")).code;
	const compared = titles.map((raw): ComparedTitle => {
		const title = raw.replace(/\s+/g, " ").trim();
		const english = titleLanguage(title, language) === "en";
		const shown: Record<string, string> = {};
		if (english)
			for (const signal of HEADLINE_SIGNALS) {
				const place = signal.find(title);
				if (place) shown[signal.id] = title.slice(place.start, place.end);
			}
		const characters = characterCount(title);
		return {
			title,
			english,
			characters,
			length: lengthOf(characters),
			search: cutLine(title, 60),
			signals: Object.keys(shown),
			shown,
			promises: promisedNumber(title, readTitle(title))?.least ?? null,
		};
	});
	const english = compared.filter((one) => one.english);
	const having = (signal: Signal) => english.filter((one) => one.signals.includes(signal.id)).length;
	return {
		titles: compared,
		differing: HEADLINE_SIGNALS.filter((signal) => having(signal) > 0 && having(signal) < english.length),
		shared: HEADLINE_SIGNALS.filter((signal) => english.length > 0 && having(signal) === english.length),
	};
}
