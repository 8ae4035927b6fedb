/** A small language guess from scripts and stop words: enough to keep English rules off other texts. */
import type { LanguageGuess } from "./types.ts";

const STOP_WORDS: Readonly<Record<string, string>> = {
	en: "the a of and to in is that it was for on with as are this be at by have from or not but what all were when your can there an which their will would about them these so its who now than been did get into your how our why my we you they he she his her i'm it's don't isn't i've here's out up if no just more some",
	de: "der die das und ist nicht ein eine zu den mit von für auf sich dem des im auch als wie wird sind aus bei nach über noch nur ich wir sie warum wenn oder aber einen einer kann mein unser habe",
	fr: "le la les des est et un une que qui dans pour pas sur avec ce il elle nous vous je mais comme plus par au aux du sont cette ces pourquoi comment mon ma votre notre être fait ou",
	es: "el la los las de que y en un una es por con para no se lo como más pero sus le ya este esta son cómo qué porque mi tu nuestro sin sobre también hay fue desde cuando",
	pt: "o a os as de que e em um uma é por com para não se mais como mas seu sua ao dos das são foi você eu isso este esta porque meu minha pelo pela também quando sem",
	it: "il lo la gli le di che e un una è per con non si da come più ma sono del della dei nel alla perché mio mia questo questa anche io ho degli delle cosa quando",
	nl: "de het een en van is niet dat op te zijn met voor die aan er om ook als maar bij naar uit wat waarom hoe ik mijn je wij ons deze dit worden heeft nog",
	sv: "och att det som en på är av för med den till inte har om ett men var jag så vi kan från när hur varför eller min",
	pl: "i w nie na się z do to że jest jak po co tak za od ale czy przez dla już był które dlaczego mój",
	tr: "ve bir bu için de da ne ile çok daha gibi en ama olarak var değil ben biz neden nasıl",
	id: "yang dan di untuk dengan tidak ini dari pada itu adalah dalam akan saya kita bagaimana mengapa atau juga ke",
};

/** Small words of other languages that are English words too. */
const ALSO_ENGLISH = new Set(
	"a also am an as at come comment die do for had has hat have i in is me men met no of on par pas plus si so son to want war was".split(
		" ",
	),
);

const STOPS = new Map<string, Set<string>>(
	Object.entries(STOP_WORDS).map(([code, words]) => [code, new Set(words.split(" "))]),
);

const SCRIPTS: readonly [code: string, letters: RegExp][] = [
	["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
	["ko", /\p{Script=Hangul}/gu],
	["zh", /\p{Script=Han}/gu],
	["ru", /\p{Script=Cyrillic}/gu],
	["ar", /\p{Script=Arabic}/gu],
	["he", /\p{Script=Hebrew}/gu],
	["el", /\p{Script=Greek}/gu],
	["hi", /\p{Script=Devanagari}/gu],
	["th", /\p{Script=Thai}/gu],
];
const LATIN = /\p{Script=Latin}/gu;
const WORD = /\p{L}[\p{L}\p{M}'’]*/gu;

/** Whether a text has a small word of a language that is no English word, and none of English. */
export function isPlainly(text: string, code: string): boolean {
	const words = text.toLowerCase().replaceAll("’", "'").match(WORD) ?? [];
	const [own, english] = [STOPS.get(code), STOPS.get("en")];
	return !words.some((word) => english?.has(word)) && words.some((word) => own?.has(word) && !ALSO_ENGLISH.has(word));
}

/** Text beyond this tells nothing new. */
const SAMPLE_LENGTH = 20_000;
/** Words from which the guess is taken as sure. */
const SURE_WORDS = 25;
/** Least share of English stop words in English prose; running text has 35 to 50 %. */
const LEAST_SHARE = 0.15;

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** What a text tells about its language. Clues of parts add up to those of the whole. */
export interface LanguageClues {
	characters: number;
	latin: number;
	/** Letters by the language of the script they belong to. */
	scripts: ReadonlyMap<string, number>;
	words: number;
	/** Stop words by language. */
	stops: ReadonlyMap<string, number>;
	/** Nothing but ASCII and typographic signs. */
	plain: boolean;
}

export function clues(text: string): LanguageClues {
	const sample = text.slice(0, SAMPLE_LENGTH);
	const scripts = new Map<string, number>();
	for (const [code, letters] of SCRIPTS) {
		const found = count(sample, letters);
		if (found > 0) scripts.set(code, found);
	}
	const words = sample.toLowerCase().replaceAll("’", "'").match(WORD) ?? [];
	const stops = new Map<string, number>();
	for (const [code, list] of STOPS) {
		let hits = 0;
		for (const word of words) if (list.has(word)) hits += 1;
		if (hits > 0) stops.set(code, hits);
	}
	return {
		characters: sample.length,
		latin: count(sample, LATIN),
		scripts,
		words: words.length,
		stops,
		plain: !/[^\p{ASCII}’‘“”–—…]/u.test(sample),
	};
}

/** Clues of the parts together, as far as text tells something new. */
export function sumClues(parts: Iterable<LanguageClues>): LanguageClues {
	const sum = { characters: 0, latin: 0, words: 0, plain: true };
	const scripts = new Map<string, number>();
	const stops = new Map<string, number>();
	const add = (to: Map<string, number>, from: ReadonlyMap<string, number>) => {
		for (const [code, number] of from) to.set(code, (to.get(code) ?? 0) + number);
	};
	for (const part of parts) {
		if (sum.characters >= SAMPLE_LENGTH) break;
		sum.characters += part.characters;
		sum.latin += part.latin;
		sum.words += part.words;
		sum.plain &&= part.plain;
		add(scripts, part.scripts);
		add(stops, part.stops);
	}
	return { ...sum, scripts, stops };
}

/**
 * The language that clues speak for. A short Latin text that shows no other language is presumed English,
 * so that a headline alone already gets its signals.
 */
export function languageOf({ latin, scripts, words, stops, plain }: LanguageClues): LanguageGuess {
	let other = { code: "", letters: 0 };
	let foreign = 0;
	for (const [code] of SCRIPTS) {
		const found = scripts.get(code) ?? 0;
		foreign += found;
		// Japanese mixes kana with many more Han characters: a few kana decide.
		const weight = code === "ja" && found > 0 ? found * 4 : found;
		if (weight > other.letters) other = { code, letters: weight };
	}
	// A CJK character carries about as much as three Latin letters.
	if (foreign * 3 > latin && foreign > 0) return { code: other.code, presumed: foreign < SURE_WORDS };
	if (words === 0) return { code: null, presumed: true };
	let best = { code: "", hits: 0 };
	for (const code of STOPS.keys()) {
		const hits = stops.get(code) ?? 0;
		if (hits > best.hits) best = { code, hits };
	}
	const presumed = words < SURE_WORDS;
	if (best.hits / words >= LEAST_SHARE) return { code: best.code, presumed };
	if (best.hits > 0 && presumed) return { code: best.code, presumed };
	return presumed && plain ? { code: "en", presumed: true } : { code: null, presumed: true };
}

/** Small words from which few words of text tell another language than English; … */
const TELLING_HITS = 4;
/** … the least share of them, and how many come on one that English has too. */
const TELLING_SHARE = 0.3;
const TELLING_RATIO = 3;

/**
 * The language of a story, from its clues. A few words in plain letters are taken for English, which the coach knows
 * best, until they plainly are of another language: a stray "com" or "para" tells nothing.
 */
export function languageOfStory(found: LanguageClues): LanguageGuess {
	const guess = languageOf(found);
	const hits = found.stops.get(guess.code ?? "") ?? 0;
	// Known by its script, or by enough text, or by letters that English has not.
	if (guess.code === null || hits === 0 || !guess.presumed || !found.plain) return guess;
	const isTold =
		hits >= TELLING_HITS && hits / found.words >= TELLING_SHARE && (found.stops.get("en") ?? 0) * TELLING_RATIO <= hits;
	return isTold ? guess : { code: "en", presumed: true };
}

export function guessLanguage(text: string): LanguageGuess {
	return languageOf(clues(text));
}

/** The language of which a text shows a word or a letter; `null` where one could only be presumed. BCP 47. */
export function shownLanguage(text: string): string | null {
	const found = clues(text);
	const { code, presumed } = languageOf(found);
	if (code === null || !presumed) return code;
	return found.stops.has(code) || found.scripts.has(code) ? code : null;
}
