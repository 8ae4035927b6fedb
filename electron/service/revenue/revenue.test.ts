import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { EarnOverview } from "#contract/earn.ts";
import { inventedStories, partnerDashboard, storyMonthsTable } from "#tests/support/stats-files.ts";
import { createStudioClient, type StudioClient } from "../client.ts";
import { fixedClock } from "../clock.ts";
import { openLibrary } from "../library.ts";
import { createStudio, type Studio } from "../studio.ts";

const NOW = "2026-03-20T09:00:00.000Z";
let directory: string;
let studio: Studio;
let client: StudioClient;

beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), "inkhour-revenue-"));
	studio = createStudio({ libraryDirectory: directory, clock: fixedClock(NOW) });
	client = createStudioClient(studio.fetch);
});

afterEach(async () => {
	await studio.close();
	rmSync(directory, { recursive: true, force: true });
});

/** The same library with another clock. */
async function reopen(now: string): Promise<void> {
	await studio.close();
	studio = createStudio({ libraryDirectory: directory, clock: fixedClock(now) });
	client = createStudioClient(studio.fetch);
}

async function finished(jobId: string): Promise<void> {
	await vi.waitFor(async () => expect((await client.jobs.status.query({ id: jobId })).state).toBe("done"), {
		timeout: 10_000,
		interval: 20,
	});
}

const addSample = async () => finished((await client.sample.add.mutate()).jobId);
const bring = async (text: string) =>
	finished((await client.stats.startImport.mutate({ source: { type: "text", text } })).jobId);

const earnedIn = ({ months }: EarnOverview, month: string) =>
	months.find((one) => one.month === month)?.earnings?.value;

describe("on the sample", () => {
	beforeEach(addSample);

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
		const ask = async (months: number) =>
			(await client.earn.whatIf.query({ months, assumptions: { rate: 0.5 } })).answer;
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

	test("the next payout of a month that is not over is that of the table of payouts, however many months are asked for", async () => {
		await client.settings.update.mutate({ leastPayout: 30_000, taxWithheld: 0.3 });
		const [one, twelve] = await Promise.all([
			client.earn.projection.query({ months: 1 }),
			client.earn.projection.query({ months: 12 }),
		]);
		expect(one.payout).toEqual(twelve.payout);
		const listed = twelve.cash?.find(({ month }) => month === one.payout?.month);
		expect(one.payout).toMatchObject({ month: "2026-03", chance: listed?.chance });
		const { p10, p50, p90 } = (listed?.chance === 0 ? listed.carried : listed?.paid) ?? {};
		expect(one.payout?.due).toEqual({ low: p10, likely: p50, high: p90 });
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

	test("new figures, another plan and other assumptions are seen by the next question", async () => {
		const before = await client.earn.projection.query({});
		const idea = await client.plan.ideas.capture.mutate({ line: "A planned one" });
		const subject = { type: "idea" as const, id: idea.id };
		await client.plan.schedule.mutate({ subjects: [subject], date: "2026-04-10" });
		const [now, next, ...later] = before.planned;
		// A date alone is no story yet.
		expect((await client.earn.projection.query({})).planned).toEqual(before.planned);
		await client.plan.startDraft.mutate({ subject });
		expect((await client.earn.projection.query({})).planned).toEqual([now, (next ?? 0) + 1, ...later]);
		await client.settings.update.mutate({ storiesAMonth: 20 });
		const more = await client.earn.projection.query({});
		expect(more.months[2]?.newStories?.p50).toBeGreaterThan(2 * (before.months[2]?.newStories?.p50 ?? 0));
		await bring("Month,Earnings\n2026-01,$999.00");
		expect((await client.earn.projection.query({})).history.at(-2)).toEqual({ month: "2026-01", minor: 99_900 });
	});

	test("a plan far over the pace is told, with its months as they are without it; the sample's own is not", async () => {
		expect((await client.earn.projection.query({ months: 12 })).overPlanned).toEqual([]);
		for (const day of ["02", "06", "10", "14", "18", "22"]) {
			const { id } = await client.plan.ideas.capture.mutate({ line: `Of the ${day}` });
			const subject = { type: "idea" as const, id };
			await client.plan.schedule.mutate({ subjects: [subject], date: `2026-04-${day}` });
			await client.plan.startDraft.mutate({ subject });
		}
		const { overPlanned, months } = await client.earn.projection.query({});
		expect(overPlanned).toHaveLength(1);
		expect(overPlanned[0]).toMatchObject({ month: "2026-04" });
		expect(overPlanned[0]?.planned).toBeGreaterThanOrEqual(6);
		expect(overPlanned[0]?.without.p50).toBeLessThan(months[1]?.total.p50 ?? 0);
	});

	test("a question under way is answered though the figures change meanwhile", async () => {
		const asked = client.earn.projection.query({ months: 6 });
		await client.settings.update.mutate({ storiesAMonth: 20 });
		const [before, after] = await Promise.all([asked, client.earn.projection.query({ months: 6 })]);
		expect(before.months).toHaveLength(6);
		expect(after.months).not.toEqual(before.months);
	});

	test("the engine's thread reads, writes nothing and leaves nothing behind", async () => {
		await client.earn.projection.query({});
		await studio.close();
		expect(readdirSync(directory).filter((name) => name.startsWith("library"))).toEqual(["library.sqlite"]);
	});
});

test("a dashboard and stories' months come together: layers, payouts, what stories are left with", async () => {
	const stories = inventedStories(30, "2026-03");
	await bring(partnerDashboard(stories, "2026-03", 14, 19));
	await bring(storyMonthsTable(stories, "2026-02", 10));
	const answer = await client.earn.projection.query({ months: 3 });
	expect(answer.months[0]).toMatchObject({ month: "2026-03" });
	expect(answer.months[0]?.toDate).toBeGreaterThan(0);
	expect(answer.cash?.map(({ by }) => by)).toEqual(["2026-04-10", "2026-05-10", "2026-06-10"]);
	expect(answer.stories.length).toBeGreaterThan(10);
	await client.settings.update.mutate({ leastPayout: 500, payoutDay: 20, taxWithheld: 0.3 });
	const later = await client.earn.projection.query({ months: 3 });
	expect(later.months).toEqual(answer.months);
	expect(later.cash?.map(({ by }) => by)).toEqual(["2026-04-20", "2026-05-20", "2026-06-20"]);
	expect((later.cash?.[0]?.paid.p50 ?? 0) / (answer.cash?.[0]?.paid.p50 ?? 1)).toBeCloseTo(0.7, 3);
	expect(later.payout).toMatchObject({ month: "2026-02", threshold: 500, withheld: 0.3 });
});

test("the newest days that may still change are not counted as in, and it is said which", async () => {
	const day = (at: number) => Date.UTC(2025, 11, 1 + at);
	const dailyEarnings = Array.from({ length: 109 }, (_, at) => ({ periodStartedAt: day(at), amount: 20 }));
	const earnings = { dailyEarnings, lastCommittedPeriodStartedAt: Date.UTC(2026, 2, 16) };
	await bring(JSON.stringify({ data: { post: { id: "a1b2c3d4e5f6", earnings } } }));
	const answer = await client.earn.projection.query({});
	expect(answer.months[0]).toMatchObject({ month: "2026-03", toDate: 16 * 20 });
	expect(answer.provisional).toEqual({ month: "2026-03", from: "2026-03-17", minor: 3 * 20 });
	expect(earnedIn(await client.earn.overview.query(), "2026-03")).toBe(19 * 20);
});

test("the forecast of an earlier time comes back from what had been imported by then", async () => {
	const rows = ["2025-09,11.00", "2025-10,14.50", "2025-11,9.75", "2025-12,12.00"];
	await reopen("2026-01-10T09:00:00.000Z");
	await bring(`Month,Earnings\n${rows.join("\n")}`);
	const then = await client.earn.projection.query({});
	await reopen(NOW);
	await bring("Month,Earnings\n2025-12,44.00\n2026-01,60.00\n2026-02,13.25");
	const now = await client.earn.projection.query({});
	expect(now.history.at(-1)).toEqual({ month: "2026-02", minor: 1325 });
	expect(await client.earn.projection.query({ asOf: "2026-01-10T09:00:00.000Z" })).toEqual(then);
	expect(await client.earn.projection.query({ asOf: NOW })).toEqual(now);
	expect(await client.earn.projection.query({ asOf: "2026-01-09T00:00:00.000Z" })).toMatchObject({
		refusals: [{ code: "no-earnings" }],
	});
});

test("what a month is explained by and what would be if come back as they were too", async () => {
	const stories = inventedStories(30, "2026-01");
	await reopen("2026-02-20T09:00:00.000Z");
	await bring(storyMonthsTable(stories, "2026-01", 8));
	const ask = (asOf: string | null) =>
		Promise.all([
			client.earn.projection.query({ asOf }),
			client.earn.explain.query({ month: "2026-01", asOf }),
			client.earn.whatIf.query({ assumptions: { cadence: 9 }, asOf }),
		]);
	const then = await ask(null);
	expect(then[1].explanation).not.toBeNull();
	await studio.close();
	const handle = await openLibrary(directory, fixedClock(NOW));
	const library = handle.library();
	// An export of Medium's brings one of the stories later, with a day on which it came out.
	library?.database
		.prepare(
			`INSERT INTO import (id, kind, source_name, format, started_at, finished_at, state)
       VALUES ('later', 'medium-archive', 'a.zip', '', ?, ?, 'complete')`,
		)
		.run(NOW, NOW);
	const document = { version: 1 as const, blocks: [] };
	const publishedAt = "2020-05-01T00:00:00.000Z";
	library?.stories.insert({ document, importId: "later", mediumId: stories.at(-1)?.id ?? "", publishedAt }, NOW);
	handle.close();
	await reopen(NOW);
	await bring(storyMonthsTable(stories, "2026-02", 1));
	expect(await ask("2026-02-20T09:00:00.000Z")).toEqual(then);
	const now = await ask(null);
	expect(now[0].months).not.toEqual(then[0].months);
	expect(now[2].answer).not.toEqual(then[2].answer);
	await expect(client.earn.explain.query({ month: "2026-01", asOf: "2026-03-21T00:00:00.000Z" })).rejects.toThrow(
		/still to come/,
	);
});

test("months before a gap count, the gap as unknown, and the running month after it is projected", async () => {
	const rows = ["2025-05,30.00", "2025-06,25.00", "2025-07,28.00", "2025-08,4.00", "2026-01,26.00"];
	await bring(`Month,Earnings\n${rows.join("\n")}\n2026-03,14.00`);
	const answer = await client.earn.projection.query({ months: 6 });
	expect(answer.missing).toBe(5);
	expect(answer.history.map(({ month }) => month)).toEqual(["2025-05", "2025-06", "2025-07", "2025-08", "2026-01"]);
	expect(answer.months.map(({ month }) => month)).toEqual(
		["03", "04", "05", "06", "07", "08"].map((month) => `2026-${month}`),
	);
	expect(answer.months[0]?.toDate).toBe(1400);
	// The first month ahead is the second after the newest complete one: one month ahead is not what is told.
	expect(answer.firstAhead).toBe(2);
	expect(answer.backtest?.rows.map(({ horizon }) => horizon)).toEqual([5, 6]);
	// What was carried over before the gap is not known.
	expect(answer.payout).toMatchObject({ month: "2026-03", rolledOver: 0 });
});

test("a debt of corrections is told, and carried from month to month in the payouts", async () => {
	await bring("Month,Earnings\n2025-10,30.00\n2025-11,25.00\n2025-12,28.00\n2026-01,26.00\n2026-02,-80.00");
	const { owed, cash, payout } = await client.earn.projection.query({ months: 3 });
	expect(owed).toBe(8000);
	expect(cash?.[0]?.carried.p10).toBeLessThan(-4000);
	expect(cash?.[0]?.chance).toBeLessThan(0.2);
	expect(cash?.[1]?.carried.p50).toBeGreaterThan(cash?.[0]?.carried.p50 ?? 0);
	expect(payout).toMatchObject({ month: "2026-03", rolledOver: -8000 });
});

test("what was carried over before a gap is not known either where nothing can be projected", async () => {
	await reopen("2026-03-05T09:00:00.000Z");
	await bring("Month,Earnings\n2025-05,8.00\n2026-02,6.00");
	expect(await client.earn.projection.query({})).toMatchObject({
		months: [],
		refusals: [{ code: "few-months", have: 2 }],
		missing: 8,
		payout: { month: "2026-02", rolledOver: 0, outcome: "rolls-over" },
	});
});

test("what is drawn from figures of years ago is told as outdated, without payouts, unless they are looked back to", async () => {
	await reopen("2022-02-10T09:00:00.000Z");
	await bring("Month,Earnings\n2021-11,30.00\n2021-12,25.00\n2022-01,28.00");
	const then = await client.earn.projection.query({});
	expect(then).toMatchObject({ age: { monthsSince: 0, outdated: false }, payout: { month: "2022-01" } });
	expect(then.cash).toHaveLength(3);
	await reopen(NOW);
	const now = await client.earn.projection.query({});
	expect(now).toMatchObject({ age: { monthsSince: 49, outdated: true }, payout: null, cash: null });
	expect(now.months).toEqual(then.months);
	expect(await client.earn.projection.query({ asOf: "2022-02-10T10:00:00.000Z" })).toEqual(then);
});

test("six months told of figures that are outdated hold this month too; what is left in stories is not told", async () => {
	await bring(storyMonthsTable(inventedStories(30, "2026-02"), "2026-02", 8));
	const question = { month: "2026-02" };
	expect(Object.keys((await client.earn.explain.query(question)).remaining)).not.toEqual([]);
	await reopen("2026-06-10T09:00:00.000Z");
	const age = { monthsSince: 3, old: true, outdated: true };
	const answer = await client.earn.projection.query({ months: 6 });
	expect(answer).toMatchObject({ age, cash: null, payout: null });
	expect(answer.months.map(({ month }) => month)).toEqual(
		["03", "04", "05", "06", "07", "08"].map((one) => `2026-${one}`),
	);
	expect(await client.earn.explain.query(question)).toMatchObject({ asOf: "2026-02-28", age, remaining: {} });
	expect(await client.earn.whatIf.query({ assumptions: { rate: 2 } })).toMatchObject({ asOf: "2026-02-28", age });
});

test("a story is said to be boosted, by a source or by the writer, whose word can be taken back", async () => {
	const stories = inventedStories(30, "2026-02");
	await bring(storyMonthsTable(stories, "2026-02", 8));
	const [first, second] = stories.map(({ id }) => `story:${id}`).slice(-2) as [string, string];
	const boostOf = async (subject: string) =>
		(await client.earn.stories.query({ month: "2026-02" })).rows.find((row) => row.subject === subject);
	expect(await boostOf(first)).toMatchObject({ boostedOn: null, boostMark: null });
	expect((await client.earn.projection.query({})).boost).toBeNull();
	const node = { id: second.slice(6), firstBoostedAt: Date.UTC(2026, 1, 9), totalStats: { views: 5 } };
	await bring(JSON.stringify({ data: { user: { postsConnection: { edges: [{ node }] } } } }));
	expect(await boostOf(second)).toMatchObject({ boostedOn: "2026-02-09", boostMark: null });
	expect(await client.earn.markBoost.mutate({ subject: first, mark: "2026-02-11" })).toEqual({ before: null });
	expect(await client.earn.markBoost.mutate({ subject: second, mark: "none" })).toEqual({ before: null });
	expect(await boostOf(first)).toMatchObject({ boostedOn: "2026-02-11", boostMark: "2026-02-11" });
	expect(await boostOf(second)).toMatchObject({ boostedOn: null, boostMark: "none" });
	const marked = await client.earn.projection.query({});
	expect(marked.boost).toMatchObject({ stories: 1, attention: null, chance: 0 });
	const { named } = await client.earn.explain.query({ month: "2026-02" });
	expect(named[first]).toMatchObject({ boostedOn: "2026-02-11" });
	expect(await client.earn.markBoost.mutate({ subject: first, mark: null })).toEqual({ before: "2026-02-11" });
	expect(await boostOf(first)).toMatchObject({ boostedOn: null, boostMark: null });
	await expect(client.earn.markBoost.mutate({ subject: first, mark: "2026-04-01" })).rejects.toThrow(/still to come/);
	await expect(client.earn.markBoost.mutate({ subject: "account", mark: null })).rejects.toThrow();
	// What was said later was not known then.
	await reopen("2026-03-25T09:00:00.000Z");
	await client.earn.markBoost.mutate({ subject: first, mark: "2026-02-11" });
	expect((await client.earn.projection.query({ asOf: NOW })).boost).toBeNull();
	expect((await client.earn.projection.query({})).boost).toMatchObject({ stories: 1 });
});

test("what was said of a title is said of its story once that is known, and can be taken back there", async () => {
	const [story] = inventedStories(1, "2026-02");
	if (!story) throw new Error("No story");
	const [title, subject] = [`title:${story.title.toLowerCase()}`, `story:${story.id}`];
	const rows = async () => (await client.earn.stories.query({ month: null })).rows;
	await bring(`Title,Views\n"${story.title}",12\n`);
	const boosted = "2026-02-11";
	expect(await client.earn.markBoost.mutate({ subject: title, mark: boosted })).toEqual({ before: null });
	expect(await rows()).toMatchObject([{ subject: title, boostedOn: boosted, boostMark: boosted }]);
	const node = { id: story.id, title: story.title, firstBoostedAt: Date.UTC(2026, 1, 9), totalStats: { views: 14 } };
	await bring(JSON.stringify({ data: { user: { postsConnection: { edges: [{ node }] } } } }));
	expect(await rows()).toMatchObject([{ subject, boostedOn: boosted, boostMark: boosted }]);
	// There was none; the source's day counts; and back to what was said first, each from the story's row.
	expect(await client.earn.markBoost.mutate({ subject, mark: "none" })).toEqual({ before: boosted });
	expect(await rows()).toMatchObject([{ subject, boostedOn: null, boostMark: "none" }]);
	expect(await client.earn.markBoost.mutate({ subject, mark: null })).toEqual({ before: "none" });
	expect(await rows()).toMatchObject([{ subject, boostedOn: "2026-02-09", boostMark: null }]);
	expect(await client.earn.markBoost.mutate({ subject: title, mark: boosted })).toEqual({ before: null });
	expect(await rows()).toMatchObject([{ subject, boostedOn: boosted, boostMark: boosted }]);
});

describe("where stories are not known", () => {
	test("totals are projected, and what needs stories is refused by name", async () => {
		const rows = ["2025-10,11.00", "2025-11,14.50", "2025-12,9.75", "2026-01,12.00", "2026-02,13.25"];
		await bring(`Month,Earnings\n${rows.join("\n")}`);
		const answer = await client.earn.projection.query({});
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
		expect(await client.earn.projection.query({})).toMatchObject({
			months: [],
			asOf: null,
			refusals: [{ code: "no-earnings" }],
		});
		await bring("Month,Earnings\n2026-01,0.00\n2026-02,0.00");
		expect(await client.earn.projection.query({})).toMatchObject({ refusals: [{ code: "few-months", have: 2 }] });
		await bring("Month,Earnings\n2025-12,0.00");
		expect(await client.earn.projection.query({})).toMatchObject({ refusals: [{ code: "all-zero", have: 3 }] });
		expect(await client.earn.whatIf.query({ assumptions: {} })).toMatchObject({
			answer: null,
			refusals: [{ code: "all-zero" }],
		});
	});

	test("one story's later month leaves the account's history as it was, and it is said", async () => {
		await bring("Month,Earnings\n2025-10,$10.00\n2025-11,$12.00\n2025-12,$11.00");
		const alone = await client.earn.projection.query({});
		await bring("Month,Id,Earnings\n2026-02,a1b2c3d4e5f6,$1.40");
		const both = await client.earn.projection.query({});
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

	test("figures that a clock gone wrong let in are left out until their day comes, and it is said", async () => {
		await bring("Month,Earnings\n2025-12,$10.00\n2026-01,$12.00\n2026-02,$11.00");
		const alone = await client.earn.projection.query({});
		await reopen("2030-01-20T09:00:00.000Z");
		await bring("Month,Earnings\n2030-01,$900.00");
		await reopen(NOW);
		const answer = await client.earn.projection.query({});
		expect(answer.months).toEqual(alone.months);
		expect(answer.refusals).toContainEqual({ code: "future-figures", day: "2026-03-20" });
	});

	test("the table of stories offers no month that is still to come", async () => {
		const rows = (month: string) => `Month,Id,Earnings\n${month},a1b2c3d4e5f6,$9.00`;
		await bring(rows("2026-02"));
		await reopen("2030-01-20T09:00:00.000Z");
		await bring(rows("2030-01"));
		expect((await client.earn.stories.query({ month: null })).months).toEqual(["2030-01", "2026-02"]);
		await reopen(NOW);
		expect((await client.earn.stories.query({ month: null })).months).toEqual(["2026-02"]);
		expect((await client.earn.stories.query({ month: "2030-01" })).rows).toEqual([]);
	});

	test("a negative correction lowers its month, and a month may end below nothing", async () => {
		await bring(
			"Month,Earnings\n2025-11,$20.00\n2025-12,$10.00\n2026-01,$12.00\n2026-01,-$4.00\n2026-02,-$6.00\n2026-03,-$1.00",
		);
		const answer = await client.earn.projection.query({});
		expect(answer.history.map(({ minor }) => minor)).toEqual([2000, 1000, 800, -600]);
		expect(answer.months[0]).toMatchObject({ month: "2026-03", toDate: -100 });
		for (const { total, cumulative } of answer.months)
			for (const value of [...Object.values(total), ...Object.values(cumulative)])
				expect(Number.isSafeInteger(value) && value >= 0).toBe(true);
		expect(answer.payout).toMatchObject({ month: "2026-03", rolledOver: 200 });
		const overview = await client.earn.overview.query();
		expect(earnedIn(overview, "2026-02")).toBe(-600);
		const { explanation } = await client.earn.explain.query({ month: "2026-02" });
		expect(explanation).toMatchObject({ earned: -600, total: -1400 });
	});

	test("a second currency is left out", async () => {
		await bring("Month,Earnings\n2025-12,$10.00\n2026-01,$12.00\n2026-02,$11.00");
		const alone = await client.earn.projection.query({});
		await bring("Month,Earnings\n2026-02,€900.00");
		const both = await client.earn.projection.query({});
		expect(both.months).toEqual(alone.months);
		expect(both.refusals).toContainEqual({ code: "other-currencies", currency: "USD", others: ["EUR"] });
	});

	test("hours that were paid in another currency are no part of what an hour was worth", async () => {
		const row = (month: string, id: string, money: string) => `${month},${id},${money},36000,2025-06-01`;
		const rows = ["2025-12", "2026-01", "2026-02"].flatMap((month) => [
			row(month, "a1b2c3d4e5f6", "$30.00"),
			row(month, "a1b2c3d4e5f7", "€10.00"),
			row(month, "a1b2c3d4e5f8", "$30.00"),
		]);
		await bring(`Month,Id,Earnings,Member ttr,Published\n${rows.join("\n")}`);
		const { rate } = await client.earn.projection.query({});
		expect(rate?.likely).toBeGreaterThan(280);
		expect(rate?.likely).toBeLessThan(320);
	});
});
