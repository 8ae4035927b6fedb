/** What a reader meets in the first 30 seconds. */
import { CJK_CHARACTERS_PER_MINUTE, WORDS_PER_MINUTE } from "#domain/story/counts.ts";
import { countText } from "#domain/story/words.ts";
import type { BlockInContext, StoryContext } from "../context.ts";
import { readTitle, readWords, takesUpWords } from "../sincerity/reading.ts";
import { wordSet } from "../sincerity/word-forms.ts";
import { wordsOf } from "../text.ts";
import { type Concrete, concreteIn } from "./concrete.ts";

export type { Concrete } from "./concrete.ts";

const SECONDS = 30;
/** Words read in 30 seconds at Medium's pace: 132. */
export const OPENING_WORDS = Math.floor((WORDS_PER_MINUTE * SECONDS) / 60);
/** Characters of Chinese, Japanese or Korean read in 30 seconds: 250. */
const OPENING_CHARACTERS = (CJK_CHARACTERS_PER_MINUTE * SECONDS) / 60;
/** Nothing beyond this can belong to the first half minute; an odd text is not read on. */
const LONGEST_PIECE = 4000;

const PROSE = new Set<BlockInContext["block"]["type"]>(["paragraph", "heading", "quote", "pullQuote", "list"]);
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

export interface Opening {
	/** Blocks the first 30 seconds reach, each cut where they end. */
	pieces: { in: BlockInContext; text: string }[];
	text: string;
	words: number;
	cjkCharacters: number;
	/** Kinds of concrete things found, for the panel to name. English words; numbers and questions in any language. */
	concrete: Concrete[];
	/** Pictures among the first blocks. */
	pictureWithin: boolean;
}

/** What of a text is read in a share of the half minute, and how much of it is then spent. */
function readFor(text: string, share: number): { text: string; words: number; cjkCharacters: number; spent: number } {
	let spent = 0;
	const whole = Math.min(text.length, LONGEST_PIECE);
	let [words, cjkCharacters, end] = [0, 0, whole];
	const spend = (cost: number, at: number) => {
		if (spent + cost > share + 1e-9) end = Math.min(end, at);
		else spent += cost;
		return end === whole;
	};
	for (const word of wordsOf(text.slice(0, LONGEST_PIECE))) {
		if (!CJK.test(word.text)) {
			if (!spend(1 / OPENING_WORDS, word.start)) break;
			words += 1;
			continue;
		}
		const { cjkCharacters: inside } = countText(word.text);
		const rest = Math.floor((share - spent) * OPENING_CHARACTERS + 1e-6);
		if (inside > rest) {
			end = word.start + [...word.text].slice(0, rest).join("").length;
			cjkCharacters += rest;
			spent = share;
			break;
		}
		cjkCharacters += inside;
		spent += inside / OPENING_CHARACTERS;
	}
	return { text: text.slice(0, end), words, cjkCharacters, spent: end < whole || whole < text.length ? share : spent };
}

const openings = new WeakMap<StoryContext, Opening>();

/** The part of the body that is read in the first half minute. Worked out once a context. */
export function openingOf(context: StoryContext): Opening {
	const known = openings.get(context);
	if (known) return known;
	const pieces: Opening["pieces"] = [];
	let [left, words, cjkCharacters, pictureWithin] = [1, 0, 0, false];
	for (const one of context.body) {
		if (left <= 1e-9) break;
		if (one.counts.images > 0) pictureWithin = true;
		if (!PROSE.has(one.block.type)) continue;
		const read = readFor(one.text, left);
		left -= read.spent;
		words += read.words;
		cjkCharacters += read.cjkCharacters;
		pieces.push({ in: one, text: read.text });
	}
	const text = pieces.map((piece) => piece.text).join("\n");
	const opening = { pieces, text, words, cjkCharacters, concrete: concreteIn(text), pictureWithin };
	openings.set(context, opening);
	return opening;
}

export interface OpeningSubject {
	/** Words of the title that the opening takes up, as the title has them. */
	found: string[];
	missing: string[];
}

/** Words with a meaning of their own that still name no subject. */
const LIGHT = wordSet(
	"much many more few little less lot need needs needed know knows knew known tell tells told say says said want wants wanted think thinks thought mean means let lets keep keeps take takes took give gives gave come comes go goes going see sees look looks feel feels use uses start starts stop stops try tries actually probably maybe perhaps enough even still again around away back better good great new own right well like without while because until since every",
);
const CONTRACTION = /^(?:i|you|we|they|he|she|it|that|there|here|what|who|how|where|let)'|n't$/;

const isLight = (lower: string) => LIGHT.has(lower) || CONTRACTION.test(lower);

const subjects = new WeakMap<StoryContext, OpeningSubject>();

/** The title's subject in the opening. English. Worked out once a context. */
export function openingSubject(context: StoryContext): OpeningSubject {
	const known = subjects.get(context);
	if (known) return known;
	const { title } = context;
	const subject = readTitle(title?.text ?? "").filter((word) => word.content && !isLight(word.lower));
	const stems = readWords(openingOf(context).text);
	const [found, missing]: [string[], string[]] = [[], []];
	for (const word of subject) (takesUpWords(stems, word) ? found : missing).push(word.text);
	subjects.set(context, { found, missing });
	return { found, missing };
}
