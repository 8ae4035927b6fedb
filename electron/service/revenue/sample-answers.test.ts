import { expect, test } from "vitest";
import { client, earnedIn, inOneSample } from "#tests/support/revenue-studio.ts";

inOneSample();

test("a quick answer has the same months as the full one, which alone was tried on the past", async () => {
	const [quick, full] = await Promise.all([
		client.earn.projection.query({ months: 6, refined: false }),
		client.earn.projection.query({ months: 6 }),
	]);
	expect(full.months.map(({ month }) => month)).toEqual([
		"2026-03",
		"2026-04",
		"2026-05",
		"2026-06",
		"2026-07",
		"2026-08",
	]);
	expect(quick.months.map(({ month }) => month)).toEqual(full.months.map(({ month }) => month));
	expect(quick).toMatchObject({ refined: false, backtest: null });
	expect(full).toMatchObject({ refined: true, refusals: [], backtest: { origins: 8 } });
	for (const { total, backCatalogue, newStories, toDate } of full.months) {
		expect(backCatalogue).not.toBeNull();
		expect(newStories).not.toBeNull();
		expect(total.p2_5).toBeGreaterThanOrEqual(toDate);
	}
	// The sample's hours are worth about 310 cents, whatever its claps.
	expect(full.rate?.likely).toBeGreaterThan(270);
	expect(full.rate?.likely).toBeLessThan(350);
	expect(full.weights.filter(({ named }) => named)).toEqual([]);
	expect(full.named[full.stories[0]?.id ?? ""]).toMatchObject({ title: expect.stringMatching(/\w/) });
	expect(await client.earn.projection.query({ months: 6 })).toEqual(full);
	expect((await client.earn.projection.query({ months: 6, seed: 2 })).months).not.toEqual(full.months);
});

test("a month is the same however many are asked for after it", async () => {
	const [three, twelve] = await Promise.all([
		client.earn.projection.query({ months: 3 }),
		client.earn.projection.query({ months: 12 }),
	]);
	expect(three.months).toEqual(twelve.months.slice(0, 3));
	expect(three.cash).toEqual(twelve.cash?.slice(0, 3));
	expect(three.planned).toEqual(twelve.planned.slice(0, 3));
	expect(three.backtest?.rows).toEqual(twelve.backtest?.rows.slice(0, 3));
	const ask = async (months: number) => (await client.earn.whatIf.query({ months, assumptions: { rate: 0.5 } })).answer;
	const [few, many] = [await ask(3), await ask(12)];
	expect(few?.months).toEqual(many?.months.slice(0, 3));
	expect(few?.sum.p50).toBeGreaterThan(many?.sum.p50 ?? 0);
});

test("every month but the first is explained to the cent, with what is left in its stories", async () => {
	const overview = await client.earn.overview.query();
	const { explanation, months, remaining, refusals } = await client.earn.explain.query({ month: "2026-02" });
	expect(refusals).toEqual([]);
	expect(months[0]).toBe("2026-02");
	expect(explanation?.earned).toBe(earnedIn(overview, "2026-02"));
	expect(explanation?.earnedBefore).toBe(earnedIn(overview, "2026-01"));
	const sum = Object.values(explanation?.parts ?? {}).reduce((total, part) => total + part, 0);
	expect(sum).toBe((explanation?.earned ?? 0) - (explanation?.earnedBefore ?? 0));
	expect(Object.keys(remaining)).toContain(explanation?.stories[0]?.id);
	const first = await client.earn.explain.query({ month: months.at(-1) ?? "" });
	expect(first.explanation).not.toBeNull();
	expect(await client.earn.explain.query({ month: "2026-03" })).toMatchObject({
		explanation: null,
		refusals: [{ code: "month-unknown", month: "2026-03" }],
	});
});

test("what is left in a story is the same whichever page tells it", async () => {
	const { remaining } = await client.earn.explain.query({ month: "2026-02" });
	const { stories } = await client.earn.projection.query({ months: 12 });
	const both = stories.filter(({ id }) => id in remaining);
	expect(both.length).toBeGreaterThan(5);
	expect(both.map(({ id }) => remaining[id])).toEqual(both.map((story) => story.remaining));
});

test("nothing assumed changes nothing; a third less an hour takes a third of every path", async () => {
	const same = await client.earn.whatIf.query({ assumptions: {} });
	expect(same.answer?.sum).toMatchObject({ p2_5: 0, p50: 0, p97_5: 0 });
	const less = await client.earn.whatIf.query({ assumptions: { rate: 2 / 3 }, goal: 1 });
	expect(less.answer?.sum.p97_5).toBeLessThan(0);
	expect(less.answer?.goal).toEqual({ base: 1, other: 1 });
	// The sample's weekdays do not matter for how its stories do.
	expect((await client.earn.whatIf.query({ assumptions: { weekday: 6 } })).answer?.sum.p97_5).toBe(0);
	const { answer, bases } = await client.earn.whatIf.query({ assumptions: { boost: 0.5, weekday: 6 } });
	expect(answer?.sum).toMatchObject({ p2_5: 0, p97_5: 0 });
	expect(bases.map(({ text }) => text)).toEqual([
		expect.stringMatching(/^Weekday: your figures do not show/),
		expect.stringMatching(/^Boost: no story is known to be boosted/),
	]);
	const words = async (plan: boolean) => (await client.earn.whatIf.query({ assumptions: { plan } })).bases[0]?.text;
	expect(await words(true)).toMatch(/^Plan: planned stories are drawn/);
	expect(await words(false)).toMatch(/^Plan: what is planned is left out/);
	const outside = await client.earn.whatIf.query({ assumptions: { series: ["2020-01-01", "2099-01-01"] } });
	expect(outside.answer?.sum).toMatchObject({ p2_5: 0, p97_5: 0 });
	expect(outside.bases.map(({ text }) => text)).toEqual([
		expect.stringContaining("are over"),
		expect.stringContaining("after the months that are told"),
	]);
	await expect(client.earn.whatIf.query({ assumptions: { stop: true, cadence: 5 } })).rejects.toThrow(
		/cannot take what it was given/,
	);
	const none = await client.earn.whatIf.query({ assumptions: { stop: true } });
	expect(none.answer?.sum.p90).toBeLessThan(0);
});
