import { expect, test } from "vitest";
import { type CovariateRow, covariateFindings, jointEffects } from "./covariates.ts";
import { seededRandom } from "./random.ts";

function rows(count: number, seed: number, effect: number): CovariateRow[] {
	const random = seededRandom(seed);
	return Array.from({ length: count }, (_, at) => {
		const topic = ["craft", "money", "cats"][at % 3] ?? "";
		const ratio = random.uniform();
		const outcome = random.normal() + (topic === "craft" ? effect : 0);
		return { id: `s${at}`, outcome, values: { topic, ratio, nothing: null } };
	});
}

test("a topic that does better is found, drawn towards nothing, and only it is shown", () => {
	const findings = covariateFindings(rows(150, 1, 1.5));
	const [topic] = findings;
	expect(topic).toMatchObject({ name: "topic", shown: true });
	expect(topic?.effects[0]?.group).toBe("craft");
	// Against the mean of all topics it is two thirds of the effect, less the pull towards nothing.
	expect(topic?.effects[0]?.factor).toBeGreaterThan(Math.exp(0.5));
	expect(topic?.effects[0]?.factor).toBeLessThan(Math.exp(1.2));
	expect(findings.find(({ name }) => name === "ratio")?.shown).toBe(false);
});

test("where nothing has an effect hardly anything is shown", () => {
	let shown = 0;
	for (let seed = 0; seed < 100; seed += 1)
		shown += covariateFindings(rows(60, seed, 0)).filter((one) => one.shown).length;
	expect(shown).toBeLessThanOrEqual(6);
});

test("a number's effect is told for one unit more", () => {
	const random = seededRandom(3);
	const data = Array.from({ length: 200 }, (_, at): CovariateRow => {
		const ratio = random.uniform();
		return { id: `s${at}`, outcome: 2 * ratio + 0.3 * random.normal(), values: { ratio } };
	});
	const [finding] = covariateFindings(data);
	expect(finding?.shown).toBe(true);
	expect(finding?.effects[0]?.low).toBeLessThan(Math.exp(2));
	expect(finding?.effects[0]?.high).toBeGreaterThan(Math.exp(1.8));
});

test("few stories show nothing, and their order does not matter", () => {
	const few = rows(15, 5, 4);
	expect(covariateFindings(few).every(({ shown }) => !shown)).toBe(true);
	expect(covariateFindings(few.toReversed())).toEqual(covariateFindings(few));
	expect(covariateFindings([])).toEqual([]);
});

test("two names for the same thing count once, and a number beyond what was seen as the nearest seen one", () => {
	const random = seededRandom(8);
	const data = Array.from({ length: 120 }, (_, at): CovariateRow => {
		const topic = at % 2 === 0 ? "craft" : "cats";
		const minutes = 2 + 6 * random.uniform();
		const outcome = (topic === "craft" ? 1 : 0) + 0.4 * minutes + 0.4 * random.normal();
		return { id: `s${at}`, outcome, values: { topic, publication: topic === "craft" ? "A" : "B", minutes } };
	});
	const effects = jointEffects(data);
	expect(effects.map(({ name }) => name)).toEqual(["minutes", "publication"]);
	const [minutes, publication] = effects;
	expect(minutes?.of(7) ?? 0).toBeGreaterThan(minutes?.of(3) ?? 0);
	expect(minutes?.of(80)).toBe(minutes?.of(9));
	expect(minutes?.of(80)).toBeLessThan(2);
	expect(publication?.of("A")).toBeGreaterThan(0.3);
	expect(publication?.of("never seen")).toBe(0);
	expect(jointEffects(rows(60, 1, 0))).toEqual([]);
});
