import { expect, test } from "vitest";
import { bring, client, inEmptyLibrary, project } from "#tests/support/revenue-studio.ts";

inEmptyLibrary();

test("totals are projected, and what needs stories is refused by name", async () => {
	const rows = ["2025-10,11.00", "2025-11,14.50", "2025-12,9.75", "2026-01,12.00", "2026-02,13.25"];
	await bring(`Month,Earnings\n${rows.join("\n")}`);
	const answer = await project();
	expect(answer.months).toHaveLength(3);
	expect(answer.months.every(({ backCatalogue, newStories }) => backCatalogue === null && newStories === null)).toBe(
		true,
	);
	expect(answer.refusals).toEqual([{ code: "no-stories" }]);
	expect(await client.earn.whatIf.query({ assumptions: { cadence: 4 } })).toMatchObject({
		answer: null,
		refusals: [{ code: "no-stories" }],
	});
	expect((await client.earn.whatIf.query({ assumptions: { rate: 0.5 } })).answer?.sum.p50).toBeLessThan(0);
	const { explanation, refusals } = await client.earn.explain.query({ month: "2026-02" });
	expect(explanation).toMatchObject({ total: 125, parts: { rest: 125 }, stories: [] });
	expect(refusals).toEqual([{ code: "no-stories" }]);
});

test("too few months, months of nothing and an empty ledger are refused, never NaN", async () => {
	expect(await project()).toMatchObject({
		months: [],
		asOf: null,
		refusals: [{ code: "no-earnings" }],
	});
	await bring("Month,Earnings\n2026-01,0.00\n2026-02,0.00");
	expect(await project()).toMatchObject({ refusals: [{ code: "few-months", have: 2 }] });
	await bring("Month,Earnings\n2025-12,0.00");
	expect(await project()).toMatchObject({ refusals: [{ code: "all-zero", have: 3 }] });
	expect(await client.earn.whatIf.query({ assumptions: {} })).toMatchObject({
		answer: null,
		refusals: [{ code: "all-zero" }],
	});
});

test("one story's later month leaves the account's history as it was, and it is said", async () => {
	await bring("Month,Earnings\n2025-10,$10.00\n2025-11,$12.00\n2025-12,$11.00");
	const alone = await project();
	await bring("Month,Id,Earnings\n2026-02,a1b2c3d4e5f6,$1.40");
	const both = await project();
	expect(both).toMatchObject({ asOf: alone.asOf, history: alone.history, missing: 0 });
	expect(both.months).toEqual(alone.months);
	expect(both.refusals).toContainEqual({ code: "some-stories", month: "2026-02", count: 1 });
	expect((await client.earn.overview.query()).months.at(-1)).toMatchObject({
		month: "2026-02",
		state: "some-stories",
	});
	const { explanation, months } = await client.earn.explain.query({ month: "2025-12" });
	expect(months).toEqual(["2025-12", "2025-11"]);
	expect(explanation).toMatchObject({ total: -100 });
});
