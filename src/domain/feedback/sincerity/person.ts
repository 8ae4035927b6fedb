/** "What my mother said", "A conductor's advice", "How I …": whether the person of the title is in the text. */
import { fieldRoots, isCalling } from "./callings.ts";
import { across, type Finding } from "./finding.ts";
import { GIVEN_NAMES } from "./given-names.ts";
import { hasAny, hasWord, type SincerityReading, sentencesIn, type TitleWord, takesUp } from "./reading.ts";
import { synonymsOf, wordSet } from "./word-forms.ts";

const TELLING = wordSet(
	"taught told tells knew knows said says learned explains explained reveals revealed reviews settles answers showed shows thinks thought advises advised warned warns",
);
const KIN = wordSet(
	"mother mom mum father dad grandmother grandma grandfather grandpa brother sister uncle aunt cousin niece nephew son daughter husband wife stepmother stepfather neighbour neighbor godmother godfather",
);
/** Before a role these make it a comparison or a reader, not somebody in the text. */
const GENERIC = wordSet("every any for as like being be become becoming your to no each");
const ARTICLES = wordSet("a an the my one our his her this");
const SMALL = wordSet("what how why when where who which a an the my our his her this one i we you they it he she");
const FIRST = wordSet("i i'm i've i'd i'll me my mine myself we we're we've our us");

const canBeFirst = (word: TitleWord) => word.text === "I" || /^I['’]/.test(word.text) || word.lower === "my";

/** Role or relative of whom the title says or promises something. */
function namedRole(words: readonly TitleWord[]): TitleWord | null {
	for (const [index, word] of words.entries()) {
		const lower = word.lower.replace(/'s$/, "");
		const kin = KIN.has(lower);
		if (!kin && !isCalling(lower, words[index + 1]?.lower ?? "")) continue;
		const before = words.slice(Math.max(0, index - 3), index).map((one) => one.lower);
		if (before.some((one) => GENERIC.has(one))) continue;
		if (kin && !before.some((one) => ARTICLES.has(one))) continue;
		// "Student invents bell" at the head of a report; elsewhere a role needs an article before it.
		if (index === 0 || before.some((one) => ARTICLES.has(one))) return word;
	}
	return null;
}

/** The head before a verb of telling: "What a Winter in Lisbon Taught Me" tells of a winter. */
function teller(words: readonly TitleWord[]): TitleWord | null {
	const verb = words.findIndex((word, index) => index > 1 && TELLING.has(word.lower));
	if (verb < 0 || !/^(?:what|how|why)$/.test(words[0]?.lower ?? "")) return null;
	const between = words.slice(1, verb).filter((word) => !SMALL.has(word.lower));
	const upTo = between.findIndex((word) => /^(?:of|in|with|without|about|from|at|on)$/.test(word.lower));
	const head = (upTo > 0 ? between.slice(0, upTo) : between).at(-1);
	return head?.content && !/^(?:never|nobody|everyone|nothing|years?|days?|months?|people)$/.test(head.lower)
		? head
		: null;
}

/** "Elon Musk": a common given name and a capitalised word right behind it. */
function personalName({ title, titleWords }: SincerityReading): [TitleWord, TitleWord] | null {
	for (const [index, given] of titleWords.entries()) {
		const surname = titleWords[index + 1];
		if (!surname || !GIVEN_NAMES.has(given.text) || !/^\p{Lu}/u.test(surname.text) || !surname.content) continue;
		if (title.slice(given.end, surname.start) === " ") return [given, surname];
	}
	return null;
}

const nameOf = (word: TitleWord) => word.text.replace(/['’]s?$/, "");

/** Either of the two names with its capital, so that "job" is not Jobs. */
function isNamed(reading: SincerityReading, names: readonly TitleWord[]): boolean {
	const pattern = new RegExp(`(?<!\\p{L})(?:${names.map(nameOf).join("|")})(?!\\p{L})`, "u");
	for (const { text } of sentencesIn(reading)) if (pattern.test(text)) return true;
	return false;
}

/** "She told us about the bread": a text that begins with a pronoun means whom or what the title names. */
function opensWithPronoun(reading: SincerityReading): boolean {
	const [opening] = sentencesIn(reading);
	return /^(?:she|he|they|it)$/.test(opening?.words[0] ?? "");
}

const THIRD = wordSet("he she his her him hers himself herself");
const SOMEBODY = 3;
/** A name and what it did: "Fru Dahl was small", "said Whitcombe", "a man called Jonas". */
const NAME_ACTS =
	/(?<![\p{L}.])(?:Mrs?|Ms|Miss|Dr|Prof|Professor|Sister|Father|Fru|Herr|Frau|Madame|Señora?)\.? \p{Lu}\p{Ll}|(?<!^)(?<=[\p{Ll},”"] )\p{Lu}\p{Ll}{2,15} (?:was|is|had|has|did|does|would|says|said|\p{Ll}{2,12}ed)(?!\p{L})|\b(?:said|asked|answered|says|told|met|called|named|stood|sat|came) \p{Lu}\p{Ll}{2,15}/u;
/** Blocks in which a text introduces its people. */
const FIRST_BLOCKS = 4;

/** Whether he or she acts in the text, often enough to be somebody. */
function hasSomebody(reading: SincerityReading): boolean {
	let seen = 0;
	for (const { words } of sentencesIn(reading)) {
		if (words.some((word) => THIRD.has(word))) seen += 1;
		if (seen >= SOMEBODY) return true;
	}
	return false;
}

/** A text may give somebody a name and never say what they are. */
const introducesByName = ({ body }: SincerityReading): boolean =>
	body.slice(0, FIRST_BLOCKS).some(({ sentences }) => sentences.some(({ text }) => NAME_ACTS.test(text)));

/** "I teach physics": the writer is the person. */
function doesIt(reading: SincerityReading, roots: readonly string[]): boolean {
	for (const { words, stems } of sentencesIn(reading))
		if (words.some((word, at) => word === "i" && roots.includes(stems[at + 1] ?? ""))) return true;
	return false;
}

/** By the word, its plural or another name for it. Of a calling also by its field together with somebody, or by a name. */
function appears(reading: SincerityReading, word: TitleWord): boolean {
	const singular = word.lower.replace(/'s$/, "");
	if (opensWithPronoun(reading)) return true;
	const named = [singular, ...synonymsOf(singular)].some((one) =>
		[one, `${one}s`, `${one}'s`, `${one}s'`].some((form) => hasWord(reading, form)),
	);
	if (named || KIN.has(singular)) return named;
	const roots = fieldRoots(singular);
	if (doesIt(reading, roots)) return true;
	if (!hasSomebody(reading)) return false;
	return introducesByName(reading) || reading.body.some(({ stems }) => roots.some((root) => stems.has(root)));
}

export function missingPerson(reading: SincerityReading): Finding | null {
	const { titleWords: words } = reading;
	const name = personalName(reading);
	if (name && !isNamed(reading, name) && !opensWithPronoun(reading))
		return across(name, "suggestion", { quote: name.map(nameOf).join(" ") });
	const role = namedRole(words);
	if (role && !appears(reading, role)) return across([role], "suggestion", { quote: role.text });
	const head = role || name ? null : teller(words);
	if (head && !takesUp(reading, head) && !opensWithPronoun(reading))
		return across([head], "suggestion", { quote: head.text });
	const self = words.find(canBeFirst);
	if (self && !hasAny(reading, FIRST)) return across([self], "suggestion", { quote: self.text });
	return null;
}
