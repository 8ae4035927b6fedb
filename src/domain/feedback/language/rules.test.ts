import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ofLength } from "#tests/support/hard-texts.ts";
import type { BlockFinding, BlockReading } from "../block-rule.ts";
import { messageOf } from "../message-of.ts";
import { LANGUAGE_RULES } from "./rules.ts";
import { readingOf } from "./test-reading.ts";

function found(text: string, ruleId?: string, language: string | null = "en", type?: BlockReading["type"]) {
	const reading = readingOf(text, language, type);
	return LANGUAGE_RULES.flatMap((rule) => rule.check(reading, rule.thresholds)).filter(
		(one) => ruleId === undefined || one.ruleId === ruleId,
	);
}

const mended = (text: string, { start, end, replacement }: BlockFinding) =>
	text.slice(0, start) + (replacement ?? "") + text.slice(end);

test("every rule says what it is, how it knows, and where it comes from", () => {
	const ids = LANGUAGE_RULES.map((rule) => rule.id);
	expect(new Set(ids).size).toBe(ids.length);
	for (const rule of LANGUAGE_RULES) {
		expect(rule.id).toMatch(/^language\.[a-z-]+$/);
		expect(rule.area).toBe("language");
		expect(rule.evidence.length).toBeGreaterThan(0);
		for (const { class: kind, source } of rule.evidence) {
			expect(kind).toBe("convention");
			expect(source.detail).not.toBe("");
		}
	}
});

test("a grade beyond all schools is not told in figures", () => {
	const long = "Nevertheless incomprehensible administrative documentation accumulated, ".repeat(8);
	expect(found(`${long}unread.`, "language.very-hard-sentence")).toMatchObject([{ values: { grade: "20+" } }]);
});

test("a list that is cut says so with its last finding; one that just fits does not", () => {
	const cuts = (times: number) => found("It was very cold. ".repeat(times), "language.filler").map(({ cut }) => cut);
	expect(cuts(100)).toHaveLength(100);
	expect(cuts(100)).not.toContain(true);
	expect(cuts(101)).toHaveLength(100);
	expect(cuts(101).filter(Boolean)).toHaveLength(1);
	expect(cuts(101).at(-1)).toBe(true);
});

test("every place in a message is filled", () => {
	const text = `${"I think that really the additional assistance was utilized by them, and consequently the extraordinarily complicated documentation was slowly, carefully and deliberately written. ".repeat(3)}`;
	const findings = [
		...found(text),
		...found(
			"Der Wärter ging an diesem Morgen langsam hinunter ans Wasser und zählte dort lange alle Boote, die vor dem Sturm nach Hause gekommen waren.",
			undefined,
			"de",
		),
		...found("的".repeat(101), undefined, "zh"),
	];
	for (const { ruleId, values = {} } of findings) {
		const rule = LANGUAGE_RULES.find(({ id }) => id === ruleId);
		const places = [...(rule ? messageOf(rule, { values }) : "").matchAll(/{{(\w+)}}/g)].map(([, name]) => name);
		expect(Object.keys(values)).toEqual(expect.arrayContaining(places));
	}
	expect(new Set(findings.map(({ ruleId }) => ruleId)).size).toBeGreaterThan(6);
});

describe("one key mends", () => {
	test.each([
		["We utilized an additional lamp.", ["We used an additional lamp.", "We utilized another lamp."]],
		["Utilization of a lamp is cheap.", ["Use of a lamp is cheap."]],
		[
			"She has demonstrated patience, and demonstrated it daily.",
			["She has shown patience, and demonstrated it daily.", "She has demonstrated patience, and showed it daily."],
		],
		["An utilization of oil.", ["A use of oil."]],
		["IN ORDER TO SEE, LOOK.", ["TO SEE, LOOK."]],
		["Prior to dawn it rained.", ["Before dawn it rained."]],
		["Really, nobody came.", ["Nobody came."]],
		["It was a very old lamp.", ["It was an old lamp."]],
		["Of course he came.", ["He came."]],
		[
			"He ceased working, ceasing all noise.",
			["He stopped working, ceasing all noise.", "He ceased working, stopping all noise."],
		],
	])("%s", (text, wanted) => {
		const mends = found(text).filter((one) => one.replacement !== undefined);
		expect(mends.map((one) => mended(text, one))).toEqual(wanted);
	});

	test("a noun is no verb", () => {
		expect(found("The purchase was his. She made a request and an attempt.", "language.simpler-word")).toEqual([]);
	});
});

describe("who speaks", () => {
	test("words in quotation marks are somebody else's", () => {
		const text = '“I really think it was perhaps utilized by them,” she said. "Actually, perhaps," he said.';
		expect(found(text)).toEqual([]);
	});
	test.each(["quote", "code", "heading", "title", "figure"] as const)("a %s is left alone", (type) => {
		expect(found("I really think it was perhaps utilized by them.", undefined, "en", type)).toEqual([]);
	});
	test.each(["de", "fr", "zh", null])("English rules leave %s alone", (language) => {
		expect(found("I really think it was perhaps utilized by them.", undefined, language)).toEqual([]);
	});
});

describe("whatever the text is", () => {
	const wild = fc.oneof(
		fc.string({ unit: "binary", maxLength: 300 }),
		fc
			.array(
				fc.constantFrom(
					"was",
					"written",
					"by",
					"very",
					"a",
					"an",
					"I think",
					"in order to",
					"utilized",
					"additional",
					"the",
					"really",
					",",
					". ",
					"\n",
					"“",
					"”",
					'"',
					"\uD800",
					"\uDC00",
					"\u200b",
					"\u0000",
					"的",
					"。",
					"é",
					"ß",
					"İ",
					"’",
					"-",
					" ",
					"  ",
					"\u00a0",
					"quickly",
					"Just",
					"lighthouse",
					"lighthouses",
				),
				{ maxLength: 80 },
			)
			.map((parts) => parts.join(" ")),
	);
	test("a finding lies in its block and names a known rule", () => {
		const ids = new Set(LANGUAGE_RULES.map(({ id }) => id));
		fc.assert(
			fc.property(wild, fc.constantFrom("en", "de", "zh", "ja", "xx", null), (text, language) => {
				for (const { start, end, ruleId, values } of found(text, undefined, language)) {
					expect(ids.has(ruleId)).toBe(true);
					expect(0 <= start && start < end && end <= text.length).toBe(true);
					if (values?.["phrase"] !== undefined) expect(text.slice(start, end)).toContain(values["phrase"]);
				}
			}),
			{ numRuns: 400 },
		);
	});

	test("no block says one thing more than a hundred times", () => {
		expect(found(ofLength("It was very cold. ", 100_000), "language.filler")).toHaveLength(100);
	});
});
