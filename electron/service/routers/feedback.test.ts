import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type CoachMemory, NO_COACH_MEMORY } from "#contract/feedback.ts";
import { createStudioClient } from "../client.ts";
import { createStudio, type Studio } from "../studio.ts";

let directory: string;
let studio: Studio;

beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), "inkhour-"));
	studio = createStudio({ libraryDirectory: directory });
});

afterEach(async () => {
	await studio.close();
	rmSync(directory, { recursive: true, force: true });
});

test("ignored tips and variants are kept with their story, across a restart", async () => {
	const client = createStudioClient(studio.fetch);
	const { id } = await client.stories.create.mutate({ title: "Lamps" });
	expect(await client.feedback.memory.query({ storyId: id })).toEqual(NO_COACH_MEMORY);
	const memory: CoachMemory = {
		ignored: ["headline.colon", "headline.length|b1|Lamps"],
		variants: ["My lamps", ""],
		genre: "tutorial",
	};
	await client.feedback.remember.mutate({ storyId: id, memory });
	await studio.close();
	studio = createStudio({ libraryDirectory: directory });
	expect(await createStudioClient(studio.fetch).feedback.memory.query({ storyId: id })).toEqual(memory);
});

test("a story that is not there is named, and nothing is kept", async () => {
	const client = createStudioClient(studio.fetch);
	const storyId = "00000000-0000-4000-8000-000000000000";
	await expect(client.feedback.remember.mutate({ storyId, memory: NO_COACH_MEMORY })).rejects.toMatchObject({
		data: { studio: { code: "NOT_FOUND" } },
	});
});

test("what was kept before genres were asked for is read as an essay's", async () => {
	const client = createStudioClient(studio.fetch);
	const { id } = await client.stories.create.mutate({ title: "Lamps" });
	await client.feedback.remember.mutate({ storyId: id, memory: { ignored: ["x"], variants: [] } });
	expect(await client.feedback.memory.query({ storyId: id })).toEqual({ ...NO_COACH_MEMORY, ignored: ["x"] });
});

test("a tip that was hidden under a rule that has become part of another stays hidden", async () => {
	const client = createStudioClient(studio.fetch);
	const { id } = await client.stories.create.mutate({ title: "灯塔" });
	const ignored = ["structure.links-characters", "opening.picture-characters|b1|灯塔"];
	const database = new Database(join(directory, "library.sqlite"));
	database
		.prepare("INSERT INTO coach_memory (story_id, memory) VALUES (?, ?)")
		.run(id, JSON.stringify({ ...NO_COACH_MEMORY, ignored }));
	database.close();
	expect(await client.feedback.memory.query({ storyId: id })).toEqual({
		...NO_COACH_MEMORY,
		ignored: ["structure.links", "opening.picture|b1|灯塔"],
	});
});
