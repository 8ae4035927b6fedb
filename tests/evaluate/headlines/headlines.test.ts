import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseModel } from "#domain/feedback/headline/model.ts";
import { HEADLINE_SIGNALS } from "#domain/feedback/headline/signals.ts";
import { compareHeadlines } from "#domain/feedback/headline/verdict.ts";
import { seededRandom } from "#domain/revenue/random.ts";
import file from "../../../resources/headlines/model.json" with { type: "json" };
import { crossValidate } from "./cross-validate.ts";
import { accuracyOf } from "./scores.ts";
import { pairsOf, type ShownHeadline } from "./tests-data.ts";
import type { WordVectors } from "./vectors.ts";

const NO_MEANING: WordVectors = { dimensions: 1, words: [], vectorOf: () => undefined };

/** Tests of two headlines each, in which a question costs a fifth of the clicks and a filler word nothing. */
function invented(tests: number, questionOdds: number): ShownHeadline[] {
	const { uniform, normal } = seededRandom(3);
	const fillers = ["boats", "towers", "lamps", "storms", "winters", "keepers"];
	return Array.from({ length: tests }, (_, test) => {
		const base = -3.5 + 0.3 * normal();
		const question = uniform() < 0.5;
		return [question, !question].map((asks): ShownHeadline => {
			const filler = fillers[Math.floor(uniform() * fillers.length)];
			const impressions = 20_000;
			const rate = 1 / (1 + Math.exp(-(base + (asks ? questionOdds : 0) + 0.03 * normal())));
			return {
				test: `t${test}`,
				image: "same",
				week: 201401,
				impressions,
				clicks: Math.round(impressions * rate + Math.sqrt(impressions * rate) * normal()),
				headline: `${filler} of the northern sea${asks ? "?" : ""}`,
			};
		});
	}).flat();
}

test("an effect that is there is found in tests that were left out; where none is, nothing is", () => {
	const judge = (odds: number) => {
		const rows = invented(300, odds);
		return accuracyOf(crossValidate(rows, pairsOf(rows), NO_MEANING), (pair) => pair.all.signals);
	};
	expect(judge(-0.2).low).toBeGreaterThan(85);
	const none = judge(0);
	expect(none.low).toBeLessThan(50);
	expect(none.high).toBeGreaterThan(50);
});

test("pairs share test and picture, differ in words, and z is that of two proportions", () => {
	const row = (headline: string, clicks: number, image = "i"): ShownHeadline => ({
		test: "t",
		image,
		week: 201401,
		impressions: 1000,
		clicks,
		headline,
	});
	const pairs = pairsOf([row("A", 50), row("B", 30), row("A", 20), row("B", 20, "other")]);
	expect(pairs.map(({ a, b }) => [a, b])).toEqual([
		[0, 1],
		[1, 2],
	]);
	// Pooled rate 0.04: standard error of the difference √(0.04 · 0.96 · 2/1000).
	expect(pairs[0]?.z).toBeCloseTo(0.02 / Math.sqrt((0.04 * 0.96 * 2) / 1000), 10);
});

test("accuracy counts ties half, and its interval draws whole tests", () => {
	const pair = (test: string, z: number) => ({ a: 0, b: 1, test, z });
	const pairs = [pair("x", 1), pair("x", 1), pair("y", -1), pair("y", 1)];
	expect(accuracyOf(pairs, () => 1)).toEqual({ accuracy: 75, low: 50, high: 100 });
	expect(accuracyOf(pairs, () => 0)).toEqual({ accuracy: 50, low: 50, high: 50 });
});

test("the model that ships is small, and its data card states what it holds", () => {
	const card = readFileSync("resources/headlines/README.md", "utf8");
	const { measured } = parseModel(file);
	expect(JSON.stringify(file).length).toBeLessThan(170_000);
	expect(card).toContain(`of ${measured?.clearly.share} % of the significant pairs`);
	expect(card).toContain(`nothing is said of ${measured?.refused.share} % of all pairs`);
	expect(card).toContain(`| ${measured?.clearly.significant.accuracy.toFixed(1)} % [`);
});

test("the model that ships knows every signal and prefers the clearer of two plain cases", () => {
	const model = parseModel(file);
	expect(Object.keys(model.signals)).toEqual(HEADLINE_SIGNALS.map(({ id }) => id));
	const verdict = compareHeadlines(
		model,
		[
			"A Man Walked Into The Sea At Night. Watch What Happened To The Whole Village",
			"Our thoughts: is night swimming good?",
		],
		"news",
	);
	expect(verdict).toMatchObject({ strength: "clearly", stronger: 0 });
});
