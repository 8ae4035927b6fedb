/** The language of a text, a title or one block. Scripts and stop words tell at once; a loaded detector tells better. */
import { clues, guessLanguage } from "../language.ts";
import type { LanguageGuess } from "../types.ts";

/**
 * How well languages fit a text: ISO 639-1 and a score above 0, best first; empty when none does.
 * Comes from {@link loadDetector}; without one, stop words decide.
 */
export type LanguageDetector = (text: string) => readonly (readonly [code: string, score: number])[];

/** Loads the n-grams (0.95 MB): in a worker, never on the window's way to its first frame. */
export async function loadDetector(): Promise<LanguageDetector> {
	const { eld } = await import("eld/extrasmall");
	return (text) => Object.entries(eld.detect(text).getScores()).sort((a, b) => b[1] - a[1]);
}

/** Scripts of one language alone (as far as a writer on Medium is concerned). */
const OWN_SCRIPT: ReadonlySet<string> = new Set(["ja", "ko", "zh", "he", "el", "hi", "th"]);
/** The detector takes no account of more. */
const READ_LENGTH = 1000;
/** Words from which its answer is taken as sure; characters where a character is a syllable or a word. */
const SURE_WORDS = 6;
/** Malay and Indonesian are told apart by a reader, not by their letters. */
const ALIKE: Readonly<Record<string, string>> = { ms: "id" };

/** A text of its own: a title, or the whole of a story. */
export function textLanguage(text: string, detect: LanguageDetector | null): LanguageGuess {
	const sample = text.slice(0, READ_LENGTH);
	const guess = guessLanguage(sample);
	if (!detect || guess.code === null) return guess.code === null && detect ? detected(sample, detect) : guess;
	return OWN_SCRIPT.has(guess.code) ? guess : detected(sample, detect, guess);
}

function detected(sample: string, detect: LanguageDetector, otherwise?: LanguageGuess): LanguageGuess {
	const [best] = detect(sample);
	if (!best) return otherwise ?? { code: null, presumed: true };
	return { code: ALIKE[best[0]] ?? best[0], presumed: clues(sample).words < SURE_WORDS };
}

/** A short block is in the story's language when that fits at least this well, as a share of the best fit. */
const STORY_FITS = 0.8;

/**
 * The language of one block; `null` when nothing tells. A block too short to tell, or one that the story's language fits
 * about as well as any, is in the story's language.
 */
export function blockLanguage(text: string, story: LanguageGuess, detect: LanguageDetector | null): string | null {
	const own = textLanguage(text, detect);
	if (own.code === null || story.code === null || own.code === story.code) return own.code ?? story.code;
	if (!detect) return own.presumed ? story.code : own.code;
	if (OWN_SCRIPT.has(own.code)) return own.code;
	const sample = text.slice(0, READ_LENGTH);
	const { words } = clues(sample);
	if (words < 3) return story.code;
	const scores = detect(sample);
	const best = scores[0]?.[1] ?? 0;
	const fit = scores.find(([code]) => (ALIKE[code] ?? code) === story.code)?.[1] ?? 0;
	// The longer the block, the less does it take to be another language.
	const enough = words < SURE_WORDS ? STORY_FITS : (1 + STORY_FITS) / 2;
	return best > 0 && fit / best >= enough ? story.code : own.code;
}
