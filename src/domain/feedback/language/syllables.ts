/** Syllables of a word, by rules a language; spoken syllables, as the formulas' authors counted them. */
import { syllable } from "syllable";

/** Longer than any word of a dictionary: a token like this is no word, and its vowels are only counted. */
const LONGEST_WORD = 60;
const VOWELS = /[aeiouyà-æè-ïò-öø-ýœÿаеёиоуыэюя]/giu;

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
const atLeastOne = (syllables: number) => Math.max(1, syllables);

/** Every vowel is a syllable. */
const russian = (word: string) => count(word, /[аеёиоуыэюя]/g);

/** Strong vowels make a syllable each, weak ones join them unless they carry the accent. */
function spanish(word: string): number {
	const plain = word
		.replace(/qu(?=[eiéí])|gu(?=[eiéí])/g, "g")
		.replace(/y$/, "i")
		.replace(/y(?![aeiouáéíóú])/g, "i");
	return count(plain, /[iuü]?[aeoáéóà][iuü]?(?![íú])|[íú]|[iuü]+|[aeoáéóà]/g);
}

const GERMAN_PAIRS = /eu|äu|au|ei|ai|ey|ay|ie|aa|ee|oo|ui(?=$)|[aeiouyäöüéèàâ]/g;

function german(word: string): number {
	const plain = word
		.replace(/qu/g, "q")
		// "beenden", "geehrt": the prefix ends between the vowels.
		.replace(/^be(?=e(?!r[en]?$|te?n?s?$))/, "bé-")
		.replace(/^ge(?=e(?!st))/, "gé-")
		// "Familie", "Ferien", "Patient": the vowels part; "Knie", "Industrie", "schrien" keep them.
		.replace(/(?<=\p{L}{2}[lntdrcpz])ie(?=n?s?$)(?<!(?:ster|gr|dr|tr|ph|ol|og|om|op|eor|sser)ie)/u, (found) =>
			/[aeiouäöü]\p{L}*$/u.test(word.slice(0, word.lastIndexOf("ie"))) &&
			!/(?:rie|gie|phie|pie|mie|tie|kratie|nomie|logie)(?:n)?$/.test(word)
				? "i-e"
				: found,
		)
		.replace(/ie(?=nt|ll[es]|nz)/g, "i-e");
	return count(plain, GERMAN_PAIRS);
}

const DUTCH_GROUPS = /aai|ooi|oei|eeuw?|ieuw?|eau|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|ou|au|[aeiouyäëïöüáéèêóú]/g;
const dutch = (word: string) =>
	count(
		word
			.replace(/qu/g, "q")
			.replace(/[ij]ĳ/g, "ij")
			.replace(/^y|y(?=[aeou])/g, "j"),
		DUTCH_GROUPS,
	);

/** "-ent" is mute in verbs ("parlent") and spoken in these. */
const SPOKEN_ENT =
	/(?:m|^v|^d|^c|^l|^g|^s|ci|ti|gl|val|ud|équ|idi|ri|éri|acc?|talc?|cid|ab|cont|ser|ar?g|ur?g|év?id|dif?fér|réc|déc|fréqu|excell|innoc|puiss|par|sou?v|aud|pré?s|tal|perman|consci|sil|orient|transpar|élém)ent$/;

function french(word: string): number {
	let plain = word.replace(/qu|gu(?=[eiéèêyîï])/g, "q");
	if (plain.length > 3 && plain.endsWith("ent") && !SPOKEN_ENT.test(plain))
		plain = plain.slice(0, -3).replace(/([^aeiouyéèê])$/, "$1");
	// A last "e" is not spoken: "lampe", "lampes", "vie".
	plain = plain.replace(/(?<=\p{L}\p{L})es?$/u, "");
	// Vowels that part: "théâtre", "poète", "chaos", "naïf", "payer".
	const parted = plain
		.replace(/(?<=[aeoué])y(?=[aeiouéè])/g, "j")
		.replace(/é(?=[aoiuâôè])|(?<=[aou])é|ï|ë|(?<=o)è|(?<=[^q]u)è/g, "-$&-")
		.replace(/ao(?!û)/g, "a-o")
		.replace(/(?<=[bcdfgptv][lr])i(?=[aeéoè])/g, "i-");
	return count(parted, /[aeiouyàâéèêëîïôöùûüœæ]+/g);
}

/** Falling pairs make one syllable; "i" and "u" before a vowel one of their own, unless an accent stands before ("história"). */
function portuguese(word: string): number {
	const plain = word
		.replace(/[qg]u(?=[aeoiáéíóâêôã])/g, "q")
		.replace(/ão|ãe|õe/g, "ã")
		.replace(/(?<=[áéíóúâêô]\p{L}+)[iue](?=[ao]s?$)/u, "");
	return count(plain, /[aeoáéóâêôà][iu](?!n?h|m$|z$|r$|l$)|[ui](?<=[u])i(?!n|r|z|d)|iu$|[aeiouyáàâãéêíóôõúü]/g);
}

const SPOKEN_ED: ReadonlySet<string> = new Set([
	"naked",
	"wicked",
	"sacred",
	"hundred",
	"rugged",
	"crooked",
	"jagged",
	"wretched",
	"beloved",
	"kindred",
	"hatred",
]);

/** The package counts the mute "e" of "walked" as a syllable of its own. */
function english(word: string): number {
	if (!/[^td]ed$/.test(word) || word.length < 5 || SPOKEN_ED.has(word) || /eed$/.test(word)) return syllable(word);
	if (word.endsWith("ied")) return syllable(`${word.slice(0, -3)}y`);
	return syllable(word.slice(0, /[^aeiouylr]led$/.test(word) ? -1 : -2));
}

const BY_LANGUAGE: Readonly<Record<string, (word: string) => number>> = {
	en: english,
	de: german,
	es: spanish,
	fr: french,
	nl: dutch,
	pt: portuguese,
	ru: russian,
};

/** Languages whose syllables are known. */
export const SYLLABLE_LANGUAGES: ReadonlySet<string> = new Set(Object.keys(BY_LANGUAGE));

/** Prose repeats its words: counts are kept by language, and begun anew when there are many. */
const KNOWN = new Map<string, Map<string, number>>();
const MOST_KNOWN = 20_000;

/** Spoken syllables of a word of `language`, at least 1. A number, and a word without a vowel, count as one. */
export function syllablesOf(word: string, language: string): number {
	let known = KNOWN.get(language);
	if (!known || known.size >= MOST_KNOWN) {
		known = new Map();
		KNOWN.set(language, known);
	}
	const kept = known.get(word);
	if (kept !== undefined) return kept;
	const syllables = counted(word, language);
	if (word.length <= LONGEST_WORD) known.set(word, syllables);
	return syllables;
}

function counted(word: string, language: string): number {
	const rules = BY_LANGUAGE[language];
	if (!rules || !/\p{L}/u.test(word)) return 1;
	if (word.length > LONGEST_WORD) return atLeastOne(count(word, VOWELS));
	const lower = word.toLowerCase().normalize("NFC");
	if (language === "en") return atLeastOne(rules(lower));
	// Parts of a compound with hyphens are words of their own, and so is an elided article: "l'île".
	return lower.split(/[-'’._]+/).reduce((sum, part) => sum + partSyllables(part, rules), 0) || 1;
}

const partSyllables = (part: string, rules: (word: string) => number) =>
	/\p{L}{2}|^\p{L}$/u.test(part) ? (part.length === 1 && !VOWEL.test(part) ? 0 : atLeastOne(rules(part))) : 0;
const VOWEL = /^[aeiouyàáâéèêíóôúüöäаеёиоуыэюя]$/u;
