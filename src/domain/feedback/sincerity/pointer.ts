/** "This one word", "the secret ingredient": whether the text names what the title points to. */
import { across, type Finding } from "./finding.ts";
import { type SincerityReading, type TitleWord, takesUp } from "./reading.ts";
import { wordSet } from "./word-forms.ts";

const LITTLE = wordSet(
	"one simple single little weird strange secret tiny small easy surprising powerful hidden unusual ancient old",
);
const VAGUE = wordSet(
	"thing things something reason way trick word mistake habit rule ingredient question sentence idea method tool tip secret hack skill step change decision phrase lesson book app",
);

/** The noun behind "this one …", "the one …", "the secret …", with the words that point to it. */
function pointedAt(words: readonly TitleWord[]): TitleWord[] | null {
	for (const [index, word] of words.entries()) {
		if (!/^(?:this|these|the|here's|here|one)$/.test(word.lower)) continue;
		const next = words.slice(index + 1, index + 5);
		const little = next.findIndex((one) => !LITTLE.has(one.lower) && !/^(?:is|are|the|'s)$/.test(one.lower));
		const noun = next[little];
		if (!noun || little < 1 || !VAGUE.has(noun.lower)) continue;
		if (!next.slice(0, little).some((one) => LITTLE.has(one.lower))) continue;
		return [word, ...next.slice(0, little + 1)];
	}
	return null;
}

export function unnamedPointer(reading: SincerityReading): Finding | null {
	const span = pointedAt(reading.titleWords);
	const noun = span?.at(-1);
	if (!span || !noun) return null;
	const generic = /^(?:thing|things|something)$/.test(noun.lower);
	if (!generic && takesUp(reading, noun)) return null;
	if (generic) {
		// Nothing can be looked up but the rest of the title.
		const rest = reading.titleWords.filter((word) => word.content && !span.includes(word));
		if (rest.length === 0 || rest.some((word) => takesUp(reading, word))) return null;
	}
	return across(span, "suggestion", { quote: reading.title.slice(span[0]?.start, noun.end) });
}
