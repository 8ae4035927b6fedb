/** Harper behind our interface. It is WebAssembly of some 16 MB: loaded in a worker of its own, or by a test. */
import { type BinaryModule, Dialect, type Lint as HarperLint, LocalLinter, SuggestionKind } from "harper.js";
import type { GrammarDialect } from "./dialects.ts";
import type { BlockLinter, Lint } from "./lint.ts";

const DIALECT: Readonly<Record<GrammarDialect, Dialect>> = {
	american: Dialect.American,
	british: Dialect.British,
	australian: Dialect.Australian,
	canadian: Dialect.Canadian,
	indian: Dialect.Indian,
};

/** Rules that say what ours say, and matters of taste that a writer settles. */
const SWITCHED_OFF = [
	"LongSentences",
	"FillerWords",
	"Hedging",
	"BoringWords",
	"UseTitleCase",
	"AvoidCurses",
	"AvoidContractions",
	"OxfordComma",
	"NoOxfordComma",
	"SpelledNumbers",
	"UseEllipsisCharacter",
	"CondenseAllThe",
	"Freezing",
	"Starving",
	"CompoundNouns",
	"AsFarAsICanTell",
	"AsFarAsIKnow",
	"AsSoonAsPossible",
	"BeRightBack",
	"ByTheWay",
	"ExplainLikeImFive",
	"ForWhatItsWorth",
	"ForYourInformation",
	"IDontKnow",
	"IfIRecallCorrectly",
	"IfIUnderstandCorrectly",
	"IfYouKnowYouKnow",
	"InCaseYouMissedIt",
	"InMyHumbleOpinion",
	"InMyOpinion",
	"InRealLife",
	"LetMeKnow",
	"OhMyGod",
	"TalkToYouLater",
	"ToBeHonest",
];
/** "arg" to "argument", "ms" to "milliseconds": writers about code mean what they write. */
const SWITCHED_OFF_PREFIX = "Expand";

/** Text beyond this in one block is no prose, and checking it would hold up everything behind it. */
const MOST_TEXT = 20_000;
/** One word longer than this makes the checker slow, and is none. */
const LONGEST_WORD = /[^\s\p{P}]{200}/u;
const MOST_SUGGESTIONS = 5;

/**
 * @param binary Harper's WebAssembly; only one of the package's goes into the build
 * @throws when its file cannot be had, or cannot be run
 */
export async function createLinter(binary: BinaryModule, dialect: GrammarDialect): Promise<BlockLinter> {
	// Harper's own first look at the file is one whose failure nobody hears.
	await binary.setup();
	const linter = new LocalLinter({ binary, dialect: DIALECT[dialect] });
	const config = await linter.getDefaultLintConfig();
	for (const name of Object.keys(config))
		if (SWITCHED_OFF.includes(name) || name.startsWith(SWITCHED_OFF_PREFIX)) config[name] = false;
	await linter.setLintConfig(config);
	return {
		lintBlock: async (text) => {
			if (text.trim() === "" || text.length > MOST_TEXT || LONGEST_WORD.test(text)) return [];
			const lints = await linter.lint(text.toWellFormed(), { language: "plaintext" });
			return lints.flatMap((lint) => taken(lint, text) ?? []);
		},
		setDialect: async (next) => {
			await linter.setDialect(DIALECT[next]);
			await linter.setLintConfig(config);
		},
		dispose: () => linter.dispose(),
	};
}

/** The lint as plain data, its memory given back; `null` when its place is not where it says. */
function taken(lint: HarperLint, text: string): Lint | null {
	const span = lint.span();
	const { start, end } = span;
	span.free();
	const problem = lint.get_problem_text();
	const data = {
		kind: lint.lint_kind(),
		start,
		end,
		message: lint.message().replaceAll("`", ""),
		suggestions: lint
			.suggestions()
			.slice(0, MOST_SUGGESTIONS)
			.map((suggestion) => {
				const put = suggestion.get_replacement_text();
				const kind = suggestion.kind();
				suggestion.free();
				if (kind === SuggestionKind.Remove) return "";
				return kind === SuggestionKind.InsertAfter ? problem + put : put;
			}),
	};
	lint.free();
	return text.slice(start, end).toWellFormed() === problem ? data : null;
}
