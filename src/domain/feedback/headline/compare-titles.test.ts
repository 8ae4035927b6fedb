import { expect, test } from "vitest";
import { claps } from "../sources.ts";
import { compareTitles } from "./compare-titles.ts";
import { HEADLINE_SIGNALS } from "./signals.ts";
import { cutLine } from "./title-length.ts";

test("variants are compared signal by signal, and nothing sums them up", () => {
	const comparison = compareTitles([
		"What I learned from 30 winters on an island",
		"Why do we still need lighthouse keepers?",
	]);
	expect(comparison.titles.map((one) => one.signals)).toEqual([
		["number", "first-person", "event", "question-word"],
		["question", "we", "question-word"],
	]);
	expect(comparison.differing.map((signal) => signal.id)).toEqual([
		"number",
		"first-person",
		"question",
		"we",
		"event",
	]);
	expect(JSON.stringify(comparison)).not.toMatch(/score/i);
});

test("contested signals are marked, agreed ones have a direction", () => {
	const verdicts = Object.fromEntries(HEADLINE_SIGNALS.map((signal) => [signal.id, signal.verdict]));
	expect(verdicts).toEqual({
		number: "for",
		"first-person": "for",
		pointer: "for",
		superlative: "for",
		question: "against",
		colon: "against",
		dash: "against",
		we: "against",
		ellipsis: "against",
		exclamation: "mixed",
		you: "mixed",
		"how-to": "mixed",
		negative: "mixed",
		curiosity: "for",
		seeing: "for",
		person: "for",
		event: "for",
		someone: "for",
		they: "mixed",
		positive: "against",
		"question-word": "against",
	});
});

test("the interval of claps follows from lift and z", () => {
	expect(claps(-20, -5.4).effect).toMatchObject({ percent: -20, low: -26.2, high: -13.3 });
});

test("a line is cut at a word, between whole characters", () => {
	expect(cutLine("The lighthouse keeper who counted boats", 20)).toEqual({
		shown: "The lighthouse…",
		cut: true,
		limit: 20,
	});
	expect(cutLine("👩‍👩‍👧‍👦".repeat(30), 10).shown).toBe(`${"👩‍👩‍👧‍👦".repeat(9)}…`);
	expect(cutLine("Short", 20)).toEqual({ shown: "Short", cut: false, limit: 20 });
});

test("other languages get lengths only", () => {
	const comparison = compareTitles([
		"Warum brauchen wir noch die Wärter der Türme?",
		"Das Licht und die Frau auf dem Turm",
	]);
	expect(comparison).toMatchObject({ english: false, differing: [] });
});
