import { expect, test } from "vitest";
import { gammaDraw } from "../attention/new-stories.ts";
import { seededRandom } from "../random.ts";
import { finish } from "../steps.ts";
import { drawRates, fitRate, rateOver } from "./filter.ts";
import { type EarningRow, fitWeights, hoursOf } from "./weights.ts";

const weeks = (count: number, rate: (week: number) => number, seed = 1) => {
	const random = seededRandom(seed);
	return Array.from({ length: count }, (_, at) => ({
		until: 7 * (at + 1),
		earned: 100 * rate(at) * Math.exp(0.03 * random.normal()),
		weighted: 100,
		readers: 2000,
	}));
};

test("a steady rate is found, and is surer after more weeks, surest where weeks are known on both sides", () => {
	const data = weeks(40, () => 300);
	const [first, fit] = [fitRate(data.slice(0, 1), []), fitRate(data, [])];
	expect(rateOver(fit ?? { points: [], changes: [], monthlyDrift: 0 }, 7 * 36, 7 * 40)).toBeCloseTo(300, -1);
	expect(fit?.points.at(-1)?.variance).toBeLessThan(first?.points[0]?.variance ?? 0);
	expect(fit?.points[20]?.variance).toBeLessThan(fit?.points.at(-1)?.variance ?? 0);
	expect(fit?.changes).toEqual([]);
});

test("later weeks tell of earlier ones, and never move the newest", () => {
	const data = weeks(12, (week) => (week === 0 ? 600 : 300));
	const [first, fit] = [fitRate(data.slice(0, 1), []), fitRate(data, [])];
	expect(fit?.points[0]?.log).toBeLessThan((first?.points[0]?.log ?? 0) - 0.2);
	const before = fitRate(data.slice(0, 11), []);
	expect(before?.points.at(-1)?.log).not.toBe(fit?.points[10]?.log);
});

test("a step of the rate is noticed and followed within two months", () => {
	const fit = fitRate(
		weeks(40, (week) => (week < 30 ? 300 : 200)),
		[],
	);
	expect(fit?.changes.some(({ kind, day }) => kind === "seen" && day >= 7 * 29 && day <= 7 * 34)).toBe(true);
	expect(Math.exp(fit?.points[38]?.log ?? 0)).toBeLessThan(215);
});

test("a rule's date loosens the belief at once", () => {
	const data = weeks(40, (week) => (week < 30 ? 300 : 240));
	const [plain, told] = [fitRate(data, []), fitRate(data, [{ day: 211, text: "rule" }])];
	expect(told?.changes[0]).toEqual({ day: 211, kind: "epoch" });
	expect(Math.abs(Math.exp(told?.points[31]?.log ?? 0) - 240)).toBeLessThan(
		Math.abs(Math.exp(plain?.points[31]?.log ?? 0) - 240),
	);
});

test("no money or no attention gives no rate; draws stay above nothing and wander further with time", () => {
	expect(fitRate([{ until: 7, earned: 0, weighted: 5, readers: 1 }], [])).toBeNull();
	const fit = fitRate(
		weeks(20, () => 300),
		[],
	);
	const draws = fit ? drawRates(fit, new Array<boolean>(12).fill(false), 500, 1) : [];
	const spread = (step: number) => {
		const sorted = Float64Array.from(draws[step] ?? []).sort();
		return Math.log((sorted[450] ?? 1) / (sorted[50] ?? 1));
	};
	expect(draws.flatMap((one) => [...one]).every((rate) => rate > 0)).toBe(true);
	expect(spread(11)).toBeGreaterThan(spread(0));
});

function rows(count: number, seed: number, responses: number): EarningRow[] {
	const random = seededRandom(seed);
	return Array.from({ length: count }, (_, at) => {
		const attention = 2 + 20 * random.uniform();
		const count = Math.floor(4 * random.uniform());
		const weighted = attention + responses * count;
		return {
			month: at % 12,
			boosted: false,
			attention,
			readers: null,
			claps: Math.floor(10 * random.uniform()),
			highlights: 0,
			responses: count,
			follows: 0,
			earned: (300 * weighted * gammaDraw(400, random)) / 400,
		};
	});
}

test("a weight that stands out is named, others are not, none is below nothing", () => {
	const fit = finish(fitWeights(rows(300, 1, 1)));
	const of = (kind: string) => fit?.weights.find((weight) => weight.kind === kind);
	expect(of("responses")?.named).toBe(true);
	expect(of("responses")?.low).toBeLessThan(1);
	expect(of("responses")?.high).toBeGreaterThan(0.7);
	expect(of("highlights")?.named).toBe(false);
	expect(hoursOf(fit).every((hours) => hours >= 0)).toBe(true);
});

test("weights that are far from the belief are found though the rate could explain the same money", () => {
	const random = seededRandom(3);
	const data = Array.from({ length: 400 }, (_, at): EarningRow => {
		const attention = 2 + 20 * random.uniform();
		const claps = Math.floor(attention * (1 + 3 * random.uniform()));
		const earned = (300 * (attention + 0.2 * claps) * gammaDraw(400, random)) / 400;
		return {
			month: at % 12,
			boosted: false,
			attention,
			readers: null,
			claps,
			highlights: 0,
			responses: 0,
			follows: 0,
			earned,
		};
	});
	expect(hoursOf(finish(fitWeights(data)))[0]).toBeGreaterThan(0.17);
});

test("few rows weigh nothing, and boosted ones do not count", () => {
	expect(finish(fitWeights(rows(5, 1, 1)))).toBeNull();
	expect(finish(fitWeights(rows(50, 1, 1).map((row) => ({ ...row, boosted: true }))))).toBeNull();
	expect(hoursOf(null)).toEqual([0, 0, 0, 0]);
});

test("where engagement is worth nothing, hardly a weight is named, however noisy the money", () => {
	let named = 0;
	const writers = 40;
	for (let writer = 0; writer < writers; writer += 1) {
		const random = seededRandom(900 + writer);
		const noisy = Array.from({ length: 400 }, (_, at): EarningRow => {
			const attention = Math.exp(random.normal());
			const count = (mean: number) => Math.floor(2 * mean * attention * random.uniform() + random.uniform());
			return {
				month: at % 20,
				boosted: false,
				attention,
				readers: null,
				earned: 300 * attention * Math.exp(0.15 * random.normal()),
				claps: count(3),
				highlights: count(0.5),
				responses: count(0.3),
				follows: count(0.2),
			};
		});
		named += Number(finish(fitWeights(noisy))?.weights.some((weight) => weight.named));
	}
	expect(named).toBeLessThanOrEqual(5);
});
