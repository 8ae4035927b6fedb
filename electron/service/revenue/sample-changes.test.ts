import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { bring, client, directory, inSample, project, studio } from "#tests/support/revenue-studio.ts";

inSample();

test("the next payout of a month that is not over is that of the table of payouts, however many months are asked for", async () => {
	await client.settings.update.mutate({ leastPayout: 30_000, taxWithheld: 0.3 });
	const [one, twelve] = await Promise.all([project(1), project(12)]);
	expect(one.payout).toEqual(twelve.payout);
	const listed = twelve.cash?.find(({ month }) => month === one.payout?.month);
	expect(one.payout).toMatchObject({ month: "2026-03", chance: listed?.chance });
	const { p10, p50, p90 } = (listed?.chance === 0 ? listed.carried : listed?.paid) ?? {};
	expect(one.payout?.due).toEqual({ low: p10, likely: p50, high: p90 });
});

test("new figures, another plan and other assumptions are seen by the next question", async () => {
	const before = await project();
	const idea = await client.plan.ideas.capture.mutate({ line: "A planned one" });
	const subject = { type: "idea" as const, id: idea.id };
	await client.plan.schedule.mutate({ subjects: [subject], date: "2026-04-10" });
	const [now, next, ...later] = before.planned;
	// A date alone is no story yet.
	expect((await project()).planned).toEqual(before.planned);
	await client.plan.startDraft.mutate({ subject });
	expect((await project()).planned).toEqual([now, (next ?? 0) + 1, ...later]);
	await client.settings.update.mutate({ storiesAMonth: 20 });
	const more = await project();
	expect(more.months[2]?.newStories?.p50).toBeGreaterThan(2 * (before.months[2]?.newStories?.p50 ?? 0));
	await bring("Month,Earnings\n2026-01,$999.00");
	expect((await project()).history.at(-2)).toEqual({ month: "2026-01", minor: 99_900, missing: 0 });
});

test("a plan far over the pace is told, with its months as they are without it; the sample's own is not", async () => {
	expect((await project(12)).overPlanned).toEqual([]);
	for (const day of ["02", "06", "10", "14", "18", "22"]) {
		const { id } = await client.plan.ideas.capture.mutate({ line: `Of the ${day}` });
		const subject = { type: "idea" as const, id };
		await client.plan.schedule.mutate({ subjects: [subject], date: `2026-04-${day}` });
		await client.plan.startDraft.mutate({ subject });
	}
	const { overPlanned, months } = await project();
	expect(overPlanned).toHaveLength(1);
	expect(overPlanned[0]).toMatchObject({ month: "2026-04" });
	expect(overPlanned[0]?.planned).toBeGreaterThanOrEqual(6);
	expect(overPlanned[0]?.without.p50).toBeLessThan(months[1]?.total.p50 ?? 0);
});

test("a question under way is answered though the figures change meanwhile", async () => {
	const asked = project(6);
	await client.settings.update.mutate({ storiesAMonth: 20 });
	const [before, after] = await Promise.all([asked, project(6)]);
	expect(before.months).toHaveLength(6);
	expect(after.months).not.toEqual(before.months);
});

test("the engine's thread reads, writes nothing and leaves nothing behind", async () => {
	await project();
	await studio.close();
	expect(readdirSync(directory).filter((name) => name.startsWith("library"))).toEqual(["library.sqlite"]);
});
