import {
	copyFileSync,
	existsSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	truncateSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
	addStories,
	clock,
	contents,
	DAMAGE,
	directory,
	file,
	handle,
	inOpenLibrary,
	newer,
	open,
} from "#tests/support/open-library.ts";
import { openLibrary } from "../library.ts";

inOpenLibrary();

test.each([...DAMAGE.filter(([name]) => name !== "missing"), ["of a newer version", newer] as const])(
	"a folder whose library file is %s is after looking as it was before, whether the last session closed it or not",
	async (_, damage) => {
		addStories(20);
		handle.close();
		damage();
		for (const session of [null, "{}"]) {
			if (session !== null) writeFileSync(join(directory, "library.session"), session);
			const before = contents();
			await open();
			expect(["damaged", "newer"]).toContain(handle.status().state);
			handle.close();
			expect(contents()).toEqual(before);
		}
	},
);

test("damage beside a log that was not yet written back leaves both as they were", async () => {
	addStories(20);
	const copy = mkdtempSync(join(tmpdir(), "inkhour-log-"));
	for (const name of ["library.sqlite", "library.sqlite-wal"]) copyFileSync(join(directory, name), join(copy, name));
	handle.close();
	rmSync(directory, { recursive: true });
	renameSync(copy, directory);
	expect(statSync(join(directory, "library.sqlite-wal")).size).toBeGreaterThan(0);
	const bytes = readFileSync(`${file}-wal`);
	for (let at = 32 + 24; at < bytes.length; at += 4096 + 24) bytes.fill(0x5a, at + 200, at + 400);
	writeFileSync(`${file}-wal`, bytes);
	truncateSync(file, 4096 * 3);
	const before = contents();
	await open();
	expect(handle.status().state).toBe("damaged");
	handle.close();
	expect(contents()).toEqual(before);
});

test("a library whose write-ahead log vanished is opened or named, never erased", async () => {
	addStories(5);
	const copy = mkdtempSync(join(tmpdir(), "inkhour-nowal-"));
	copyFileSync(file, join(copy, "library.sqlite"));
	writeFileSync(join(copy, "library.session"), "{}");
	const other = await openLibrary(copy, clock);
	expect(["open", "damaged"]).toContain(other.status().state);
	other.close();
	expect(existsSync(join(copy, "library.sqlite"))).toBe(true);
	rmSync(copy, { recursive: true });
});

test("damage met while working closes the library and names it", async () => {
	addStories(40);
	handle.close();
	const bytes = readFileSync(file);
	bytes.fill(0x5a, 4096 * 8);
	writeFileSync(file, bytes);
	await open();
	if (handle.status().state === "open") {
		let failure: unknown;
		try {
			for (const story of handle.library()!.stories.list()) handle.library()!.stories.get(story.id);
		} catch (error) {
			failure = error;
		}
		handle.noticeFailure(failure);
	}
	expect(handle.status().state).toBe("damaged");
	expect(handle.library()).toBeNull();
});
