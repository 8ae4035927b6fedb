/** What `npm run gallery` is asked for. */

const USAGE = `npm run gallery                 every screen and state
npm run gallery -- earn dark    those whose names contain all the words
npm run gallery -- --help       this`;

export interface Question {
	/** Names of the pictures to take, in their order; empty when there is something to say instead. */
	names: readonly string[];
	/** Takes the place of all pictures there are. */
	all: boolean;
	/** What to print instead of taking pictures, and the status to exit with. */
	said: { text: string; status: 0 | 2 } | null;
}

const says = (text: string, status: 0 | 2): Question => ({ names: [], all: false, said: { text, status } });

/** @param words of the command line; `names` of all pictures there can be */
export function questionOf(words: readonly string[], names: readonly string[]): Question {
	// Among others it is a part of a name.
	const asksForHelp = words.length === 1 && words[0] === "help";
	if (asksForHelp || words.includes("--help") || words.includes("-h")) return says(USAGE, 0);
	const option = words.find((word) => word.startsWith("-"));
	if (option !== undefined) return says(`There is no option ${option}.\n${USAGE}`, 2);
	const wanted = names.filter((name) => words.every((word) => name.includes(word)));
	if (wanted.length === 0) return says(`No picture's name contains “${words.join("” and “")}”.\n${USAGE}`, 2);
	return { names: wanted, all: words.length === 0, said: null };
}
