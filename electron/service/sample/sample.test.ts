import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { SampleAdded } from "#contract/sample.ts";
import { countStory } from "#domain/story/counts.ts";
import { createStudioClient, type StudioClient } from "../client.ts";
import { fixedClock } from "../clock.ts";
import { createStudio, type Studio } from "../studio.ts";
import { inventFigures } from "./figures.ts";
import { placeStories, publishedSamples } from "./sample-library.ts";

const NOW = "2026-03-10T09:00:00.000Z";
let directory: string;
let studio: Studio;
let client: StudioClient;

beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), "inkhour-"));
	studio = createStudio({ libraryDirectory: directory, clock: fixedClock(NOW) });
	client = createStudioClient(studio.fetch);
});

afterEach(async () => {
	await studio.close();
	rmSync(directory, { recursive: true, force: true });
});

async function finished(job: { jobId: string }) {
	return vi.waitFor(
		async () => {
			const status = await client.jobs.status.query({ id: job.jobId });
			expect(status.state).not.toBe("running");
			return status;
		},
		{ timeout: 10_000, interval: 20 },
	);
}

async function add(): Promise<SampleAdded> {
	const status = await finished(await client.sample.add.mutate());
	expect(status.error).toBeNull();
	return status.result as SampleAdded;
}

const ideas = () => client.plan.ideas.list.query({});
const media = () => readdirSync(join(directory, "media")).filter((name) => !name.startsWith("."));

test("the sample fills every room", async () => {
	const added = await add();
	expect(added).toMatchObject({ stories: 35, ideas: 16, series: 2 });
	expect((await ideas()).counts).toEqual({ open: 10, started: 2, published: 2, dropped: 2 });
	for (const state of ["started", "published"] as const)
		for (const { story } of (await client.plan.ideas.list.query({ state })).ideas)
			expect(story).toMatchObject({ trashed: false });
	expect(added.observations).toBeGreaterThan(1500);
	expect(await client.stories.shelves.query()).toMatchObject({ published: 24, drafts: 5, responses: 4, trash: 2 });
	expect((await client.stories.list.query({})).every((story) => story.sample)).toBe(true);
	const range = await client.plan.range.query({ from: "2026-03-01", to: "2026-04-30" });
	expect(range.entries.length).toBeGreaterThan(6);
	const overview = await client.earn.overview.query();
	expect(overview.months).toHaveLength(19);
	expect((await client.earn.projection.query({ months: 3 })).months).toHaveLength(3);
	const table = await client.earn.stories.query({ month: null });
	expect(table.rows).toHaveLength(24);
	expect(table.rows.every((row) => row.title !== "" && row.storyId !== null)).toBe(true);
	expect(media()).toHaveLength(4);
	expect(await client.library.status.query()).toMatchObject({ sample: true });
});

test("the same clock gives the same stories and figures", () => {
	const first = placeStories(NOW, new Map());
	expect(placeStories(NOW, new Map())).toEqual(first);
	const figures = inventFigures(publishedSamples(first), "2024-09-01", NOW);
	expect(inventFigures(publishedSamples(first), "2024-09-01", NOW)).toEqual(figures);
	for (const { observedAt, observations } of figures) {
		expect(observedAt <= NOW).toBe(true);
		for (const { value } of observations) expect(Number.isInteger(value) && value >= 0).toBe(true);
	}
});

test("the account's months are the sums of its stories' months", () => {
	const stories = publishedSamples(placeStories(NOW, new Map()));
	const months = new Map<string, { account: number; stories: number }>();
	for (const one of inventFigures(stories, "2024-09-01", NOW).flatMap((batch) => batch.observations)) {
		if (one.metric !== "earnings" || one.period.grain !== "month") continue;
		const sum = months.get(one.period.start!) ?? { account: 0, stories: 0 };
		sum[one.subject === "account" ? "account" : "stories"] += one.value;
		months.set(one.period.start!, sum);
	}
	expect(months.size).toBe(19);
	for (const sum of months.values()) expect(sum.account).toBe(sum.stories);
});

test("published texts are stories one can read", () => {
	for (const { document, kind, stage, publishedAt } of placeStories(NOW, new Map())) {
		expect(publishedAt === null || publishedAt < NOW).toBe(true);
		if (kind === "story" && stage === "published") {
			expect(countStory(document).words).toBeGreaterThan(140);
			expect(document.blocks.some((block) => block.type === "subtitle")).toBe(true);
		}
	}
});

test("removing takes exactly the sample away", async () => {
	const own = await client.stories.create.mutate({ title: "My own story" });
	await client.plan.ideas.capture.mutate({ line: "My own idea #own" });
	await add();
	await client.plan.schedule.mutate({ subjects: [{ type: "story", id: own.id }], date: "2026-03-20" });
	expect(await client.sample.remove.mutate({ edited: "keep" })).toEqual({ stories: 35, kept: 0 });
	expect((await client.stories.list.query({})).map((story) => story.id)).toEqual([own.id]);
	expect((await ideas()).ideas.map((idea) => idea.title)).toEqual(["My own idea"]);
	expect((await ideas()).counts).toEqual({ open: 1, started: 0, published: 0, dropped: 0 });
	expect(await client.plan.series.list.query()).toEqual([]);
	const range = await client.plan.range.query({ from: "2026-03-01", to: "2026-04-30" });
	expect(range.entries.map((entry) => entry.title)).toEqual(["My own story"]);
	expect((await client.earn.overview.query()).months).toEqual([]);
	expect(await client.stories.search.query({ query: "corridor" })).toEqual([]);
	expect(media()).toEqual([]);
	expect(await client.sample.status.query()).toEqual({
		...{ present: false, withoutFigures: false, besideOwn: false },
		...{ stories: 0, edited: [] },
	});
	await add();
	expect(await client.sample.status.query()).toMatchObject({ present: true, withoutFigures: false, besideOwn: true });
});

test("what the writer changed is named, and kept when asked", async () => {
	await add();
	const [draft] = await client.stories.list.query({ shelf: "drafts" });
	const { document, revision } = await client.stories.get.query({ id: draft!.id });
	const blocks = [...document.blocks, { id: "mine", type: "paragraph", spans: [{ text: "My own sentence." }] }];
	await client.stories.save.mutate({
		id: draft!.id,
		baseRevision: revision,
		document: JSON.stringify({ ...document, blocks }),
	});
	const untouched = (await client.stories.list.query({ shelf: "published" }))[0]!;
	const same = await client.stories.get.query({ id: untouched.id });
	await client.stories.save.mutate({
		id: same.id,
		baseRevision: same.revision,
		document: JSON.stringify(same.document),
	});
	expect((await client.sample.status.query()).edited).toEqual([{ id: draft!.id, title: draft!.title, kind: "story" }]);
	expect(await client.sample.remove.mutate({ edited: "keep" })).toEqual({ stories: 34, kept: 1 });
	const [kept] = await client.stories.list.query({});
	expect(kept).toMatchObject({ id: draft!.id, sample: false });
	expect((await client.sample.status.query()).present).toBe(false);
});

test("invented figures never stand beside real ones", async () => {
	const { jobId } = await client.stats.startImport.mutate({
		source: { type: "text", text: "month,earnings\n2025-12,$10.00\n2026-01,$12.00\n2026-02,$11.00\n" },
	});
	expect((await finished({ jobId })).state).toBe("done");
	expect((await add()).observations).toBe(0);
	expect((await client.earn.overview.query()).months).toHaveLength(3);
});

test("a second sample is refused", async () => {
	await add();
	expect((await finished(await client.sample.add.mutate())).error?.code).toBe("CONFLICT");
	expect(await client.sample.status.query()).toMatchObject({ stories: 35, besideOwn: false });
	await client.plan.ideas.capture.mutate({ line: "Mine" });
	expect(await client.sample.status.query()).toMatchObject({ besideOwn: true });
});

test("a library with figures of its own gets none of the sample's, and the status says so", async () => {
	const text = "Month,Earnings\n2026-01,12.50\n";
	await finished(await client.stats.startImport.mutate({ source: { type: "text", text } }));
	expect(await add()).toMatchObject({ observations: 0 });
	expect(await client.sample.status.query()).toMatchObject({ present: true, withoutFigures: true });
});
