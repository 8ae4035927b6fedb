/** "How to …": whether the text is about that and tells a reader what to do. */

import { across, type Finding } from "./finding.ts";
import { isImperative } from "./imperative.ts";
import { coverage, type SincerityReading, sentencesIn, takesUp } from "./reading.ts";

/** Sentences that tell the reader to do something, from which a text has steps. */
const LEAST_STEPS = 3;
/** From this many on nobody doubts that the text instructs; it may call its subject by other words. */
const MANY_STEPS = 6;
/** Sentences with "I" from which a text is the writer's own story. */
const OWN_SENTENCES = 5;
const LEAST_COVERAGE = 0.5;

export function missingSteps(reading: SincerityReading): Finding | null {
	const { titleWords: words, context } = reading;
	const at = words.findIndex(
		(word, index) =>
			word.lower === "how" && words[index + 1]?.lower === "to" && (index === 0 || !words[index - 1]?.content),
	);
	// A guide may show the country without giving orders; whether it is about its subject is another check.
	const tutorial = words.findIndex((word) => /^(?:tutorial|step-by-step)$/.test(word.lower));
	if (at < 0 && tutorial < 0) return null;
	const promise = at >= 0 ? words.slice(at) : words;
	const aim = words.filter((word) => word.content && !/^(?:tutorial|step-by-step|complete|ultimate)$/.test(word.lower));
	const steps = countSteps(reading);
	const covered = coverage(reading, aim.slice(0, 5));
	if (aim.length > 0 && (covered === 0 || (covered < LEAST_COVERAGE && steps < MANY_STEPS && !isOwnStory(reading)))) {
		const missing = aim.filter((word) => !takesUp(reading, word)).map((word) => word.text);
		return across(promise, "suggestion", { missing: missing.slice(0, 3).join(", ") });
	}
	const shown = context.body.some(({ block }) => block.type === "list" || block.type === "code");
	return shown || steps >= LEAST_STEPS || isOwnStory(reading) ? null : across(promise, "suggestion", { missing: "" });
}

/** A writer who tells how they did it themselves shows the way without giving orders. */
function isOwnStory(reading: SincerityReading): boolean {
	let own = 0;
	for (const { words } of sentencesIn(reading)) if (words.includes("i")) own += 1;
	return own >= OWN_SENTENCES;
}

function countSteps(reading: SincerityReading): number {
	let steps = 0;
	for (const { words } of sentencesIn(reading)) if (isImperative(words)) steps += 1;
	return steps;
}
