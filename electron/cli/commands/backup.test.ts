import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { backUp, unfollowed } from "#service/backup/write.ts";
import { fixedClock } from "#service/clock.ts";
import { openLibrary } from "#service/library.ts";
import { asset, folder, inCommandLibrary, library, picture, run, told } from "#tests/support/command-library.ts";

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

test("a library’s own backup is restored whole where its pictures are in it or beside it, else it names what is missing", async () => {
	const handle = await openLibrary(library, fixedClock("2026-11-23T10:00:00.000Z"));
	const ownBackup = async (kind: "manual" | "automatic") =>
		join(library, "backups", (await backUp(handle.library()!, kind, new Date(), unfollowed())).name);
	const manual = await ownBackup("manual");
	const automatic = await ownBackup("automatic");
	handle.close();
	const agree = async (file: string) => {
		const directory = mkdtempSync(join(folder, "restored-"));
		const restored = await run("restore", file, "--library", directory);
		const verified = await run("verify", "--library", directory);
		expect(verified.json.media.missing).toEqual(
			restored.json.missing.map(({ assetId }: { assetId: string }) => assetId),
		);
		expect(verified.status).toBe(restored.status);
		return restored;
	};
	expect(await agree(automatic)).toMatchObject({ status: 0, json: { stories: 3, media: 1, missing: [] } });
	rmSync(join(library, "media"), { recursive: true });
	expect(await agree(manual)).toMatchObject({ status: 0, json: { stories: 3, media: 1, missing: [] } });
	const missing = [{ assetId: asset, title: "Tides" }];
	expect(await agree(automatic)).toMatchObject({ status: 1, json: { stories: 3, media: 0, missing } });
	const { text } = await told("restore", automatic, "--library", join(folder, "last"));
	expect(text).toMatch(
		/^3 stories and 0 pictures restored into .*\n1 picture is missing,.*\n {2}[0-9a-f]{64}\.png in Tides\n$/,
	);
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
