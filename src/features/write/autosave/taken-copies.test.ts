import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { noteTaken, takenAt } from "./taken-copies.ts";

const kept = new Map<string, string>();
beforeEach(() => {
	kept.clear();
	vi.useFakeTimers({ now: new Date("2026-03-10T09:00:00Z") });
	vi.stubGlobal("localStorage", {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => void kept.set(key, value),
	});
});
afterEach(() => vi.useRealTimers());
afterAll(() => vi.unstubAllGlobals());

const note = (storyId: string | null) =>
	noteTaken({ storyId, keptAt: "2026-03-10T08:00:00.000Z", savedAt: "2026-03-10T08:30:00.000Z" });
const found = (storyId: string | null) => takenAt(storyId, "2026-03-10T08:00:00.000Z");

test("a window finds the note of its own copy and of no other", () => {
	note("s1");
	note(null);
	expect([found("s1"), found(null), found("s2")]).toEqual([
		"2026-03-10T08:30:00.000Z",
		"2026-03-10T08:30:00.000Z",
		null,
	]);
	expect(takenAt("s1", "2026-03-10T08:00:01.000Z")).toBeNull();
});

test("a note of more than a day ago goes when another one comes", () => {
	note("s1");
	vi.advanceTimersByTime(23 * 3_600_000);
	note("s2");
	expect([found("s1"), found("s2")]).not.toContain(null);
	vi.advanceTimersByTime(2 * 3_600_000);
	note("s3");
	expect([found("s1"), found("s2") !== null, found("s3") !== null]).toEqual([null, true, true]);
	expect([...kept.values()].join()).not.toContain("s1");
});

test("what else lies in the storage is no note", () => {
	kept.set("inkhour.taken", '[{"storyId":"s1"},7,{"storyId":"s2","keptAt":"x","savedAt":"y","notedAt":1}]');
	expect(found("s1")).toBeNull();
	kept.set("inkhour.taken", "{");
	expect(found("s1")).toBeNull();
	note("s1");
	expect(found("s1")).not.toBeNull();
});
