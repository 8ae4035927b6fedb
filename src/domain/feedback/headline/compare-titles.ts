/** Title variants side by side, signal by signal. There is deliberately no sum: the signals do not add up to one. */

import { guessLanguage } from "../language.ts";
import { promisedNumber } from "../sincerity/number.ts";
import { readTitle } from "../sincerity/reading.ts";
import { HEADLINE_SIGNALS, type Signal } from "./signals.ts";
import { characterCount, cutLine, type PreviewLine, TITLE_LENGTH } from "./title-length.ts";

export interface ComparedTitle {
	title: string;
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
	/** Signals that at least one title has and at least one lacks: where the variants differ. */
	differing: Signal[];
	/** Signals that all titles share. */
	shared: Signal[];
	/** `false` when the words are not English: only lengths are compared. */
	english: boolean;
}

function lengthOf(characters: number): ComparedTitle["length"] {
	if (characters > TITLE_LENGTH.clip) return "cut";
	if (characters > TITLE_LENGTH.warn) return "long";
	return characters >= TITLE_LENGTH.shortest && characters <= TITLE_LENGTH.longest ? "fits" : "outside";
}

/** @param titles two to five variants; blank ones are left out by the caller */
export function compareTitles(titles: readonly string[]): TitleComparison {
	const english = guessLanguage(titles.join("\n")).code === "en";
	const compared = titles.map((raw): ComparedTitle => {
		const title = raw.replace(/\s+/g, " ").trim();
		const shown: Record<string, string> = {};
		if (english)
			for (const signal of HEADLINE_SIGNALS) {
				const place = signal.find(title);
				if (place) shown[signal.id] = title.slice(place.start, place.end);
			}
		const characters = characterCount(title);
		return {
			title,
			characters,
			length: lengthOf(characters),
			search: cutLine(title, 60),
			signals: Object.keys(shown),
			shown,
			promises: promisedNumber(title, readTitle(title))?.least ?? null,
		};
	});
	const having = (signal: Signal) => compared.filter((one) => one.signals.includes(signal.id)).length;
	return {
		titles: compared,
		differing: HEADLINE_SIGNALS.filter((signal) => having(signal) > 0 && having(signal) < compared.length),
		shared: HEADLINE_SIGNALS.filter((signal) => compared.length > 0 && having(signal) === compared.length),
		english,
	};
}
