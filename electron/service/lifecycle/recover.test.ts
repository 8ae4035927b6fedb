import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
	addStories,
	clock,
	DAMAGE,
	directory,
	file,
	handle,
	inOpenLibrary,
	open,
	titles,
} from "#tests/support/open-library.ts";
import { backUp } from "../backup/write.ts";

inOpenLibrary();

/** Deterministic noise for the bit flips. */
function flips(bytes: Buffer, seed: number, count: number): Buffer {
	const copy = Buffer.from(bytes);
	let state = seed;
	for (let n = 0; n < count; n += 1) {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		const at = state % copy.length;
		copy[at] = copy[at]! ^ (1 << (state % 8));
	}
	return copy;
}

test.each(DAMAGE)(
	"a library file that is %s is damaged, kept, and recovered from its backup without a restart",
	async (_, damage) => {
		addStories(60);
		await backUp(handle.library()!, "manual", clock.now(), {
			progress: () => {},
			signal: new AbortController().signal,
		});
		handle.close();
		damage();
		const kept = existsSync(file) ? readFileSync(file) : null;
		await open();
		const status = handle.status();
		expect(status.state).toBe("damaged");
		if (status.state !== "damaged") return;
		expect(status.reason).not.toBe("");
		expect(status.backups).toHaveLength(1);
		if (kept) expect(readFileSync(file).equals(kept)).toBe(true);
		const result = await handle.recover({ action: "restoreBackup", backup: status.backups[0]!.name });
		expect(result.status.state).toBe("open");
		expect(titles()).toHaveLength(60);
		if (kept) expect(readFileSync(join(result.movedTo!, "library.sqlite")).equals(kept)).toBe(true);
	},
);

test.each(DAMAGE)("salvage and starting fresh work on a library file that is %s", async (name, damage) => {
	addStories(30);
	await backUp(handle.library()!, "manual", clock.now(), { progress: () => {}, signal: new AbortController().signal });
	handle.close();
	damage();
	await open();
	expect((await handle.recover({ action: "salvage" })).status.state).toBe("open");
	if (name === "cut by a tenth" || name === "another header" || name === "cut inside a page")
		expect(titles().length).toBeGreaterThan(5);
	addStories(1, 900);
	expect(titles()).toContain("Story 900");
	handle.close();
	damage();
	await open();
	expect((await handle.recover({ action: "startFresh" })).status.state).toBe("open");
	expect(titles()).toEqual([]);
});

test("bits flipped anywhere never crash it and never lose the file", { timeout: 120_000 }, async () => {
	addStories(20);
	handle.close();
	const sound = readFileSync(file);
	const tally: Record<string, number> = {};
	for (let seed = 1; seed <= 24; seed += 1) {
		writeFileSync(file, flips(sound, seed, 1 + (seed % 20)));
		// Left behind by a crash, so that the whole file is checked.
		writeFileSync(join(directory, "library.session"), "");
		await open();
		const { state } = handle.status();
		tally[state] = (tally[state] ?? 0) + 1;
		expect(["open", "damaged", "newer"]).toContain(state);
		if (state !== "open") {
			const result = await handle.recover({ action: "salvage" });
			expect(result.status.state).toBe("open");
			expect(existsSync(join(result.movedTo!, "library.sqlite"))).toBe(true);
		}
		handle.close();
	}
	expect(tally["damaged"]).toBeGreaterThan(0);
});

test("salvage reports what was lost and sets texts aside that are no documents", async () => {
	addStories(60);
	const { database } = handle.library()!;
	const { id } = handle.library()!.stories.list("all", "title")[3]!;
	database.prepare("UPDATE story SET document = ? WHERE id = ?").run('{"version":1,"blocks":[{"ty', id);
	handle.close();
	truncateSync(file, statSync(file).size - 4096 * 40);
	await open();
	const { salvage, movedTo, status } = await handle.recover({ action: "salvage" });
	expect(status.state).toBe("open");
	const stories = salvage!.parts.find(({ part }) => part === "stories")!;
	expect(stories.kept).toBeGreaterThan(0);
	expect(salvage!.unreadable.map((one) => one.storyId)).toEqual([id]);
	expect(readFileSync(join(movedTo!, salvage!.unreadable[0]!.file), "utf8")).toContain('"blocks"');
	expect(titles().length).toBe(stories.kept);
});

test("what salvage saved may be given up for a backup, and a damaged backup is not put in its place", async () => {
	addStories(60);
	await backUp(handle.library()!, "manual", clock.now(), { progress: () => {}, signal: new AbortController().signal });
	await backUp(handle.library()!, "manual", clock.now(), { progress: () => {}, signal: new AbortController().signal });
	handle.close();
	truncateSync(file, statSync(file).size - 4096 * 40);
	await open();
	const { salvage } = await handle.recover({ action: "salvage" });
	const saved = titles();
	expect(saved.length).toBeLessThan(60);
	expect(salvage!.parts.map(({ part }) => part)).toContain("stories");
	const [newest, older] = readdirSync(join(directory, "backups")).toSorted().reverse();
	writeFileSync(join(directory, "backups", newest!), "no backup any more");
	await expect(handle.recover({ action: "restoreBackup", backup: newest! })).rejects.toThrow("This backup is damaged");
	expect(titles()).toEqual(saved);
	const { movedTo, status } = await handle.recover({ action: "restoreBackup", backup: older! });
	expect(status.state).toBe("open");
	expect(titles()).toHaveLength(60);
	expect(existsSync(join(movedTo!, "library.sqlite"))).toBe(true);
	await expect(handle.recover({ action: "restoreBackup", backup: older! })).rejects.toThrow("nothing to recover");
});
