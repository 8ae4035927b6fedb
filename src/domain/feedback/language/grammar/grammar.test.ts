import fc from "fast-check";
import { createBinaryModuleFromUrl } from "harper.js";
import { slimBinary } from "harper.js/slimBinary";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sentencesOf, wordsOf } from "../../text.ts";
import { createLinter } from "./harper.ts";
import { type BlockLinter, grammarFindings, withWord } from "./lint.ts";
import { GRAMMAR_RULES, SPELLING } from "./rules.ts";
import { NO_KNOWN_WORDS, StoryWords, wordUses } from "./story-words.ts";

let linter: BlockLinter;
beforeAll(async () => {
	linter = await createLinter(slimBinary, "american");
}, 120_000);
afterAll(() => linter.dispose());

const wordsIn = (text: string, dictionary: string[] = []) => new StoryWords().update([usesOf(text)], dictionary);
const usesOf = (text: string) => wordUses(wordsOf(text), sentencesOf(text));

async function found(text: string, story = text, dictionary: string[] = []) {
	return grammarFindings(text, await linter.lintBlock(text), wordsIn(story, dictionary));
}

describe("what it finds", () => {
	test.each([
		["There is an test here.", "language.grammar.grammar", "an", "a"],
		["I bought a insurance.", "language.grammar.grammar", "a", "an"],
		["He could of known.", "language.grammar.grammar", "could of", "could have"],
		["He is taller then me.", "language.grammar.malapropism", "then", "than"],
		["Its a nice day.", "language.grammar.punctuation", "Its", "It's"],
		["Today i think so.", "language.grammar.capitalization", "i", "I"],
		["He go home every day.", "language.grammar.agreement", "go", "goes"],
		["We fed the the cat.", "language.grammar.repetition", "the the", "the"],
		["They recieved a letter.", SPELLING, "recieved", "received"],
		["🎉 Then they recieved it.", SPELLING, "recieved", "received"],
	])("%s", async (text, ruleId, quote, replacement) => {
		const findings = await found(text);
		const one = findings.find((finding) => text.slice(finding.start, finding.end) === quote);
		expect(one, JSON.stringify(findings)).toMatchObject({ ruleId, replacement, severity: "error" });
		expect(GRAMMAR_RULES.map(({ id }) => id)).toContain(ruleId);
	});

	test("matters of taste are no errors", async () => {
		const findings = await found("For all intensive purposes the report will of course be be read.");
		const [taste] = await found("For all intensive purposes it was read.");
		expect(taste).toMatchObject({ ruleId: "language.grammar.nonstandard", severity: "suggestion" });
		expect(findings.map(({ severity }) => severity).toSorted()).toEqual(["error", "suggestion"]);
	});

	test("our own rules' subjects are not said twice", async () => {
		const text =
			"I would argue that it is, so to speak, actually a really good lamp, and honestly the sentence goes on and on because nobody ever told it that it could stop before the fortieth word of it was written down here.";
		expect(await found(text)).toEqual([]);
	});

	test("a British story keeps its colours", async () => {
		const text = "The colour of the harbour was grey.";
		expect((await found(text)).map(({ ruleId }) => ruleId)).toContain(SPELLING);
		await linter.setDialect("british");
		expect(await found(text)).toEqual([]);
		await linter.setDialect("american");
	});
});

describe("the writer's own words", () => {
	test("the dictionary holds in any case and form", async () => {
		const text = "A blorf is no blorf's friend. Blorf.";
		expect(await found(text)).not.toEqual([]);
		expect(await found(text, text, ["blorf"])).toEqual([]);
		expect((await found("A blorf.", "", ["Blorf"])).length).toBe(1);
	});

	test("a name that comes again is no mistake, one that comes once is a note, a mistake stays one", async () => {
		const story = "We asked Vorkelsen. Then Vorkelsen's brother came with Zimbrook. They recieved us.";
		const findings = await found(story);
		expect(findings.map(({ severity, values }) => [values?.["word"], severity])).toEqual([
			["Zimbrook", "note"],
			["recieved", "error"],
		]);
	});

	test("a term used again and again is a note", async () => {
		const story = "The kobbleset waits. A kobbleset is small. This kobbleset is mine.";
		expect(new Set((await found(story)).map(({ severity }) => severity))).toEqual(new Set(["note"]));
	});

	test("the same slip again and again stays an error", async () => {
		const story = "They recieved it. He recieved it. We recieved it. It occured. It occured again. It had occured.";
		expect(new Set((await found(story)).map(({ severity }) => severity))).toEqual(new Set(["error"]));
	});

	test("code, paths and addresses are no prose", async () => {
		const text =
			"Open src/wrkr.ts or config.jsn, set MAX_RETRYS, mail joe@exmpl.test, see https://exmpl.test/abot and run fooBarr or sha256 with iOS and HTTPS.";
		expect((await found(text)).filter(({ ruleId }) => ruleId === SPELLING)).toEqual([]);
	});

	test("words are kept once and in order", () => {
		expect(withWord(["kelp"], " Aino’s ")).toEqual(["Aino", "kelp"]);
		expect(withWord(["kelp"], "kelp")).toEqual(["kelp"]);
		expect(withWord([], "  ")).toEqual([]);
		expect(withWord([], "a".repeat(61))).toEqual([]);
	});
});

test("a technical text does not drown in spelling", async () => {
	const text =
		"We moved our Postgres cluster to Kubernetes last spring. The Postgres operator by Zalando watches a CRD, and kubectl shows its pods. Zalando's operator restarts Patroni. When Patroni elects a leader, PgBouncer reconnects, and kubectl tells us so. Our webhooks and kubectl scripts stayed.";
	const raw = (await linter.lintBlock(text)).filter(({ kind }) => kind === "Spelling");
	const left = grammarFindings(text, raw, wordsIn(text));
	expect(raw.length).toBeGreaterThan(4);
	expect(left.filter(({ severity }) => severity === "error").length).toBeLessThanOrEqual(1);
});

describe("whatever the text is", () => {
	const wild = fc.oneof(
		fc.string({ unit: "binary", maxLength: 120 }),
		fc
			.array(
				fc.constantFrom(
					"recieved",
					"teh",
					"\uD800",
					"\uDC00",
					"🎉",
					"\u200b",
					"的",
					"an apple",
					"a apple",
					". ",
					"\n",
					"“",
					"it's",
					"could of",
					"\u0000",
					"e\u0301",
				),
				{ maxLength: 25 },
			)
			.map((parts) => parts.join(" ")),
	);
	test("every range lies in its text and quotes the word it names", async () => {
		await fc.assert(
			fc.asyncProperty(wild, async (text) => {
				for (const { start, end, values } of grammarFindings(text, await linter.lintBlock(text), NO_KNOWN_WORDS)) {
					expect(0 <= start && start < end && end <= text.length).toBe(true);
					expect(values?.["word"]).toBe(text.slice(start, end));
				}
			}),
			{ numRuns: 60 },
		);
	}, 120_000);

	test("what is no prose is not sent", async () => {
		for (const text of ["", " \n ", "word ".repeat(5_000), "a".repeat(300)])
			expect(await linter.lintBlock(text)).toEqual([]);
	});
});

test("that its file cannot be had is told to whoever asked for the checker, and left unhandled by nobody", async () => {
	const unhandled: unknown[] = [];
	const listener = (reason: unknown) => unhandled.push(reason);
	process.on("unhandledRejection", listener);
	await expect(createLinter(createBinaryModuleFromUrl("file:///nowhere/harper.wasm"), "american")).rejects.toThrow();
	await new Promise((resolve) => setTimeout(resolve, 20));
	process.off("unhandledRejection", listener);
	expect(unhandled).toEqual([]);
});
