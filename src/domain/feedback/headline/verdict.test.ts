import fc from "fast-check";
import { expect, test } from "vitest";
import { headlineFeatures, SHAPE } from "./features.ts";
import { type HeadlineModel, packModel, parseModel, titleParts } from "./model.ts";
import { GENRES, HEADLINE_SIGNALS, transferFor } from "./signals.ts";
import { compareHeadlines } from "./verdict.ts";

/** A model that knows a few things, so that what follows from them can be worked out by hand. */
const believed = { slope: 1, low: 0.5, high: 1.5 };
const model: HeadlineModel = {
	signals: { question: -0.3, exclamation: -0.5, number: 0.1 },
	shape: SHAPE.map(() => 0),
	words: new Map([
		["lighthouse", 0.4],
		["winter", -0.2],
	]),
	phrases: new Map([["the island", 0.25]]),
	errors: { signals: { question: 0.05 }, length: 0.01, form: 0.01, wording: 0.03 },
	families: { signals: believed, length: believed, form: believed, wording: believed },
	verdicts: { slope: 3, clearly: 0.25, probably: 0.05 },
};

test("the parts of a title add up to its whole", () => {
	const parts = titleParts(model, headlineFeatures("Is the island a lighthouse?"));
	expect(parts.signals.get("question")).toBe(-0.3);
	expect(parts.wording.get("lighthouse")).toBeCloseTo(0.4 / Math.sqrt(5));
	expect(parts.total).toBeCloseTo(-0.3 + 0.4 / Math.sqrt(5) + 0.25);
});

test("a possessive has the meaning of its word", () => {
	const wording = titleParts(model, headlineFeatures("A lighthouse's years")).wording;
	expect(wording.get("lighthouse's")).toBeCloseTo(0.4 / Math.sqrt(3));
});

test("the verdict names the stronger title and why, with an interval and where it is known from", () => {
	const verdict = compareHeadlines(model, ["Keepers of the island", "Are there keepers of an island?"], "essay");
	expect(verdict).toMatchObject({ strength: "clearly", stronger: 0, refused: null });
	expect(verdict.wins).toBeCloseTo(100 / (1 + Math.exp(-3 * 0.55)), 0);
	const question = verdict.reasons.find((reason) => reason.signal?.id === "question");
	// Told for the title it speaks for: exp(0.3) − 1, with the weight's error and that of what its family is worth.
	expect(question).toMatchObject({ in: 1, for: 0, class: "abClicks", transfer: "carries", decides: true });
	expect(question?.effect.percent).toBeCloseTo(35, 1);
	const half = Math.hypot(1.96 * 0.05, 0.3 * 0.5);
	expect(question?.effect.low).toBeCloseTo(100 * Math.expm1(0.3 - half), 0);
	expect(question?.effect.high).toBeCloseTo(100 * Math.expm1(0.3 + half), 0);
	expect(verdict.reasons.find((reason) => reason.kind === "wording")).toMatchObject({
		for: 0,
		transfer: "untested",
		words: [{ word: "the island", in: 0 }],
	});
});

test("a signal that Medium's claps contradict is shown and decides nothing", () => {
	const verdict = compareHeadlines(model, ["Keepers of an old tower", "Keepers of an old tower!"], "essay");
	expect(verdict).toMatchObject({ strength: "none", refused: "contested" });
	expect(verdict.reasons).toMatchObject([{ signal: { id: "exclamation" }, transfer: "differs", decides: false }]);
});

test("a contested signal cannot lift a verdict over the line that the rest does not reach", () => {
	const verdict = compareHeadlines(model, ["Keepers of 12 old towers", "Keepers of some old towers!"], "essay");
	expect(verdict).toMatchObject({ strength: "probably", stronger: 0 });
});

test("a word that shows a contested signal decides no more than the signal", () => {
	const fond = { ...model, phrases: new Map([["your", 0.5]]) };
	const titles = ["Keepers of your old tower", "Keepers of an old tower"] as const;
	const verdict = compareHeadlines(fond, titles, "news");
	expect(verdict).toMatchObject({ strength: "none", refused: "contested" });
	// Signal and word are told as one thing.
	expect(verdict.reasons).toMatchObject([{ signal: { id: "you" }, in: 0, for: 0, decides: false }]);
	// In essays clicks and claps are both against "you", but this model is for it.
	expect(compareHeadlines(fond, titles, "essay")).toMatchObject({ strength: "none", refused: "contested" });
});

test("a signal of which the model says the opposite of Medium's claps decides nothing", () => {
	const fond = { ...model, signals: { ...model.signals, ellipsis: 0.4, number: -0.4 } };
	const dots = compareHeadlines(fond, ["Keepers of an old tower …", "Keepers of an old tower"], "essay");
	expect(dots).toMatchObject({ strength: "none", refused: "contested", reasons: [{ class: "abClicks", for: 0 }] });
	const number = compareHeadlines(fond, ["Keepers of 12 old towers", "Keepers of some old towers"], "essay");
	expect(number).toMatchObject({ strength: "none", reasons: [{ transfer: "differs", for: 1 }] });
});

test("a part that other tests did not bear out decides nothing, however large it is", () => {
	const families = { ...model.families, form: { slope: 0.5, low: -0.1, high: 1.1 } };
	const fullStop = SHAPE.indexOf("fullStop");
	const shape = SHAPE.map((_, at) => (at === fullStop ? 1 : 0));
	const titles = ["Keepers of an old tower.", "Keepers of an old tower"] as const;
	const doubtful = compareHeadlines({ ...model, shape, families }, titles, "essay");
	expect(doubtful).toMatchObject({ strength: "none", refused: "close", reasons: [{ kind: "form", decides: false }] });
	expect(compareHeadlines({ ...model, shape }, titles, "essay").strength).toBe("clearly");
});

test("length in favour of a title that Medium finds long decides nothing; in favour of a shorter one it does", () => {
	const characters = SHAPE.indexOf("characters");
	const grows = (weight: number) => ({ ...model, shape: SHAPE.map((_, at) => (at === characters ? weight : 0)) });
	const short = "Keepers of an old tower in the sea";
	const long = `${short} who counted every boat that came home and wrote down each of them`;
	expect(long.length).toBeGreaterThan(80);
	const longer = compareHeadlines(grows(0.5), [long, short], "essay");
	expect(longer).toMatchObject({ strength: "none", refused: "contested" });
	expect(longer.reasons[0]).toMatchObject({ kind: "length", for: 0, transfer: "differs", decides: false });
	expect(compareHeadlines(grows(-0.5), [long, short], "essay")).toMatchObject({ strength: "clearly", stronger: 1 });
	const middling = `${short} and its boats`;
	expect(compareHeadlines(grows(0.9), [middling, short], "essay")).toMatchObject({ strength: "clearly", stronger: 0 });
});

test("the genre decides what carries", () => {
	const [howTo] = HEADLINE_SIGNALS.filter(({ id }) => id === "how-to");
	expect(GENRES.map((genre) => howTo && transferFor(howTo, genre))).toEqual(["differs", "carries", "differs"]);
});

test.each([
	[["Keepers of the island", " Keepers of the island "], "same"],
	[["Keepers", "The island of keepers"], "short"],
	[["Keepers of an old tower", "Watchers of an old tower"], "close"],
] as const)("%j: nothing is said, and why", (titles, refused) => {
	expect(compareHeadlines(model, titles, "news")).toMatchObject({ strength: "none", refused });
});

const titles = fc.oneof(
	fc.string({ unit: "binary", maxLength: 120 }),
	fc
		.array(
			fc.constantFrom("the", "island", "lighthouse", "winter", "12", "?", "!", "__proto__", "constructor", "<s>", "’"),
			{
				maxLength: 12,
			},
		)
		.map((words) => words.join(" ")),
);

test("the order of two titles changes who is named, and nothing else", () => {
	fc.assert(
		fc.property(titles, titles, fc.constantFrom(...GENRES), (a, b, genre) => {
			const one = compareHeadlines(model, [a, b], genre);
			const other = compareHeadlines(model, [b, a], genre);
			expect(other.strength).toBe(one.strength);
			expect(other.wins).toBe(one.wins);
			if (one.strength !== "none") expect(other.stronger).toBe(1 - one.stronger);
			for (const { effect } of one.reasons)
				expect(Number.isFinite(effect.percent) && effect.low <= effect.percent && effect.percent <= effect.high).toBe(
					true,
				);
		}),
	);
});

test("a model survives its file", () => {
	expect(parseModel(JSON.parse(JSON.stringify(packModel(model))))).toEqual(model);
});
