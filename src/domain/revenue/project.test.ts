import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMonths } from "../stats/periods.ts";
import type { Bands } from "./bands.ts";
import { nextPayout } from "./payout.ts";
import { type ProjectionInput, project } from "./project.ts";
import { seededRandom } from "./random.ts";
import { effectiveRate } from "./rate.ts";

const input = (minors: readonly number[], changes: Partial<ProjectionInput> = {}): ProjectionInput => ({
	currency: "USD",
	months: minors.map((minor, at) => ({ month: addMonths("2024-01", at), minor })),
	running: null,
	stories: [],
	...changes,
});

const edges = (bands: Bands) => [bands.p2_5, bands.p10, bands.p25, bands.p50, bands.p75, bands.p90, bands.p97_5];

const history = fc
	.array(fc.nat(500_000), { minLength: 3, maxLength: 30 })
	.filter((months) => months.some((value) => value > 0));

describe("projection", () => {
	test("bands are whole, nested and never negative; the same seed gives the same numbers", () => {
		fc.assert(
			fc.property(history, fc.integer({ min: 1, max: 6 }), fc.nat(1000), (months, horizon, seed) => {
				const projection = project(input(months), { months: horizon, seed });
				expect(projection.months).toHaveLength(horizon);
				for (const { total } of projection.months) {
					const values = edges(total);
					expect(values).toEqual([...values].sort((a, b) => a - b));
					expect(values.every((value) => Number.isSafeInteger(value) && value >= 0)).toBe(true);
				}
				expect(project(input(months), { months: horizon, seed })).toEqual(projection);
			}),
			{ numRuns: 15 },
		);
	});

	test("another currency unit scales the bands and changes nothing else", () => {
		fc.assert(
			fc.property(history, (months) => {
				const options = { months: 2, seed: 3 };
				const small = project(input(months.map((value) => value + 1000)), options);
				const large = project(input(months.map((value) => (value + 1000) * 10)), options);
				for (const [at, { total }] of small.months.entries()) {
					const scaled = edges(large.months[at]!.total);
					for (const [edge, value] of edges(total).entries())
						expect(Math.abs(scaled[edge]! - value * 10)).toBeLessThanOrEqual(6 + value * 1e-6);
				}
			}),
			{ numRuns: 10 },
		);
	});

	test.each([
		[[], "no-earnings"],
		[[100], "few-months"],
		[[100, 200], "few-months"],
		[[0, 0, 0, 0], "all-zero"],
	])("%j gives no number and says why", (months, code) => {
		const projection = project(input(months), { months: 3, seed: 1 });
		expect(projection.months).toEqual([]);
		expect(projection.refusals.map((refusal) => refusal.code)).toEqual([code]);
	});

	test("one month gone viral does not become the habit", () => {
		const calm = project(input(Array.from({ length: 18 }, () => 10_000)), { months: 1, seed: 1 });
		const spike = project(input(Array.from({ length: 18 }, (_, at) => (at === 9 ? 400_000 : 10_000))), {
			months: 1,
			seed: 1,
		});
		expect(spike.months[0]!.total.p50).toBeLessThan(2 * calm.months[0]!.total.p50);
	});

	test("the month so far is a floor, and decides more the more of it is over", () => {
		const months = Array.from({ length: 12 }, (_, at) => 10_000 + 500 * (at % 3));
		const at = (elapsed: number | null, toDate: number) =>
			project(input(months, { running: { month: "2025-01", toDate, elapsed } }), { months: 2, seed: 5 }).months[0]!;
		for (const elapsed of [0, 0.1, 0.5, 0.9, 1, null]) {
			const month = at(elapsed, 7_000);
			expect(month.total.p2_5).toBeGreaterThanOrEqual(7_000);
			expect(month.toDate).toBe(7_000);
		}
		const width = (elapsed: number) => {
			const { total } = at(elapsed, 10_000 * elapsed);
			return total.p90 - total.p10;
		};
		expect(width(0.9)).toBeLessThan(width(0.5));
		expect(width(0.5)).toBeLessThan(width(0.1));
		expect(edges(at(1, 7_000).total)).toEqual(Array(7).fill(7_000));
	});

	test("old and new stories make up the total, and old ones fade", () => {
		const stories = Array.from({ length: 14 }, (_, born) => ({
			subject: `story:${(0xabc000000 + born).toString(16)}` as const,
			publishedMonth: addMonths("2024-01", born),
			months: new Map(
				Array.from({ length: 14 - born }, (_, age) => [
					addMonths("2024-01", born + age),
					Math.round(9000 / (1 + age) ** 1.2),
				]),
			),
		}));
		const totals = Array.from({ length: 14 }, (_, at) =>
			stories.reduce((sum, story) => sum + (story.months.get(addMonths("2024-01", at)) ?? 0), 0),
		);
		const projection = project(input(totals, { stories }), { months: 3, seed: 2 });
		expect(projection.refusals).toEqual([]);
		const shares = projection.months.map(({ backCatalogue, newStories, total }) => {
			expect(backCatalogue!.p50 + newStories!.p50).toBeLessThan(total.p50 * 1.15);
			expect(backCatalogue!.p97_5).toBeLessThanOrEqual(total.p97_5);
			return backCatalogue!.p50 / total.p50;
		});
		expect(shares[0]).toBeGreaterThan(shares[1]!);
		expect(shares[1]).toBeGreaterThan(shares[2]!);
	});

	test("on writers whose months wander, the 80 % band holds about four in five and beats carrying on as before", () => {
		const random = seededRandom(11);
		let inside = 0;
		let tries = 0;
		let model = 0;
		let naive = 0;
		for (let writer = 0; writer < 60; writer += 1) {
			let level = 9 + random.normal();
			const months = Array.from({ length: 15 }, () => {
				level += 0.15 * random.normal();
				return Math.round(Math.exp(level + 0.35 * random.normal()));
			});
			const projection = project(input(months.slice(0, 14)), { months: 1, seed: writer });
			const { total } = projection.months[0]!;
			const actual = months[14]!;
			tries += 1;
			inside += Number(actual >= total.p10 && actual <= total.p90);
			model += Math.abs(Math.log((total.p50 + 1) / actual));
			naive += Math.abs(Math.log((months[13]! + 1) / actual));
		}
		expect(inside / tries).toBeGreaterThan(0.7);
		expect(inside / tries).toBeLessThan(0.95);
		expect(model).toBeLessThan(naive);
	});
});

describe("effective rate", () => {
	const month = (at: number, earnedMinor: number, hours: number | null, reads: number | null = null) => ({
		month: addMonths("2025-01", at),
		earnedMinor,
		memberReadingSeconds: hours && hours * 3600,
		memberReads: null,
		reads,
	});

	test("money per hour where hours are known, with a range around it", () => {
		const rate = effectiveRate([month(0, 3000, 10), month(1, 3300, 11), month(2, 2900, 9.5)], "USD");
		expect(rate).toMatchObject({ unit: "memberHour", currency: "USD" });
		expect(rate!.likely).toBeGreaterThan(290);
		expect(rate!.likely).toBeLessThan(310);
		expect(rate!.low).toBeLessThan(rate!.likely);
		expect(rate!.high).toBeGreaterThan(rate!.likely);
	});

	test("per thousand reads where only reads are known, nothing where neither is", () => {
		expect(effectiveRate([month(0, 3000, null, 500), month(1, 3000, null, 500)], "USD")).toMatchObject({
			unit: "thousandReads",
			likely: 6000,
		});
		expect(effectiveRate([month(0, 3000, 10)], "USD")).toBeNull();
		expect(effectiveRate([month(0, 0, 10), month(1, 0, 10)], "USD")).toBeNull();
	});
});

test("a month under ten dollars rolls over until it is paid with a later one", () => {
	const months = [
		{ month: "2026-01", minor: 400 },
		{ month: "2026-02", minor: 700 },
	];
	expect(nextPayout(months, [], "USD", "2026-02-05")).toMatchObject({ month: "2026-01", outcome: "rolls-over" });
	expect(nextPayout(months, [], "USD", "2026-03-05")).toMatchObject({
		month: "2026-02",
		by: "2026-03-10",
		rolledOver: 400,
		outcome: "paid",
	});
	expect(nextPayout(months, [], "USD", "2026-03-15")).toBeNull();
	expect(nextPayout(months, [], "EUR", "2026-03-05")).toBeNull();
});
