import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../random.ts";
import { fitSeasonal } from "./seasonal-smoothing.ts";
import { classicalSeasons, isSeasonal, periodOf, shrunkSeasons, withoutSeasons, withSeason } from "./seasonality.ts";
import { bandAround, forecastBenchmark, forecastSeries } from "./series.ts";
import { fitDamped, fitSimple, fitTheta } from "./smoothing.ts";

const wave = (length: number, period: number, strength: number, noise: number, seed = 5) => {
	const { normal } = seededRandom(seed);
	return Array.from(
		{ length },
		(_, t) => 100 * (1 + strength * Math.sin((2 * Math.PI * t) / period)) * Math.exp(noise * normal()),
	);
};

describe("smoothing", () => {
	test("a constant stays, a line goes on", () => {
		const flat = Array.from({ length: 20 }, () => 7);
		for (const smooth of [fitSimple, fitTheta, fitDamped]) expect(smooth(flat).from(19, 5)).toBeCloseTo(7, 6);
		const rising = Array.from({ length: 40 }, (_, t) => 10 + 2 * t);
		// Theta goes on with half the slope from its smoothed line, which is at the last value.
		expect(fitTheta(rising).from(39, 4)).toBeCloseTo(10 + 2 * 39 + 4, 0);
		const damped = fitDamped(rising);
		const step = (h: number) => damped.from(39, h) - damped.from(39, h - 1);
		expect(step(2)).toBeGreaterThan(0);
		expect(step(3)).toBeLessThan(step(2));
	});

	test("the first level is the one that makes the errors least", () => {
		// A start far from the rest: a fit that took it as the level would carry it for long.
		const values = [0, ...Array.from({ length: 30 }, (_, t) => 50 + (t % 2))];
		expect(fitSimple(values).from(30, 1)).toBeGreaterThan(49);
	});
});

describe("seasons", () => {
	test("strong ones are found, drawn a little to none, and put back where they were taken", () => {
		const values = wave(72, 12, 0.4, 0.05);
		expect(isSeasonal(values, 12)).toBe(true);
		const classical = classicalSeasons(values, 12);
		const shrunk = shrunkSeasons(values, 12);
		expect(Math.max(...classical.indices)).toBeGreaterThan(1.3);
		expect(Math.max(...shrunk.indices)).toBeGreaterThan(30);
		expect(Math.max(...shrunk.indices)).toBeLessThan(100 * (Math.max(...classical.indices) - 1 + 0.05));
		expect(shrunk.kept).toBeGreaterThan(0.9);
		const back = withoutSeasons(values, shrunk).map((value, t) => withSeason(value, shrunk, t));
		for (const [t, value] of back.entries()) expect(value).toBeCloseTo(values[t] ?? 0, 8);
	});

	test("noise alone has next to none", () => {
		const spread = shrunkSeasons(wave(60, 12, 0, 0.3), 12).indices.map((index) => Math.abs(index));
		expect(Math.max(...spread)).toBeLessThan(20);
	});

	test("two years are enough, in a series that grows as well", () => {
		const { normal } = seededRandom(3);
		const season = (t: number) => 50 * Math.sin((2 * Math.PI * t) / 12);
		const values = Array.from({ length: 24 }, (_, t) => 300 + 8 * t + season(t) + 3 * normal());
		const found = shrunkSeasons(values, 12);
		for (const [t, index] of found.indices.entries()) expect(Math.abs(index - season(t))).toBeLessThan(8);
		expect(shrunkSeasons(values.slice(0, 23), 12).kept).toBe(0);
	});

	test("an unnamed period is believed when the series shows it clearly", () => {
		expect(periodOf(wave(260, 52, 0.4, 0.05), 1)).toBe(52);
		expect(periodOf(wave(260, 52, 0, 0.3), 1)).toBe(1);
		expect(periodOf(wave(100, 12, 0, 0.3), 12)).toBe(12);
	});
});

test("seasons that move are followed", () => {
	// The year's best and worst months grow ever further apart.
	const { normal } = seededRandom(8);
	const values = Array.from(
		{ length: 144 },
		(_, t) => 100 * Math.exp((0.1 + (0.7 * t) / 144) * Math.sin((2 * Math.PI * t) / 12) + 0.03 * normal()),
	);
	const known = values.slice(0, 132);
	const errorOf = (points: readonly number[]) =>
		points.reduce((sum, point, at) => sum + Math.abs(point - (values[132 + at] ?? 0)), 0) / points.length;
	const logarithms = known.map(Math.log);
	const moving = fitSeasonal(logarithms, shrunkSeasons(logarithms, 12));
	const own = errorOf(Array.from({ length: 12 }, (_, at) => Math.exp(moving.from(131, at + 1))));
	expect(own).toBeLessThan(0.85 * errorOf(forecastBenchmark("theta", known, 12, 12).points));
	expect(errorOf(forecastSeries(known, 12, 12).points)).toBeLessThan(
		errorOf(forecastBenchmark("theta", known, 12, 12).points),
	);
});

test("small and wild years, then seasons that turn round: no forecast leaves what the series has seen", () => {
	// Moving seasons that are the value over a level near nothing came to a hundred times the largest value (seed 6).
	for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
		const { normal } = seededRandom(seed);
		const values = Array.from({ length: 300 }, (_, t) => {
			const [wild, season] = [t < 110, 0.6 * Math.sin((2 * Math.PI * t) / 12)];
			const growth = wild ? 0 : (2 * (t - 110)) / 190;
			return 150 * Math.exp(growth + (wild ? -season : season) + (wild ? 0.8 : 0.3) * normal());
		});
		const { points, deviations } = forecastSeries(values, 12, 24);
		expect(Math.max(...points)).toBeLessThan(1.5 * Math.max(...values));
		expect(Math.max(...deviations)).toBeLessThan(1);
	}
});

test("what rises within its first period is not believed to rise for ever", () => {
	const values = [10, 12, 15, 19, 24, 30, 38, 47];
	const yearly = forecastSeries(values, 1, 12).points.at(-1) ?? 0;
	const monthly = forecastSeries(values, 12, 12).points.at(-1) ?? 0;
	expect(monthly).toBeGreaterThan(47);
	expect(monthly).toBeLessThan(0.6 * yearly);
});

test("bands of short series hold what they say, and are never wider than the series knows", () => {
	let inside = 0;
	for (let seed = 1; seed <= 40; seed += 1) {
		const all = wave(38, 12, 0.3, 0.15, seed);
		const forecast = forecastSeries(all.slice(0, 26), 12, 12);
		inside += all.slice(26).filter((value, at) => {
			const { low, high } = bandAround(forecast, at, 1.96);
			return low <= value && value <= high;
		}).length;
	}
	expect(inside / (40 * 12)).toBeGreaterThan(0.96);
	// One wild year of months: two thirds of its range, not a power of it.
	const wild = [1, 400, 2, 900, 1, 300, 5, 1000];
	const { deviations } = forecastSeries(wild, 12, 12);
	expect(Math.max(...deviations)).toBeLessThanOrEqual(0.7 * Math.log(1000) + 1e-9);
});

test("a seasonal series is forecast better than by its last value, inside honest bands", () => {
	const all = wave(90, 12, 0.3, 0.08, 11);
	const [known, later] = [all.slice(0, 78), all.slice(78)];
	const error = (points: readonly number[]) =>
		later.reduce((sum, value, at) => sum + Math.abs(value - (points[at] ?? 0)), 0);
	const ours = forecastSeries(known, 12, 12);
	expect(error(ours.points)).toBeLessThan(0.5 * error(later.map(() => known.at(-1) ?? 0)));
	expect(error(ours.points)).toBeLessThanOrEqual(1.1 * error(forecastBenchmark("theta", known, 12, 12).points));
	const inside = later.filter((value, at) => {
		const { low, high } = bandAround(ours, at, 1.96);
		return low <= value && value <= high;
	});
	expect(inside.length).toBeGreaterThanOrEqual(10);
});

test("whatever the series, forecasts are numbers, bands hold their point and never narrow with the horizon", () => {
	const values = fc.array(
		fc.oneof(
			fc.double({ min: 0, max: 1e6, noNaN: true }),
			fc.constantFrom(0, 0, 1, 1e9),
			fc.double({ min: -1e4, max: 1e4, noNaN: true }),
		),
		{ minLength: 2, maxLength: 90 },
	);
	fc.assert(
		fc.property(
			values,
			fc.constantFrom(1, 4, 7, 12, 52),
			fc.integer({ min: 1, max: 18 }),
			(series, period, horizon) => {
				const forecast = forecastSeries(series, period, horizon);
				expect(forecast.points).toHaveLength(horizon);
				for (const [at, point] of forecast.points.entries()) {
					expect(Number.isFinite(point)).toBe(true);
					const { low, high } = bandAround(forecast, at, 1.28);
					expect(low <= point && point <= high).toBe(true);
					expect(forecast.deviations[at] ?? 0).toBeGreaterThanOrEqual(forecast.deviations[at - 1] ?? 0);
					if (series.every((value) => value >= 0)) expect(point).toBeGreaterThanOrEqual(0);
				}
			},
		),
		// The smallest numbers there are: a hundredth of one is nothing.
		{ examples: [[[5e-324, 5e-324, 5e-324, 5e-324, 6.05], 1, 3]] },
	);
});
