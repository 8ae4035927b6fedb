/** What the figures that rules compare with are called, by their names in the registry. */
import { sentence } from "../words/message.ts";

const NAMES: Readonly<Record<string, string>> = {
	words: sentence("Words"),
	characters: sentence("Characters"),
	sentences: sentence("Sentences"),
	seconds: sentence("Seconds"),
	share: sentence("Share, 0 to 1"),
	long: sentence("Long from"),
	veryLong: sentence("Very long from"),
	shortest: sentence("Shortest"),
	longest: sentence("Longest"),
	warn: sentence("Too long from"),
	clip: sentence("Cut from"),
	least: sentence("Least"),
	most: sentence("Most"),
};

/** An English sentence that the window translates; the bare name where there is none. */
export function thresholdName(name: string): string {
	return NAMES[name] ?? name;
}
