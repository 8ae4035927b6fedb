import { expect, test } from "vitest";
import { claps } from "../sources.ts";
import { compareTitles, titleLanguage } from "./compare-titles.ts";
import { HEADLINE_SIGNALS, headlineSignal } from "./signals.ts";
import { cutLine } from "./title-length.ts";

test("variants are compared signal by signal, and nothing sums them up", () => {
	const comparison = compareTitles(
		["What I learned from 30 winters on an island", "Why do we still need lighthouse keepers?"],
		"en",
	);
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

test.each([
	["I Saved £18,400 in a Year", "£18,400"],
	["Losing $12,500 on Paper", "$12,500"],
	["How I Made $1,234,567.89 and Lost It", "$1,234,567.89"],
	["18.400 € für ein Boot", "18.400 €"],
	["I Ran 3.5 Miles", "3.5"],
	["A Raise of 12.5% in May", "12.5%"],
	["My $40k Mistake", "$40k"],
	["Easy as 1,2,3", "1"],
	["7 quiet ways to read", "7"],
	["It Happened in 1984.", "1984"],
	["In 2020, 400 People Left", "2020"],
	["5 More Boats", "5"],
	["Rent of 5 $20 Rooms", "5"],
])("%s has the number %s", (title, number) => {
	const place = headlineSignal("number").find(title);
	expect(place && title.slice(place.start, place.end)).toBe(number);
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
	const comparison = compareTitles(
		["Warum brauchen wir noch die Wärter der Türme?", "Das Licht und die Frau auf dem Turm"],
		null,
	);
	expect(comparison).toMatchObject({ titles: [{ english: false }, { english: false }], differing: [], shared: [] });
});

test("each title is in a language of its own, and signals are those of the English ones", () => {
	const comparison = compareTitles(
		["What I learned from 30 winters", "Was ich in 30 Wintern auf der Insel gelernt habe!", "My 30 winters alone"],
		"en",
	);
	expect(comparison.titles.map((one) => one.english)).toEqual([true, false, true]);
	expect(comparison.titles[1]?.signals).toEqual([]);
	expect(comparison.shared.map((signal) => signal.id)).toEqual(["number", "first-person"]);
	expect(comparison.differing.map((signal) => signal.id)).not.toContain("exclamation");
});

test.each([
	["Die Hard at Thirty", "en", "en"],
	["Die Hard Habits", "en", "en"],
	["Come Together Again", "en", "en"],
	["Wie man Brot backt", "en", "de"],
	["Beyoncé, Naïveté, Café", "en", "en"],
	["Quit", "en", "en"],
	["Der Wärter", "en", "de"],
	["Das Licht und die Insel", "en", "de"],
	["Por qué dejé mi trabajo", "en", "es"],
	["灯台のひとり暮らし", "en", "ja"],
	["Winter, Insel", "de", "de"],
	["How I Lost the Lighthouse", "de", "en"],
	["Why I Quit", null, "en"],
])("%s in a story in %s is %s", (title, story, language) => {
	expect(titleLanguage(title, story)).toBe(language);
});
