import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { SettingsPatch } from "#contract/settings.ts";
import type { StartState } from "#contract/start.ts";
import { createStudioClient, type StudioClient } from "./client.ts";
import { createStudio, type Studio } from "./studio.ts";

let directory: string;
let studio: Studio;
let client: StudioClient;
beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), "inkhour-place-"));
	studio = createStudio({ libraryDirectory: directory });
	client = createStudioClient(studio.fetch);
});
afterEach(async () => {
	await studio.close();
	rmSync(directory, { recursive: true, force: true });
});

async function placeAfter(patch: SettingsPatch): Promise<string | null> {
	await client.settings.update.mutate(patch);
	const answer = await studio.fetch(new Request("http://studio.local/start.json"));
	return ((await answer.json()) as StartState).place;
}

test("an empty library opens with the blank page, wherever the window was", async () => {
	expect(await placeAfter({})).toBeNull();
	expect(await placeAfter({ lastPlace: "#/settings/general" })).toBeNull();
});

test("the last place is told as long as it can be gone to, and is wanted", async () => {
	const { id } = await client.stories.create.mutate({ title: "Lamps" });
	const story = `#/write/${id}`;
	expect(await placeAfter({ lastPlace: "#/write/" })).toBeNull();
	expect(await placeAfter({ lastPlace: story })).toBe(story);
	expect(await placeAfter({ opensAt: "new" })).toBeNull();
	expect(await placeAfter({ opensAt: "last", lastPlace: "#/plan/calendar/2026-03" })).toBe("#/plan/calendar/2026-03");
	await client.stories.trash.mutate({ id });
	expect(await placeAfter({ lastPlace: story })).toBeNull();
	await client.stories.restore.mutate({ id });
	expect(await placeAfter({})).toBe(story);
	expect(await placeAfter({ lastPlace: "#/write/00000000-0000-4000-8000-000000000000" })).toBeNull();
});

test("who only plans comes back to the plan", async () => {
	await client.plan.ideas.capture.mutate({ line: "Lamps" });
	expect(await placeAfter({ lastPlace: "#/plan/ideas" })).toBe("#/plan/ideas");
});
