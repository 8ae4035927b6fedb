import { existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fixedClock } from "#service/clock.ts";
import { openLibrary } from "#service/library.ts";
import { fingerprint, folder, inCommandLibrary, library, run } from "#tests/support/command-library.ts";

inCommandLibrary();

test.each([
	[["export", "--to", "x"], /one ID, or --all/],
	[["export", "3f1c0d5e-0000-4000-8000-000000000000", "--to", "x"], /no such story/],
	[["export", "nope", "--to", "x"], /no story "nope"/],
	[["export", "--all", "--to", "x", "--format", "docx"], /no format "docx"/],
	[["export", "--all", "--to", "library/media"], /media: This place is inside the library/],
	[["export", "--all", "--to", "./library"], /library: This place is inside the library/],
	[["export", "--all", "--to", "library/../way-in/out"], /inside the library/],
	[["export", "--all", "--to", "a.txt"], /a\.txt: This is a file; an export needs a folder/],
	[["export", "--all", "--to", "a.txt/below"], /A file is where a folder should be/],
	[["backup", "--to", "nowhere/b.sqlite"], /no such folder/],
	[["backup", "--to", "library/library.sqlite"], /library\.sqlite: This place is inside the library/],
	[["backup", "--to", "library/new.backup"], /inside the library/],
	[["backup", "--to", "way-in/library.sqlite"], /inside the library/],
	[["backup", "--to", "."], /This is a folder; a backup is one file/],
	[["stats", "import", "a.txt", "--month", "2024-13"], /--month "2024-13" is no month, YYYY-MM/],
	[["stats", "import", "a.txt", "--as-of", "today"], /--as-of "today" is no day, YYYY-MM-DD/],
])("%j fails with one line and changes nothing", async (words, message) => {
	writeFileSync(join(folder, "a.txt"), "some text");
	symlinkSync(library, join(folder, "way-in"));
	const before = fingerprint(library);
	const [command = "", ...rest] = words;
	const argv = rest.map((word, at) =>
		/^x$|[./]/.test(word) && rest[at - 1] !== "--month" ? join(folder, word) : word,
	);
	const { status, json, err } = await run(command, ...argv, "--library", library);
	expect(status).toBe(json.error.code === "INVALID_INPUT" ? 2 : 1);
	expect(err).toMatch(message);
	expect(json.error.code).toBeTruthy();
	expect(err.trimEnd()).not.toMatch(/\n|unforeseen|EEXIST|ENOTDIR|EISDIR/);
	expect(existsSync(join(folder, "x"))).toBe(false);
	expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe("some text");
	expect(fingerprint(library)).toBe(before);
});

test.each([
	["list", "--shelf", "attic"],
	["export", "--all", "--to", "x", "--format", "docx"],
	["stats", "import", "a.txt", "--month", "2024-13"],
	["stats", "import", "a.txt", "--as-of", "today"],
	["export", "--to", "x"],
	["list", "--colour"],
	["nope"],
])("%j is a wrong line: status 2, whether there is a library or not", async (...words) => {
	const { status, json } = await run(...words, "--library", library);
	expect([status, json.error.code]).toEqual([2, "INVALID_INPUT"]);
	const none = join(folder, "none");
	const without = await run(...words, "--library", none);
	// What two words mean together is asked of a library that is there.
	expect(without.status).toBe(words[0] === "export" && !words.includes("--format") ? 1 : 2);
	expect(existsSync(none)).toBe(false);
});

test("a library that is open elsewhere is to be closed there", async () => {
	const open = await openLibrary(library, fixedClock("2026-11-23T10:00:00.000Z"));
	const { status, err } = await run("list", "--library", library);
	open.close();
	expect([status, err]).toEqual([
		1,
		`Another Inkhour has this library open (process ${process.pid}). Close it there, then try again\n`,
	]);
});
