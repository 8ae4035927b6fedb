import fc from "fast-check";
import { expect, test } from "vitest";
import { Autosave, LONGEST_MS, QUIET_MS, type SaveState } from "./autosave.ts";

class Clock {
	time = 0;
	#next = 1;
	readonly #timers = new Map<number, { at: number; run: () => void }>();
	now = () => this.time;
	set = (run: () => void, milliseconds: number) => {
		this.#timers.set(this.#next, { at: this.time + milliseconds, run });
		this.#next += 1;
		return this.#next - 1;
	};
	clear = (timer: unknown) => void this.#timers.delete(Number(timer));
	async pass(milliseconds: number) {
		const end = this.time + milliseconds;
		for (;;) {
			const due = [...this.#timers].filter(([, timer]) => timer.at <= end).sort((a, b) => a[1].at - b[1].at)[0];
			if (!due) break;
			this.time = Math.max(this.time, due[1].at);
			this.#timers.delete(due[0]);
			due[1].run();
			await settle();
		}
		this.time = end;
		await settle();
	}
}

const settle = async () => {
	for (let n = 0; n < 8; n += 1) await Promise.resolve();
};

class Library {
	text = "";
	revision = 1;
	saves: { at: number; text: string }[] = [];
	mode: "ok" | "full" = "ok";
	inFlight = 0;
	mostInFlight = 0;
	latency = 0;
}

function setUp() {
	const clock = new Clock();
	const library = new Library();
	const states: SaveState[] = [];
	const page = { text: "" };
	const autosave = new Autosave({
		revision: 1,
		stored: "",
		timers: clock,
		read: () => page.text,
		problem: (error) => ({ code: String(error), message: String(error) }),
		changed: (state) => states.push(state),
		async save(text, base) {
			library.inFlight += 1;
			library.mostInFlight = Math.max(library.mostInFlight, library.inFlight);
			if (library.latency > 0) await new Promise<void>((resolve) => clock.set(resolve, library.latency));
			library.inFlight -= 1;
			if (library.mode === "full") throw "DISK_FULL";
			if (base !== library.revision) throw "CONFLICT";
			library.revision += 1;
			library.text = text;
			library.saves.push({ at: clock.time, text });
			return { revision: library.revision, savedAt: new Date(clock.time).toISOString() };
		},
	});
	const type = (text: string) => {
		page.text = text;
		autosave.touch();
	};
	return { clock, library, states, autosave, type, page };
}

test("saves within 300 ms of the last key, once", async () => {
	const { clock, library, autosave, type } = setUp();
	type("a");
	await clock.pass(100);
	type("ab");
	await clock.pass(QUIET_MS - 1);
	expect(library.saves).toEqual([]);
	await clock.pass(300 - QUIET_MS);
	expect(library.saves.map((save) => save.text)).toEqual(["ab"]);
	expect(autosave.state).toEqual({ kind: "saved", at: expect.any(String) });
	await clock.pass(60_000);
	expect(library.saves).toHaveLength(1);
});

test("saves at least every second while keys keep coming", async () => {
	const { clock, library, type } = setUp();
	for (let n = 0; n < 100; n += 1) {
		type("x".repeat(n + 1));
		await clock.pass(50);
	}
	const gaps = library.saves.map((save, n) => save.at - (library.saves[n - 1]?.at ?? 0));
	expect(library.saves.length).toBeGreaterThanOrEqual(4);
	expect(Math.max(...gaps)).toBeLessThanOrEqual(LONGEST_MS + 100);
});

test("a change during a save is saved next; never two saves at once", async () => {
	const { clock, library, type } = setUp();
	library.latency = 400;
	type("first");
	await clock.pass(QUIET_MS + 10);
	type("second");
	await clock.pass(2000);
	expect(library.saves.map((save) => save.text)).toEqual(["first", "second"]);
	expect(library.mostInFlight).toBe(1);
});

test("a text that was typed and taken back is not saved again", async () => {
	const { clock, library, autosave, type } = setUp();
	type("a");
	await clock.pass(1000);
	type("ab");
	type("a");
	await clock.pass(1000);
	expect(library.saves).toHaveLength(1);
	expect(autosave.unsaved).toBe(false);
});

test("a full disk is told, tried again, and forgotten when it works", async () => {
	const { clock, library, autosave, type } = setUp();
	library.mode = "full";
	type("kept");
	await clock.pass(300);
	expect(autosave.state).toMatchObject({ kind: "failed", problem: { code: "DISK_FULL" } });
	expect(autosave.unsaved).toBe(true);
	expect(await autosave.flush()).toBe(false);
	library.mode = "ok";
	await clock.pass(30_000);
	expect(library.text).toBe("kept");
	expect(autosave.state.kind).toBe("saved");
});

test("a text that another window has saved waits for nothing, until it changes", async () => {
	const { clock, library, autosave, type } = setUp();
	library.mode = "full";
	type("kept");
	await clock.pass(300);
	autosave.taken("2026-03-10T09:00:00.000Z");
	expect(autosave.unsaved).toBe(false);
	await clock.pass(120_000);
	expect(autosave.state).toEqual({ kind: "taken", at: "2026-03-10T09:00:00.000Z" });
	type("kept and more");
	await clock.pass(300);
	expect(autosave.state.kind).toBe("failed");
	expect(autosave.unsaved).toBe(true);
	library.mode = "ok";
	await clock.pass(60_000);
	expect(library.text).toBe("kept and more");
});

test("a conflict waits for the writer, and keeping mine saves on top", async () => {
	const { clock, library, autosave, type } = setUp();
	library.revision = 7;
	library.text = "theirs";
	type("mine");
	await clock.pass(60_000);
	expect(autosave.state.kind).toBe("conflict");
	expect(library.text).toBe("theirs");
	type("mine, more");
	await clock.pass(60_000);
	expect(library.text).toBe("theirs");
	expect(await autosave.keepMine(7)).toBe(true);
	expect(library.text).toBe("mine, more");
});

test("whatever happens, once it is quiet the library has the last text or the state says why not", async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(
				fc.oneof(
					fc.record({ do: fc.constant("type" as const), text: fc.string() }),
					fc.record({ do: fc.constant("wait" as const), ms: fc.nat({ max: 1500 }) }),
					fc.record({ do: fc.constant("disk" as const), full: fc.boolean() }),
					fc.record({ do: fc.constant("slow" as const), ms: fc.nat({ max: 800 }) }),
					fc.record({ do: fc.constant("elsewhere" as const) }),
				),
				{ maxLength: 30 },
			),
			async (steps) => {
				const { clock, library, autosave, type, page } = setUp();
				let typed = false;
				for (const step of steps) {
					if (step.do === "type") {
						typed = true;
						type(step.text);
					} else if (step.do === "wait") await clock.pass(step.ms);
					else if (step.do === "disk") library.mode = step.full ? "full" : "ok";
					else if (step.do === "slow") library.latency = step.ms;
					else library.revision += 1;
				}
				await clock.pass(120_000);
				expect(library.mostInFlight).toBeLessThanOrEqual(1);
				if (autosave.state.kind === "saved") {
					expect(autosave.unsaved).toBe(false);
					if (typed) expect(library.text).toBe(page.text);
				} else {
					expect(autosave.unsaved).toBe(true);
					expect(["failed", "conflict"]).toContain(autosave.state.kind);
				}
			},
		),
		{ numRuns: 200 },
	);
});
