/** A title that asks: whether the text takes up its words and answers. */
import { across, type Finding } from "./finding.ts";
import { coverage, hasWord, type SincerityReading, sentencesIn, takesUp } from "./reading.ts";
import { wordSet } from "./word-forms.ts";

const STANCES =
	"yes no not depends depend should shouldn't would i'd think believe opinion probably maybe perhaps worth must cannot can't doubt".split(
		" ",
	);
/** Words that ask and carry no subject. */
const ASKING = wordSet(
	"much many long often still happen happens mean means take takes really actually if need worth use good",
);
const LEAST = { withAnswer: 0.55, without: 0.67 };

/** What kind of answer settles it. */
function answered(reading: SincerityReading, first: string, second: string): boolean {
	if (first === "how" && /^(?:much|many|long|old|far|often|big|tall)$/.test(second)) {
		for (const { text } of sentencesIn(reading))
			if (
				/\p{Nd}|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|hundred|thousand|half)\b/iu.test(
					text,
				)
			)
				return true;
		return false;
	}
	if (/^(?:what|how|why|who|whose|whom|where|when|which)$/.test(first)) return false;
	return STANCES.some((word) => hasWord(reading, word));
}

const YES_NO =
	/^(?:is|are|was|were|do|does|did|can|could|should|will|would|has|have|had|must|may|am|isn't|aren't|don't|doesn't)$/;
const VERDICT = /^(?:yes|no|nope|yep|maybe|perhaps|probably)$/;

/** "No. In 2023 …", "It depends.": a text that begins with its answer need not repeat the question. */
function answersAtOnce(reading: SincerityReading): boolean {
	const [opening] = sentencesIn(reading);
	const [first = "", second = ""] = opening?.words ?? [];
	return VERDICT.test(first) || /^(?:it depends|of course|not \w+)$/.test(`${first} ${second}`);
}

export function unansweredQuestion(reading: SincerityReading): Finding | null {
	const { title, titleWords } = reading;
	const mark = title.search(/[?？]/);
	// A title that goes on after its question answers it there.
	if (mark < 0 || /[\p{L}\p{N}]/u.test(title.slice(mark))) return null;
	const clause = title.slice(0, mark).search(/[:.;!—–]\s[^:.;!—–]*$/);
	const words = titleWords.filter((word) => word.start >= clause);
	const [first, second] = [words[0]?.lower ?? "", words[1]?.lower ?? ""];
	const subject = words.filter((word) => word.content && !ASKING.has(word.lower));
	if (subject.length === 0) return null;
	if (YES_NO.test(first) && answersAtOnce(reading)) return null;
	const settled = answered(reading, first, second);
	// A subject nothing else names may be paraphrased throughout; one word proves nothing when there is an answer.
	if (subject.length === 1 && settled) return null;
	const covered = coverage(reading, subject);
	// Of two words one may be paraphrased when there is an answer.
	if (covered >= (settled ? LEAST.withAnswer : LEAST.without) || (settled && covered === 0.5 && subject.length === 2))
		return null;
	const missing = subject.filter((word) => !takesUp(reading, word)).map((word) => word.text);
	return across(words, "suggestion", { missing: missing.slice(0, 3).join(", ") });
}
