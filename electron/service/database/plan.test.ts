import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { PlanEntry } from "#contract/plan.ts";
import { type PlainDate, parsePlainDate } from "#domain/planning/plain-date.ts";
import { createStudioClient, type StudioClient } from "../client.ts";
import { createStudio, type Studio } from "../studio.ts";

let directory: string;
let studio: Studio;
let client: StudioClient;
let now: Date;

const day = (text: string): PlainDate => {
	const date = parsePlainDate(text);
	if (date === null) throw new Error(text);
	return date;
};

beforeEach(() => {
	now = new Date(2026, 4, 10, 12);
	directory = mkdtempSync(join(tmpdir(), "inkhour-plan-"));
	studio = createStudio({ libraryDirectory: directory, clock: { now: () => now } });
	client = createStudioClient(studio.fetch);
});

afterEach(async () => {
	await studio.close();
	rmSync(directory, { recursive: true, force: true });
});

const may = () => client.plan.range.query({ from: day("2026-05-01"), to: day("2026-05-31") });
const ideas = () => client.plan.ideas.list.query({});
const tray = (query = "") => client.plan.tray.query({ query });
const shown = (entries: PlanEntry[]) => entries.map(({ title, date, state }) => `${title} ${date ?? "-"} ${state}`);
const undo = async (change: { undo: string | null }) => {
	expect(change.undo).not.toBeNull();
	return client.plan.undo.mutate({ id: change.undo ?? "" });
};

async function writeIn(id: string): Promise<unknown> {
	const { document, revision } = await client.stories.get.query({ id });
	const blocks = [...document.blocks, { type: "paragraph" as const, id: "9001", spans: [{ text: "My words" }] }];
	return client.stories.save.mutate({ id, baseRevision: revision, document: JSON.stringify({ ...document, blocks }) });
}

async function lightSeries() {
	const { id } = await client.plan.series.create.mutate({ title: "Light", promise: "Choose lamps once" });
	for (const title of ["One", "Two", "Three"])
		await client.plan.series.addPart.mutate({ seriesId: id, title, promise: `${title} lamp` });
	const parts = async () => (await client.plan.series.list.query()).find((each) => each.id === id)?.parts ?? [];
	return { id, parts, titles: async () => (await parts()).map((part) => `${part.number} ${part.title}`) };
}

describe("ideas", () => {
	test("are captured with their topic, found, sorted, edited and dropped, each undone", async () => {
		const first = await client.plan.ideas.capture.mutate({ line: "Why lamps flicker #home-light" });
		now = new Date(2026, 4, 11, 12);
		await client.plan.ideas.capture.mutate({ line: "Another #Home_Light" });
		let list = await ideas();
		expect(list.ideas.map((idea) => [idea.title, idea.topic])).toEqual([
			["Another", "home-light"],
			["Why lamps flicker", "home-light"],
		]);
		expect(list.topics).toEqual(["home-light"]);
		expect((await client.plan.ideas.list.query({ query: "LAMPS" })).ideas).toHaveLength(1);
		expect((await client.plan.ideas.list.query({ topic: "Home light" })).ideas).toHaveLength(2);
		expect((await client.plan.ideas.list.query({ sort: "title" })).ideas.map((idea) => idea.title)).toEqual([
			"Another",
			"Why lamps flicker",
		]);

		const edit = await client.plan.ideas.edit.mutate({ id: first.id, changes: { angle: "Physics", effort: "short" } });
		expect((await client.plan.ideas.list.query({ sort: "heat" })).ideas[0]).toMatchObject({
			angle: "Physics",
			heat: { total: 80, freshness: 40, groundwork: 10, ease: 30 },
		});
		expect((await client.plan.ideas.edit.mutate({ id: first.id, changes: { angle: "Physics" } })).undo).toBeNull();
		await undo(edit);
		expect((await ideas()).ideas[1]).toMatchObject({ angle: "", effort: null });

		const drop = await client.plan.ideas.drop.mutate({ ids: list.ideas.map((idea) => idea.id) });
		list = await ideas();
		expect([list.ideas.length, list.counts]).toEqual([0, { open: 0, started: 0, published: 0, dropped: 2 }]);
		const redo = await undo(drop);
		expect((await ideas()).counts.open).toBe(2);
		await undo(redo);
		expect((await ideas()).counts.dropped).toBe(2);
		await client.plan.ideas.restore.mutate({ ids: [first.id] });
		expect((await ideas()).ideas.map((idea) => idea.title)).toEqual(["Why lamps flicker"]);
	});

	test("an empty line is refused and changes nothing", async () => {
		await expect(client.plan.ideas.capture.mutate({ line: "   " })).rejects.toMatchObject({
			data: { studio: { code: "INVALID_INPUT" } },
		});
		expect((await ideas()).ideas).toEqual([]);
	});

	test("an undo never overwrites a newer change", async () => {
		const { id } = await client.plan.ideas.capture.mutate({ line: "Lamps" });
		const first = await client.plan.ideas.edit.mutate({ id, changes: { title: "Lamps one" } });
		await client.plan.ideas.edit.mutate({ id, changes: { note: "keep" } });
		await client.plan.ideas.edit.mutate({ id, changes: { title: "Lamps two" } });
		await expect(client.plan.undo.mutate({ id: first.undo ?? "" })).rejects.toMatchObject({
			data: { studio: { code: "CONFLICT" } },
		});
		expect((await ideas()).ideas[0]).toMatchObject({ title: "Lamps two", note: "keep" });
	});
});

describe("series", () => {
	test("parts keep their order through moves, drops and undo", async () => {
		const { parts, titles } = await lightSeries();
		expect(await titles()).toEqual(["1 One", "2 Two", "3 Three"]);
		const three = (await parts())[2]?.id ?? "";
		const move = await client.plan.series.movePart.mutate({ id: three, index: 0 });
		expect(await titles()).toEqual(["1 Three", "2 One", "3 Two"]);
		const drop = await client.plan.series.dropPart.mutate({ id: (await parts())[1]?.id ?? "" });
		expect(await titles()).toEqual(["1 Three", "2 Two"]);
		await undo(move);
		expect(await titles()).toEqual(["1 Two", "2 Three"]);
		await undo(drop);
		expect(await titles()).toEqual(["1 One", "2 Two", "3 Three"]);
		expect((await client.plan.series.movePart.mutate({ id: three, index: 99 })).undo).toBeNull();
	});

	test("a dropped series comes back whole, with its days", async () => {
		const { id, parts, titles } = await lightSeries();
		const [one, two] = await parts();
		await client.plan.schedule.mutate({ subjects: [{ type: "part", id: one?.id ?? "" }], date: day("2026-05-12") });
		await client.plan.series.dropPart.mutate({ id: two?.id ?? "" });
		const drop = await client.plan.series.drop.mutate({ id });
		expect((await client.plan.series.list.query()).length).toBe(0);
		expect((await may()).entries).toEqual([]);
		expect((await tray()).total).toBe(0);
		await undo(drop);
		expect(await titles()).toEqual(["1 One", "2 Three"]);
		expect(shown((await may()).entries)).toEqual(["One 2026-05-12 planned"]);
	});

	test("a part that comes out before an earlier one says so, in the series and on the calendar", async () => {
		const { parts } = await lightSeries();
		const [, two, three] = await parts();
		const put = (id: string | undefined, date: string) =>
			client.plan.schedule.mutate({ subjects: [{ type: "part", id: id ?? "" }], date: day(date) });
		await put(two?.id, "2026-06-02");
		await put(three?.id, "2026-05-20");
		const overtaken = { number: 2, date: "2026-06-02" };
		expect((await parts()).map((part) => part.overtaken)).toEqual([null, null, overtaken]);
		// The earlier part lies outside the month that is asked for.
		expect((await may()).entries).toMatchObject([{ title: "Three", overtaken, series: { title: "Light" } }]);
		await put(two?.id, "2026-05-20");
		expect((await may()).entries.map((entry) => entry.overtaken)).toEqual([null, null]);
	});

	test("a deleted series is listed and can be brought back later, without a story another series took", async () => {
		const { id, parts } = await lightSeries();
		const story = await client.stories.create.mutate({ title: "Written before" });
		await client.plan.series.linkStory.mutate({ id: (await parts())[0]?.id ?? "", storyId: story.id });
		await client.plan.series.drop.mutate({ id });
		expect((await client.plan.series.dropped.query()).map((each) => each.title)).toEqual(["Light"]);
		const other = await client.plan.series.create.mutate({ title: "Other" });
		const taken = await client.plan.series.addPart.mutate({ seriesId: other.id, title: "Taken" });
		await client.plan.series.linkStory.mutate({ id: taken.id, storyId: story.id });
		const back = await client.plan.series.restore.mutate({ id });
		expect((await parts()).map((part) => [part.title, part.story])).toEqual([
			["One", null],
			["Two", null],
			["Three", null],
		]);
		expect(await client.plan.series.dropped.query()).toEqual([]);
		await undo(back);
		expect(await client.plan.series.dropped.query()).toHaveLength(1);
		await expect(client.plan.series.restore.mutate({ id: other.id })).rejects.toMatchObject({
			data: { studio: { code: "NOT_FOUND" } },
		});
	});

	test("a story is part of one series at most; linking carries the day over and is undone", async () => {
		const { parts } = await lightSeries();
		const [one, two] = await parts();
		const story = await client.stories.create.mutate({ title: "Written before" });
		await client.plan.schedule.mutate({ subjects: [{ type: "part", id: one?.id ?? "" }], date: day("2026-05-12") });
		const link = await client.plan.series.linkStory.mutate({ id: one?.id ?? "", storyId: story.id });
		expect((await parts())[0]).toMatchObject({
			state: "draft",
			date: "2026-05-12",
			story: { title: "Written before" },
		});
		expect(shown((await may()).entries)).toEqual(["Written before 2026-05-12 draft"]);
		expect((await client.plan.series.linkableStories.query({})).total).toBe(0);
		await expect(client.plan.series.linkStory.mutate({ id: two?.id ?? "", storyId: story.id })).rejects.toMatchObject({
			data: { studio: { code: "INVALID_INPUT" } },
		});
		await undo(link);
		expect((await parts())[0]).toMatchObject({ state: "planned", date: "2026-05-12", story: null });
		expect(shown((await may()).entries)).toEqual(["One 2026-05-12 planned"]);
		await client.plan.series.linkStory.mutate({ id: two?.id ?? "", storyId: story.id });
		await client.plan.series.linkStory.mutate({ id: two?.id ?? "", storyId: null });
		expect((await parts())[1]?.story).toBeNull();
	});
});

describe("the calendar", () => {
	test("things stand on a day, move, leave and come back by undo", async () => {
		const { id } = await client.plan.ideas.capture.mutate({ line: "Lamps" });
		const story = await client.stories.create.mutate({ title: "Draft" });
		const subjects = [
			{ type: "idea" as const, id },
			{ type: "story" as const, id: story.id },
		];
		expect((await tray()).total).toBe(2);
		expect(shown((await tray("lam")).entries)).toEqual(["Lamps - idea"]);
		await client.plan.schedule.mutate({ subjects, date: day("2026-05-07") });
		const { entries, today } = await may();
		expect(today).toBe("2026-05-10");
		expect(shown(entries)).toEqual(["Draft 2026-05-07 draft", "Lamps 2026-05-07 idea"]);
		expect(entries[0]?.timing).toEqual({ kind: "late", days: 3 });
		const move = await client.plan.schedule.mutate({ subjects, date: day("2026-05-31") });
		const leave = await client.plan.schedule.mutate({ subjects, date: null });
		expect((await may()).entries).toEqual([]);
		await undo(leave);
		await undo(move);
		expect(shown((await may()).entries)).toEqual(["Draft 2026-05-07 draft", "Lamps 2026-05-07 idea"]);
	});

	test("a published story stands on the day it came out and cannot be moved", async () => {
		const story = await client.stories.create.mutate({ title: "Out" });
		const subjects = [{ type: "story" as const, id: story.id }];
		await client.plan.schedule.mutate({ subjects, date: day("2026-05-07") });
		const { default: Database } = await import("better-sqlite3");
		const database = new Database(join(directory, "library.sqlite"));
		database
			.prepare("UPDATE story SET stage = 'published', published_at = ? WHERE id = ?")
			.run(new Date(2026, 4, 9, 0, 30).toISOString(), story.id);
		database.close();
		const { entries } = await may();
		expect(shown(entries)).toEqual(["Out 2026-05-09 published"]);
		expect(entries[0]?.timing).toEqual({ kind: "published", on: "2026-05-09", daysAfterPlan: 2 });
		await expect(client.plan.schedule.mutate({ subjects, date: null })).rejects.toMatchObject({
			data: { studio: { code: "INVALID_INPUT" } },
		});
	});

	test("a rhythm shows its free days", async () => {
		const { id } = await client.plan.ideas.capture.mutate({ line: "Lamps" });
		await client.plan.schedule.mutate({ subjects: [{ type: "idea", id }], date: day("2026-05-12") });
		await client.plan.setCadence.mutate({ weekdays: [5, 2] });
		const { cadence, emptySlots } = await may();
		expect(cadence).toEqual([2, 5]);
		expect(emptySlots).toEqual(["2026-05-15", "2026-05-19", "2026-05-22", "2026-05-26", "2026-05-29"]);
	});

	test("days and ranges that make no sense are refused", async () => {
		await expect(client.plan.range.query({ from: day("2026-05-02"), to: day("2026-05-01") })).rejects.toThrow();
		await expect(client.plan.range.query({ from: day("0001-01-01"), to: day("0001-01-02") })).rejects.toMatchObject({
			data: { studio: { code: "INVALID_INPUT" } },
		});
		const { id } = await client.plan.ideas.capture.mutate({ line: "Lamps" });
		await expect(
			client.plan.schedule.mutate({ subjects: [{ type: "idea", id }], date: "2026-02-30" as PlainDate }),
		).rejects.toMatchObject({ data: { studio: { code: "INVALID_INPUT" } } });
		await expect(
			client.plan.schedule.mutate({ subjects: [{ type: "part", id }], date: day("2026-05-01") }),
		).rejects.toMatchObject({ data: { studio: { code: "NOT_FOUND" } } });
	});
});

describe("drafts", () => {
	test("a part becomes a story that holds the plan, once, and takes its day along", async () => {
		const { parts } = await lightSeries();
		const id = (await parts())[1]?.id ?? "";
		const subject = { type: "part" as const, id };
		await client.plan.schedule.mutate({ subjects: [subject], date: day("2026-05-20") });
		const words = { kicker: "{series} · Part {number}" };
		const started = await client.plan.startDraft.mutate({ subject, words });
		expect(started.outcome).toBe("created");
		const story = await client.stories.get.query({ id: started.storyId });
		expect(story.document.blocks.map((block) => ("spans" in block ? [block.type, block.spans[0]?.text] : []))).toEqual([
			["kicker", "Light · Part 2"],
			["title", "Two"],
			["note", "Promise: Two lamp"],
			["paragraph", undefined],
		]);
		expect(await client.plan.startDraft.mutate({ subject })).toMatchObject({
			storyId: started.storyId,
			outcome: "opened",
			undo: null,
		});
		const [entry] = (await may()).entries;
		expect(entry).toMatchObject({ storyId: started.storyId, state: "draft", series: { title: "Light", number: 2 } });
		await client.plan.schedule.mutate({ subjects: [subject], date: day("2026-05-21") });
		expect((await parts())[1]?.date).toBe("2026-05-21");
	});

	test("undoing a start takes a draft away that nobody has touched; the redo brings it back", async () => {
		const { id } = await client.plan.ideas.capture.mutate({ line: "Lamps #light" });
		const subject = { type: "idea" as const, id };
		await client.plan.schedule.mutate({ subjects: [subject], date: day("2026-05-20") });
		const started = await client.plan.startDraft.mutate({ subject });
		const { document } = await client.stories.get.query({ id: started.storyId });
		expect((await ideas()).counts).toMatchObject({ open: 0, started: 1 });
		const redo = await undo(started);
		expect(redo).toMatchObject({ draft: { storyId: started.storyId, kept: false } });
		expect((await ideas()).counts).toMatchObject({ open: 1, started: 0 });
		expect(await client.stories.shelves.query()).toMatchObject({ all: 0, trash: 0 });
		expect(await client.stories.search.query({ query: "lamps" })).toEqual([]);
		expect(shown((await may()).entries)).toEqual(["Lamps 2026-05-20 idea"]);
		const again = await undo(redo);
		expect(shown((await may()).entries)).toEqual(["Lamps 2026-05-20 draft"]);
		expect((await client.stories.get.query({ id: started.storyId })).document).toEqual(document);
		expect(await undo(again)).toMatchObject({ draft: { kept: false } });
	});

	test.each([
		["written in", "draft", writeIn],
		["called ready", "ready", (id: string) => client.stories.setStage.mutate({ id, stage: "ready" })],
	])(
		"undoing a start keeps a draft in the trash that was %s; starting again brings it back",
		async (_how, stage, touch) => {
			const { id } = await client.plan.ideas.capture.mutate({ line: "Lamps #light" });
			const subject = { type: "idea" as const, id };
			await client.plan.schedule.mutate({ subjects: [subject], date: day("2026-05-20") });
			const started = await client.plan.startDraft.mutate({ subject });
			// On a clock that stands still, too.
			await touch(started.storyId);
			const redo = await undo(started);
			expect(redo).toMatchObject({ draft: { storyId: started.storyId, kept: true } });
			expect((await client.stories.list.query({ shelf: "trash" })).map((story) => story.title)).toEqual(["Lamps"]);
			await undo(redo);
			expect(shown((await may()).entries)).toEqual([`Lamps 2026-05-20 ${stage}`]);
			await client.stories.trash.mutate({ id: started.storyId });
			expect((await ideas()).ideas[0]).toMatchObject({ state: "open", story: { trashed: true } });
			expect(await client.plan.startDraft.mutate({ subject })).toMatchObject({
				storyId: started.storyId,
				outcome: "restored",
			});
		},
	);

	test("a draft that was put on a day of its own is kept with it", async () => {
		const { id } = await client.plan.ideas.capture.mutate({ line: "Lamps" });
		const started = await client.plan.startDraft.mutate({ subject: { type: "idea", id } });
		const subjects = [{ type: "story" as const, id: started.storyId }];
		const planned = await client.plan.schedule.mutate({ subjects, date: day("2026-05-20") });
		expect(await undo(started)).toMatchObject({ draft: { kept: true } });
		await undo(planned);
	});
});
