/** "The best … in the world": whether the text comes back to a superlative, compares or gives a source. */
import { across, type Finding } from "./finding.ts";
import { type SincerityReading, sentencesIn, type TitleWord, takesUp } from "./reading.ts";
import { wordSet } from "./word-forms.ts";

const NOT_SUPERLATIVE = wordSet(
	"interest honest forest request suggest contest harvest protest invest modest arrest digest manifest guest quest conquest dishonest midwest northwest southwest everest earnest tempest latest rest nest test west chest request inquest attest detest molest infest ingest pest vest fest jest zest crest budapest bucharest priest",
);
const PLAIN = wordSet("best worst ultimate greatest");

const isSuperlative = (word: TitleWord) =>
	PLAIN.has(word.lower) ||
	word.lower
		.split("-")
		.some((part) => PLAIN.has(part) || (part.length > 5 && /^[a-z]+est$/.test(part) && !NOT_SUPERLATIVE.has(part)));

/** Reach of a claim that nobody can check. */
const WORLD =
	/\b(?:in the (?:world|universe|history|galaxy)|on (?:the )?(?:earth|planet|market)|of all(?: time)?|of the (?:century|decade|year)|ever (?:made|invented|played|found|written|built|seen|told|created|known|recorded)|you(?:'|’)?(?:ll| will)? (?:can|could|should)? ?(?:ever )?(?:buy|own|need|read|see|find)|in (?:europe|america|england|asia|africa|germany|france|britain|modern \w+)|that (?:can|will) (?:save|fix|change))\b/i;
/** What makes it the writer's own, or narrow enough to be told. */
const OWN = /\b(?:I|I've|I’ve|my|me|our|we)\b|\b(?:in (?:town|the (?:shop|room|house|village|class|office|street)))\b/;
const SOURCED =
	/\b(?:according to|study|studies|survey|research(?:ers)?|record|measured|tested|ranked|ranking|data)\b/i;
const COMPARES =
	/\b(?:than (?:any|all|every|most|the others?)|no other|compared (?:with|to)|of the (?:two|three|four|five|six|seven|eight|nine|ten|dozen)|my favou?rite|beats? (?:all|every)|nothing (?:else|is|comes))\b/i;

interface Claim {
	words: TitleWord[];
	noun: TitleWord | null;
	wide: boolean;
	own: boolean;
}

const FRIEND = "friend";

function claimOf({ title, titleWords: words }: SincerityReading): Claim | null {
	for (const [index, word] of words.entries()) {
		const only = word.lower === "only" && words[index - 1]?.lower === "the";
		const most =
			word.lower === "most" && /^(?:the|world's)$/.test(words[index - 1]?.lower ?? "") && !!words[index + 1]?.content;
		if (!isSuperlative(word) && !only && !most) continue;
		const [before, earlier] = [words[index - 1]?.lower, words[index - 2]?.lower];
		const rest = words.slice(index + 1);
		// "One of the best" claims little; "my best friend" nothing.
		if ((before === "the" && earlier === "of") || rest[0]?.root === FRIEND) continue;
		// "Best of luck", "do your best", "at least": no noun is claimed for.
		if (!rest[0] || /^(?:of|if|when|to|before|and|in)$/.test(rest[0].lower)) continue;
		const span = most || rest[0].lower === "worst" ? [word, rest[0]] : [word];
		const noun = rest.slice(span.length - 1).find((one) => one.content) ?? null;
		const after = title.slice(word.start);
		const wide = WORLD.test(after) || (only && /\b(?:thing|way|rule|tool|app|book)\b/i.test(after));
		return { words: span, noun, wide, own: OWN.test(title) };
	}
	return null;
}

/** The claim word itself or, in a sentence on the subject, a figure or a comparison. */
function supported(reading: SincerityReading, claim: Claim): boolean {
	const key = claim.words.at(-1)?.lower ?? "";
	const claimed = key.split("-");
	const root = claim.noun?.root ?? "";
	let compared = false;
	for (const { text, words, stems } of sentencesIn(reading)) {
		if (claimed.some((part) => part !== "only" && isRepeat(words, part, claim))) return true;
		if (SOURCED.test(text) && stems.includes(root)) return true;
		if (COMPARES.test(text)) compared = true;
	}
	return !claim.wide && compared;
}

/** A superlative is repeated as itself; an adjective after "most" only together with another claim word. */
function isRepeat(words: readonly string[], part: string, claim: Claim): boolean {
	if (!words.includes(part)) return false;
	if (claim.words.length === 1) return true;
	return words.some((word) => /^(?:most|more|best|than|very|really)$/.test(word));
}

/** Unless a claim is about the whole world, only what could be measured wants support: "the loneliest number" is a figure of speech. */
const MEASURABLE = wordSet(
	"best worst ultimate greatest fastest quickest cheapest easiest simplest oldest youngest biggest largest smallest tallest richest poorest longest shortest strongest heaviest safest healthiest deadliest effective efficient popular important powerful expensive valuable dangerous profitable common",
);

function isMeasurable({ words }: Claim): boolean {
	return words.some((word) => word.lower.split("-").some((part) => MEASURABLE.has(part)));
}

export function unsupportedSuperlative(reading: SincerityReading): Finding | null {
	const claim = claimOf(reading);
	if (!claim || (claim.own && !claim.wide)) return null;
	if (supported(reading, claim)) return null;
	const only = claim.words[0]?.lower === "only";
	if (!claim.wide && (only || !isMeasurable(claim) || isStated(reading, claim))) return null;
	const quote = claim.words.map((word) => word.text).join(" ");
	return across(claim.words, "suggestion", { quote });
}

/** "The best way to say no is to tell the truth": the title itself says which one it is, and the text speaks of it. */
function isStated(reading: SincerityReading, claim: Claim): boolean {
	const { titleWords: words } = reading;
	const at = words.findIndex(
		(word, index) => index > 1 && /^(?:is|was|are)$/.test(word.lower) && word.start > (claim.words[0]?.start ?? 0),
	);
	if (at < 0) return false;
	return words.slice(at + 1).some((word) => word.content && takesUp(reading, word));
}
