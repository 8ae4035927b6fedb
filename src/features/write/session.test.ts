import { $createParagraphNode, $createTextNode, $getRoot } from "lexical";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { TextFate } from "#app/connection/connection.ts";
import type { CreatedStory } from "#contract/story.ts";
import type { StoryDocument } from "#domain/story/schema.ts";
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

/** A studio that refuses every call, with the code given. */
function refusing(code: string): StoryService {
	const nothing = () => {};
	const refuse = () => Promise.reject(new Error(code));
	return {
		create: refuse,
		get: refuse,
		save: refuse,
		keepTheirs: refuse,
		keepMineAndReturn: refuse,
		problem: () => ({ code, message: "Refused." }),
		created: nothing,
		saved: nothing,
		setUnsaved: nothing,
		setFate: nothing,
		report: (error) => {
			throw error;
		},
	};
}

const typeInto = (session: StorySession, words: string) =>
	session.editor.update(() => void $getRoot().append($createParagraphNode().append($createTextNode(words))), {
		discrete: true,
	});

/** A new page whose studio refuses every save. */
function unsaved(code = "REFUSED") {
	let fate: TextFate | null = null;
	const service: StoryService = {
		...refusing(code),
		setFate: (now) => {
			fate = now;
		},
	};
	const session = new StorySession(service, null, null);
	return { session, type: (words: string) => typeInto(session, words), fate: () => fate };
}

const story = (text: string): StoryDocument => ({
	version: 1,
	blocks: [{ id: "a1b2c3d4e5f6", type: "paragraph", spans: [{ text }] }],
});

/** Types into a new page that has put back a text; the page before saved `there` with its last breath, twice. */
async function goneOn(there: StoryDocument) {
	const copy = { document: story("Lamps"), baseRevision: 0, at: "2026-03-10T09:00:00.000Z", newId: "n" };
	const library = { id: "n", revision: 2, document: there, stage: "draft", updatedAt: copy.at, existed: true };
	const bases: number[] = [];
	const service: StoryService = {
		...refusing("CONFLICT"),
		create: () => Promise.resolve(library as CreatedStory),
		get: () => Promise.resolve(library as CreatedStory),
		save: ({ baseRevision }) => {
			bases.push(baseRevision);
			return baseRevision === library.revision
				? Promise.resolve({ revision: 3, savedAt: copy.at })
				: Promise.reject(new Error("CONFLICT"));
		},
	};
	const session = new StorySession(service, null, copy);
	typeInto(session, "And stairs.");
	await vi.advanceTimersByTimeAsync(1_000);
	return { state: session.view().save.kind, bases };
}

test("what the page before saved of the very text that was put back is no other text; any other one is", async () => {
	expect(await goneOn(story("Lamps"))).toEqual({ state: "saved", bases: [1, 2] });
	kept.clear();
	expect(await goneOn(story("Ferries"))).toEqual({ state: "conflict", bases: [1] });
});

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
