import { $createParagraphNode, $createTextNode, $getRoot } from "lexical";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { TextFate } from "#app/connection/connection.ts";
import { emergencyCopy } from "./autosave/emergency.ts";
import { StorySession } from "./session.ts";
import type { StoryService } from "./story-service.ts";

/** What the window keeps, and how many copies it has room for yet. */
const kept = new Map<string, string>();
let room = Number.POSITIVE_INFINITY;

beforeEach(() => {
	kept.clear();
	room = Number.POSITIVE_INFINITY;
	vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "Date"] });
	vi.stubGlobal("localStorage", {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => {
			if (room === 0) throw new DOMException("Full", "QuotaExceededError");
			room -= 1;
			kept.set(key, value);
		},
		removeItem: (key: string) => void kept.delete(key),
	});
	vi.stubGlobal("window", new EventTarget());
	vi.stubGlobal("requestIdleCallback", (run: () => void) => setTimeout(run, 0));
});
afterEach(() => {
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

/** A new page whose studio refuses every save, with the code given. */
function unsaved(code = "REFUSED") {
	let fate: TextFate | null = null;
	const nothing = () => {};
	const refuse = () => Promise.reject(new Error(code));
	const service: StoryService = {
		create: refuse,
		get: refuse,
		save: refuse,
		keepTheirs: refuse,
		keepMineAndReturn: refuse,
		problem: () => ({ code, message: "Refused." }),
		created: nothing,
		saved: nothing,
		setUnsaved: nothing,
		setFate: (now) => {
			fate = now;
		},
		report: (error) => {
			throw error;
		},
	};
	const session = new StorySession(service, null, null);
	const type = (words: string) =>
		session.editor.update(() => void $getRoot().append($createParagraphNode().append($createTextNode(words))), {
			discrete: true,
		});
	return { session, type, fate: () => fate };
}

const keptText = () => emergencyCopy(null)?.document ?? "";

test("that the newest text is kept is promised only while it is", async () => {
	const { session, type, fate } = unsaved();
	room = 1;
	type("First words.");
	await vi.advanceTimersByTimeAsync(300);
	expect(session.view().save.kind).toBe("failed");
	expect(keptText()).toContain("First words.");
	expect([fate(), session.view().isKept]).toEqual([null, true]);

	type("Then more.");
	await vi.advanceTimersByTimeAsync(600);
	expect(keptText()).not.toContain("Then more.");
	expect([fate(), session.view().isKept]).toEqual([{ kind: "unkept" }, false]);
	await vi.advanceTimersByTimeAsync(5_000);
	expect(fate()).toEqual({ kind: "unkept" });

	room = 1;
	await vi.advanceTimersByTimeAsync(15_000);
	expect(keptText()).toContain("Then more.");
	expect([fate(), session.view().isKept]).toEqual([null, true]);
});

test.each(["REFUSED", "CONFLICT"])("after %s what is typed is kept without waiting for a try", async (code) => {
	const { type, fate } = unsaved(code);
	type("First words.");
	// By the fifth failure there are 30 seconds between two tries.
	await vi.advanceTimersByTimeAsync(50_000);
	type("Then more.");
	await vi.advanceTimersByTimeAsync(600);
	expect(keptText()).toContain("Then more.");
	expect(fate()).toBeNull();
});
