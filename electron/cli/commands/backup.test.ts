import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { asset, folder, inCommandLibrary, library, picture, run } from "#tests/support/command-library.ts";

inCommandLibrary();

test("a backup file brings the library with its pictures back into a new folder", async () => {
	const file = join(folder, "backup.inkhour");
	const made = await run("backup", "--to", file, "--library", library);
	expect(made.json).toMatchObject({ stories: 3, media: 1 });
	expect(made.status).toBe(0);
	const first = readFileSync(file);
	const again = await run("backup", "--to", file, "--library", library);
	expect(again).toMatchObject({ status: 1, err: expect.stringMatching(/a backup of this name already.*--force/) });
	expect(readFileSync(file).equals(first)).toBe(true);
	expect((await run("backup", "--to", file, "--force", "--library", library)).status).toBe(0);
	const restored = join(folder, "restored");
	expect((await run("restore", file, "--library", restored)).json).toMatchObject({ stories: 3, media: 1 });
	expect(readFileSync(join(restored, "media", asset)).equals(picture)).toBe(true);
	const checked = await run("verify", "--library", restored);
	expect(checked).toMatchObject({ status: 0, json: { ok: true, synchronous: "FULL", media: { checked: 1 } } });
	expect((await run("list", "--library", restored)).json).toEqual((await run("list", "--library", library)).json);
	expect((await run("restore", file, "--library", restored)).err).toMatch(/holds a library already/);
});

test("a file that is no sound backup is refused and leaves no folder", async () => {
	const file = join(folder, "backup.inkhour");
	await run("backup", "--to", file, "--library", library);
	const sound = readFileSync(file);
	const changed = Buffer.from(sound);
	changed.fill(0x41, sound.length - 9_000, sound.length - 100);
	const bad = {
		text: Buffer.from("not a backup"),
		empty: Buffer.alloc(0),
		cut: sound.subarray(0, sound.length / 2),
		changed,
	};
	for (const [name, bytes] of Object.entries(bad)) {
		const path = join(folder, name);
		writeFileSync(path, bytes);
		const { status, err } = await run("restore", path, "--library", join(folder, "new"));
		expect([name, status, err.trim().split("\n").length]).toEqual([name, 1, 1]);
		expect(existsSync(join(folder, "new"))).toBe(false);
	}
	writeFileSync(join(folder, "diary.txt"), "dear diary");
	for (const force of [[], ["--force"]])
		expect((await run("backup", "--to", join(folder, "diary.txt"), "--library", library, ...force)).status).toBe(1);
	expect(readFileSync(join(folder, "diary.txt"), "utf8")).toBe("dear diary");
});
