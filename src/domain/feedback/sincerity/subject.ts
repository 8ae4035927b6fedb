/** "Everything you need to know about X", "A guide to X": whether the text speaks of X more than once. */
import { across, type Finding } from "./finding.ts";
import { rootOf, rootsFor, type SincerityReading, sentencesIn, type TitleWord } from "./reading.ts";
import { fieldOf } from "./word-forms.ts";

const WHOLE =
	/^(?:(?:all|everything) (?:that )?(?:you(?:'|’)?(?:ll| will)? (?:ever )?(?:need|want|have|should|must) (?:to )?(?:know|learn|understand)|there is to know|to know) about|(?:(?:a|an|the|your) )?(?:[\p{L}'’-]+ ){0,3}(?:guide|introduction|primer) to) /iu;
/** Sentences from which a text that names its subject once is about something else. */
const LEAST_SENTENCES = 6;
const MENTIONS = 2;

/** Words of the subject that the title promises to treat as a whole, up to the next clause. */
function wholeSubject({ title, titleWords }: SincerityReading): readonly TitleWord[] {
	const found = WHOLE.exec(title.slice(0, 400));
	if (!found) return [];
	const rest = title.slice(found[0].length);
	const stop = /[:.;,(—–?]/.exec(rest)?.index ?? rest.length;
	const end = found[0].length + stop;
	return titleWords.filter((word) => word.content && word.start >= found[0].length && word.end <= end);
}

/** The subject in fewer sentences than {@link MENTIONS}. */
export function missingSubject(reading: SincerityReading): Finding | null {
	const subject = wholeSubject(reading);
	if (subject.length === 0) return null;
	const roots = new Set(subject.flatMap((word) => [...rootsFor(word), ...fieldOf(word.lower).map(rootOf)]));
	let [mentions, sentences] = [0, 0];
	for (const { stems } of sentencesIn(reading)) {
		sentences += 1;
		if (stems.some((root) => roots.has(root))) mentions += 1;
		if (mentions >= MENTIONS) return null;
	}
	if (sentences < LEAST_SENTENCES) return null;
	const quote = reading.title.slice(subject[0]?.start, subject.at(-1)?.end);
	return across(subject, "suggestion", { quote });
}
