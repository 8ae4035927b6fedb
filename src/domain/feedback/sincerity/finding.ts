/** What a sincerity check answers: a place in the title and what is missing there. */
import type { Severity } from "../types.ts";
import type { TitleWord } from "./reading.ts";

export interface Finding {
	/** UTF-16 in the title's text. */
	start: number;
	end: number;
	severity: Exclude<Severity, "strength">;
	values?: Readonly<Record<string, string | number>>;
}

/** From the first to the last of some words of the title. */
export function across(
	words: readonly TitleWord[],
	severity: Finding["severity"],
	values?: Finding["values"],
): Finding {
	return { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0, severity, ...(values ? { values } : {}) };
}
