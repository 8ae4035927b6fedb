/** "Why X makes Y": whether the text comes to what it claims. */
import { across, type Finding } from "./finding.ts";
import { coverage, hasWord, type SincerityReading, sentencesIn, takesUp } from "./reading.ts";
import { wordSet } from "./word-forms.ts";

const VERBS = wordSet(
	"is are was were isn't aren't will won't can cannot can't should shouldn't must do does don't doesn't makes make cause causes need needs love loves hate hates improve improves destroy destroys destroying ruin ruins ruining cures cure kill kills lead leads beat beats work works matter matters fail fails never always",
);
/** What these say is a cause with an effect, and a text about the effect has a word for it. */
const EFFECTS = wordSet(
	"makes make cause causes improve improves destroy destroys destroying ruin ruins ruining cures cure kill kills lead leads beat beats",
);
/** Share of the title's words below which a text is about something else. */
const LEAST = 0.6;
/** The share that will do where the text gives reasons. */
const LEAST_WITH_REASONS = 1 / 3;
const REASON =
	/\b(?:because|reasons?|since|thanks to|due to|caused?|causes|so that|that is why|that's why|therefore|owing to)\b/i;

function givesReasons(reading: SincerityReading): boolean {
	for (const { text } of sentencesIn(reading)) if (REASON.test(text)) return true;
	return false;
}

/** The statement after "why" at the head of the title, or nothing. */
function statement(reading: SincerityReading) {
	const { title, titleWords } = reading;
	if (titleWords[0]?.lower !== "why" || /[?？]/.test(title)) return null;
	const words = titleWords.slice(1);
	const verb = words.findIndex((word, index) => index > 0 && VERBS.has(word.lower));
	const predicate = words.slice(verb < 0 ? 0 : verb + 1).filter((word) => word.content);
	return predicate.length > 0 ? { words, predicate, hasEffect: words.some((word) => EFFECTS.has(word.lower)) } : null;
}

export function unarguedClaim(reading: SincerityReading): Finding | null {
	const claim = statement(reading);
	if (!claim) return null;
	const content = claim.words.filter((word) => word.content);
	const missing = claim.predicate.filter((word) => !takesUp(reading, word));
	if (coverage(reading, content) >= LEAST && missing.length < claim.predicate.length) return null;
	if (missing.length < claim.predicate.length && claim.predicate.length > 1 && coverage(reading, content) >= 0.5)
		return null;
	if (missing.length === 0) return null;
	// "Why I skip breakfast": of the writer's own ways the text is the reason.
	if (claim.words[0]?.text === "I" && missing.length < content.length && hasWord(reading, "i")) return null;
	if (!claim.hasEffect && coverage(reading, content) >= LEAST_WITH_REASONS && givesReasons(reading)) return null;
	const named = missing
		.map((word) => word.text)
		.slice(0, 3)
		.join(", ");
	return across(claim.words, "suggestion", { missing: named });
}
