import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
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
import { pngOf } from "#tests/support/pictures.ts";
import { listBackups } from "../backup/files.ts";
import { backUp, unfollowed } from "../backup/write.ts";
import { storePicture } from "../media/store.ts";

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
		await backUp(handle.library()!, "manual", clock.now(), unfollowed());
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
	await backUp(handle.library()!, "manual", clock.now(), unfollowed());
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
	await backUp(handle.library()!, "manual", clock.now(), unfollowed());
	await backUp(handle.library()!, "manual", clock.now(), unfollowed());
	handle.close();
	truncateSync(file, statSync(file).size - 4096 * 40);
	await open();
	const { salvage } = await handle.recover({ action: "salvage" });
	const saved = titles();
	expect(saved.length).toBeLessThan(60);
	expect(salvage!.parts.map(({ part }) => part)).toContain("stories");
	const [newest, older] = readdirSync(join(directory, "backups")).toSorted().reverse();
	writeFileSync(join(directory, "backups", newest!), "no backup any more");
	await expect(handle.recover({ action: "restoreBackup", backup: newest! })).rejects.toThrow("no sound backup");
	expect(titles()).toEqual(saved);
	const { movedTo, status } = await handle.recover({ action: "restoreBackup", backup: older! });
	expect(status.state).toBe("open");
	expect(titles()).toHaveLength(60);
	expect(existsSync(join(movedTo!, "library.sqlite"))).toBe(true);
	await expect(handle.recover({ action: "salvage" })).rejects.toThrow("nothing to recover");
});

test("a sound library is given up for a backup, is a backup itself then, and can be put back in its turn", async () => {
	addStories(2);
	const { name } = await backUp(handle.library()!, "manual", clock.now(), unfollowed());
	addStories(1, 900);
	const now = titles();
	const back = await handle.recover({ action: "restoreBackup", backup: name });
	expect(back).toMatchObject({ status: { state: "open" }, movedTo: null, salvage: null, missing: [] });
	expect(titles()).toEqual(["Story 000", "Story 001"]);
	expect(listBackups(directory).map(({ kind, name: of }) => [kind, of])).toEqual([
		["replaced", back.keptAs],
		["manual", name],
	]);
	expect(readdirSync(directory).sort()).toEqual(expect.not.arrayContaining(["damaged", "library.sqlite.restored"]));
	await handle.recover({ action: "restoreBackup", backup: back.keptAs! });
	expect(titles()).toEqual(now);
});

test("a sound library stays as it is when the backup is none, or there is none of the name", async () => {
	addStories(2);
	const { name } = await backUp(handle.library()!, "manual", clock.now(), unfollowed());
	addStories(1, 900);
	const now = titles();
	truncateSync(join(directory, "backups", name), 9_000);
	await expect(handle.recover({ action: "restoreBackup", backup: name })).rejects.toThrow("no sound backup");
	await expect(handle.recover({ action: "restoreBackup", backup: "../library.sqlite" })).rejects.toThrow(
		"no such backup",
	);
	expect(titles()).toEqual(now);
	expect(listBackups(directory)).toEqual([]);
});

test("what is saved while a sound library is given up is in the backup of it", async () => {
	addStories(60);
	const { name } = await backUp(handle.library()!, "manual", clock.now(), unfollowed());
	let at = 100;
	const typing = setInterval(() => {
		if (handle.library() && at < 103) addStories(1, at++);
	}, 1);
	const { keptAs } = await handle.recover({ action: "restoreBackup", backup: name });
	clearInterval(typing);
	expect(titles()).toHaveLength(60);
	await handle.recover({ action: "restoreBackup", backup: keptAs! });
	expect(titles()).toHaveLength(60 + at - 100);
	expect(at).toBe(103);
});

/** A story that shows a picture of the library. */
async function addPicture(): Promise<{ picture: Buffer; assetId: string }> {
	const picture = pngOf(4, 3);
	const { assetId } = await storePicture(directory, picture, "lamp.png");
	handle.library()!.stories.insert(
		{
			document: {
				version: 1,
				blocks: [
					{ id: "t", type: "title", spans: [{ text: "The lamp" }] },
					{ id: "f", type: "figure", image: { assetId, alt: "" }, caption: [], layout: "column" },
				],
			},
		},
		clock.now().toISOString(),
	);
	return { picture, assetId };
}

test("the report counts the pictures that the saved stories show by their files", async () => {
	addStories(3);
	const { assetId } = await addPicture();
	for (const [kept, lost] of [
		[1, 0],
		[0, 1],
	]) {
		handle.close();
		writeFileSync(file, Buffer.concat([Buffer.from("PK\x03\x04"), readFileSync(file).subarray(4)]));
		if (lost === 1) rmSync(join(directory, "media", assetId));
		await open();
		const { salvage } = await handle.recover({ action: "salvage" });
		expect(salvage!.parts.find(({ part }) => part === "pictures")).toEqual({ part: "pictures", kept, lost });
	}
});

test("a backup with its pictures brings back those that are gone; of one without them it is told which are missing", async () => {
	const { picture, assetId } = await addPicture();
	const whole = await backUp(handle.library()!, "manual", clock.now(), unfollowed());
	const bare = await backUp(handle.library()!, "automatic", clock.now(), unfollowed());
	expect([whole.pictures, bare.pictures]).toEqual([1, null]);
	rmSync(join(directory, "media"), { recursive: true });
	const without = await handle.recover({ action: "restoreBackup", backup: bare.name });
	expect(without.missing).toEqual([{ assetId, title: "The lamp" }]);
	expect((await handle.recover({ action: "restoreBackup", backup: whole.name })).missing).toEqual([]);
	expect(readFileSync(join(directory, "media", assetId)).equals(picture)).toBe(true);
	const inside = handle.library()!.database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'backup_media'").get();
	expect(inside).toBeUndefined();
});
