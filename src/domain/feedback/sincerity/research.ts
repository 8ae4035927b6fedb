/** "Scientists prove …": whether a text to a claim of research has any research in it. */
import type { Finding } from "./finding.ts";
import { hasAny, type SincerityReading, sentencesIn } from "./reading.ts";
import { wordSet } from "./word-forms.ts";

const CLAIMS =
	/(?<!\p{L})(?:(?:\p{L}+ )?(?:scientists?|researchers?|psychologists?|economists?|neuroscientists?|biologists?|science|research|stud(?:y|ies)) (?:\p{L}+ )?(?:proves?|proved|shows?|showed|says?|said|finds?|found|reveals?|revealed|confirms?|confirmed|suggests?|suggested|discover(?:s|ed)?|warns?|warned)(?!\p{L})|(?:the|a|this|new) (?:new )?study (?:that|which)(?!\p{L}))/iu;
const RESEARCH = wordSet(
	"study studies researcher researchers scientist scientists scientific experiment experiments trials participants volunteers findings meta-analysis psychologist psychologists neuroscientist neuroscientists economist economists biologist biologists epidemiologist epidemiologists",
);
/** Words of research that stand for other things as well. */
const SIGNS = wordSet(
	"research science survey surveys surveyed trial paper papers journal university professor professors laboratory lab data evidence statistics published sample measured authors psychology",
);
const LEAST_SIGNS = 2;

function signs(reading: SincerityReading): number {
	const seen = new Set<string>();
	for (const { words } of reading.body) for (const word of SIGNS) if (words.has(word)) seen.add(word);
	return seen.size;
}

/** No study, nobody who could have made one, and no link to one. */
export function missingResearch(reading: SincerityReading): Finding | null {
	const found = CLAIMS.exec(reading.title.slice(0, 400));
	if (!found || hasAny(reading, RESEARCH) || signs(reading) >= LEAST_SIGNS) return null;
	for (const { text } of sentencesIn(reading)) if (/\baccording to\b/i.test(text)) return null;
	const linked = reading.context.body.some(
		({ block }) => block.type === "paragraph" && block.spans.some((span) => span.link),
	);
	if (linked) return null;
	const [start, end] = [found.index, found.index + found[0].length];
	return { start, end, severity: "suggestion", values: { quote: found[0] } };
}
