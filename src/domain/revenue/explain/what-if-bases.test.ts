import { expect, test } from "vitest";
import { english } from "../../words/message.ts";
import { type BoostFit, NO_BOOSTS } from "../attention/boost.ts";
import type { CovariateFinding } from "../covariates.ts";
import { boostBasis, lengthBasis, readRatioBasis, seriesWords, weekdayBasis } from "./what-if-bases.ts";

const finding = (name: string, group: string | null, shown = true): CovariateFinding => ({
	name,
	stories: 40,
	benefit: 0.2,
	shown,
	effects: [{ group, factor: 1.1, low: 1.02, high: 1.2, stories: 40 }],
});
const ratioFinding = (shown = true) => ({ ...finding("readRatio", null, shown), usual: 0.3, most: 0.8 });
const effects = (...shown: CovariateFinding[]) => ({ shown, tried: ["length", "weekday"], stories: 40 });

test("an effect of the writer's own takes the place of the assumption, with its range", () => {
	const length = lengthBasis(1.5, { effects: effects(finding("length", null)), usualMinutes: 6 });
	expect(length.factor).toBeCloseTo(1.1 ** 3);
	expect(english(length.words)).toContain("from 40 of your stories");
	expect(english(length.words)).toContain("1.33 times the hours (1.06 to 1.73)");
	const shorter = lengthBasis(0.5, { effects: effects(finding("length", null)), usualMinutes: 6 });
	expect(english(shorter.words)).toContain("0.75 times the hours (0.58 to 0.94)");
	const ratio = readRatioBasis(2, { readRatio: ratioFinding() });
	expect(ratio.factor).toBeCloseTo(1.1 ** Math.log(2));
	// Beyond what any story has had nothing is known.
	const beyond = readRatioBasis(3, { readRatio: ratioFinding() });
	expect(beyond.factor).toBeCloseTo(1.1 ** Math.log(0.8 / 0.3));
	expect(english(beyond.words)).toContain("none has more than 80 reads in a hundred views");
	expect(weekdayBasis(3, { effects: effects(finding("weekday", "2")) }).factor).toBe(1.1);
});

test("without one the plain factor stands, and it is said that it is assumed", () => {
	const none = effects();
	expect(lengthBasis(1.5, { effects: none, usualMinutes: 6 }).factor).toBe(1.5);
	expect(lengthBasis(1.5, { effects: effects(finding("length", null)), usualMinutes: null }).factor).toBe(1.5);
	for (const readRatio of [null, ratioFinding(false)]) {
		const basis = readRatioBasis(1.2, { readRatio });
		expect(basis.factor).toBe(1.2);
		expect(english(basis.words)).toContain("assumed, not learnt from your stories");
	}
	expect(readRatioBasis(0, { readRatio: ratioFinding() }).factor).toBe(0);
	expect(weekdayBasis(3, { effects: none })).toMatchObject({ factor: null });
});

test("losing Boost takes its own part where stories tell it, else nothing at all", () => {
	const effect = { stories: 7, size: 2, factor: 2.5, seen: 2.8, low: 1.8, high: 3.4, benefit: 0.4, shown: true };
	const boost: BoostFit = { effect, size: 2, chance: 0.125, age: 3 };
	const known = boostBasis(0, { boost, boosted: 7 });
	expect(known.assumed).toEqual({ boosts: 0 });
	expect(english(known.words)).toContain("on 7 boosted stories");
	expect(english(known.words)).toContain("2.8 times the hours (1.8 to 3.4)");
	expect(english(known.words)).toContain("Reckoned with are 2.5 times");
	expect(english(known.words)).toContain("13 in a hundred");
	const none = boostBasis(0, { boost: NO_BOOSTS, boosted: 0 });
	expect(none.assumed).toEqual({});
	expect(english(none.words)).toMatch(/^Boost: no story is known to be boosted/);
	const untold = { effect: { ...effect, shown: false }, size: 0, chance: 0, age: 0 };
	for (const boosted of [1, 7]) {
		const few = boostBasis(0.6, { boost: untold, boosted });
		expect(few.assumed).toEqual({});
		expect(english(few.words)).toContain(boosted === 1 ? "1 story is known to be boosted" : "7 stories are known");
	}
	const old = boostBasis(0, { boost: { ...boost, chance: 0 }, boosted: 7 });
	expect(old.assumed).toEqual({});
	expect(english(old.words)).toContain("none was seen to be new");
});

test("parts of a series outside the months told are said to change nothing", () => {
	const said = (...days: number[]) => seriesWords(days, 100, 200).map(english);
	expect(said(100, 199)).toEqual([expect.stringMatching(/^Series: its parts are drawn/)]);
	expect(said(99)).toEqual(["Series: the day of 1 part is over, so it changes nothing."]);
	expect(said(99, 150, 200, 900)).toEqual([
		expect.stringMatching(/^Series: its parts are drawn/),
		expect.stringContaining("1 part is over"),
		expect.stringContaining("2 parts come out after the months that are told"),
	]);
	expect(said()).toEqual([]);
});

test("a part of a series that is over is not said to come out later too, where the months told are over as well", () => {
	expect(seriesWords([250, 350], 300, 200).map(english)).toEqual([
		"Series: the day of 1 part is over, so it changes nothing.",
		"Series: 1 part comes out after the months that are told, so it changes nothing here.",
	]);
});
