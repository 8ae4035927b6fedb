import { createHash } from "node:crypto";
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Block } from "#domain/story/schema.ts";
import { fixedClock } from "#service/clock.ts";
import { prepareStoryText } from "#service/database/story-text.ts";
import { type Library, openLibrary } from "#service/library.ts";
import { generateExport } from "#tests/fixtures/medium-export/generate.ts";
import { postFile } from "#tests/fixtures/medium-export/post.ts";
import { writeZip } from "#tests/fixtures/medium-export/write.ts";
import { pngOf } from "#tests/support/pictures.ts";
import { inventedStories, storyMonthsTable } from "#tests/support/stats-files.ts";
import { runCommandLine } from "../run.ts";
import { commands } from "./index.ts";

let folder: string;
let library: string;
let ids: string[];
const picture = pngOf(3, 2);
const asset = `${createHash("sha256").update(picture).digest("hex")}.png`;

async function run(...argv: string[]) {
	let out = "";
	let err = "";
	const status = await runCommandLine([...argv, "--json"], commands, {
		out: (text) => {
			out += text;
		},
		err: (text) => {
			err += text;
		},
	});
	return { status, json: JSON.parse(out), err };
}

async function inLibrary<Result>(work: (open: Library) => Result): Promise<Result> {
	const handle = await openLibrary(library, fixedClock("2026-11-23T10:00:00.000Z"));
	const result = work(handle.library()!);
	handle.close();
	return result;
}

function fingerprint(directory: string): string {
	const hash = createHash("sha256");
	for (const name of readdirSync(directory, { recursive: true, withFileTypes: true }).sort((a, b) =>
		a.name < b.name ? -1 : 1,
	))
		if (name.isFile()) hash.update(name.name).update(readFileSync(join(name.parentPath, name.name)));
	return hash.digest("hex");
}

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), "inkhour-commands-"));
	library = join(folder, "library");
	const blocks = (title: string): Block[] => [
		{ id: "t", type: "title", spans: [{ text: title }] },
		{ id: "p", type: "paragraph", spans: [{ text: "Under the 灯 lamp" }] },
		{ id: "f", type: "figure", image: { assetId: asset, alt: "A lamp" }, caption: [], layout: "column" },
	];
	ids = await inLibrary((open) =>
		["Tides", "tides", "../../CON"].map((title) =>
			open.stories.insert({ document: { version: 1, blocks: blocks(title) } }, "2026-11-23T10:00:00.000Z"),
		),
	);
	writeFileSync(join(library, "media", asset), picture);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("import --json warns of earnings whose story is not in the library", async () => {
	const page = "partner-program/posts-0001.html";
	const line = (id: string, title: string) =>
		`<li class="h-entry"><a href="https://medium.com/p/x-${id}">${title}</a> - $3.20</li>`;
	const archive = join(folder, "export.zip");
	const warned = async (...lines: string[]) => {
		writeZip(archive, new Map([[page, `<ul>${lines.join("")}</ul>`]]));
		return (await run("import", archive, "--library", library)).json.warnings;
	};
	expect(await warned(line("0123456789a1", "One"))).toEqual([
		{ file: page, reason: "1 of its stories is not in the library; its earnings are counted all the same: One" },
	]);
	expect(await warned(line("0123456789a1", "One"), line("0123456789a2", "Two"))).toEqual([
		{
			file: page,
			reason: "2 of its stories are not in the library; their earnings are counted all the same: One, Two",
		},
	]);
});

test("import without --json tells every file and what became of it", async () => {
	const { files } = generateExport({ seed: 4, posts: 8 });
	files.set("medium.rss", "<rss></rss>");
	const odd = "posts/2020-01-02_Odd-0123456789ab.html";
	const body =
		'<section class="section"><p class="graf" style="text-align:center">One.</p><img class="graf" /></section>';
	files.set(
		odd,
		postFile({
			id: "0123456789ab",
			handle: "x",
			title: "Odd",
			body,
			publishedAt: "2020-01-02T03:04:05.000Z",
			exportedOn: "2021-01-01",
		}),
	);
	const archive = join(folder, "export.zip");
	writeZip(archive, files);
	let out = "";
	const output = {
		out: (text: string) => {
			out += text;
		},
		err: () => {},
	};
	expect(await runCommandLine(["import", archive, "--library", join(folder, "new")], commands, output)).toBe(0);
	const lines = out.trimEnd().split("\n");
	for (const file of files.keys()) expect(lines.filter((line) => line.includes(`  ${file}`))).toHaveLength(1);
	expect(lines.filter((line) => line.startsWith("New       posts/"))).toHaveLength(9);
	// Each remark has a line of its own.
	const at = lines.findIndex((line) => line.includes(odd));
	expect(lines.slice(at, at + 2)).toEqual([
		`New       ${odd}: No title, but headings, pictures or sections: a story`,
		`${" ".repeat(`New       ${odd}: `.length)}Alignment was left out`,
	]);
	expect((await run("import", archive, "--library", library)).json.warnings).toContainEqual({
		file: odd,
		reason: "Alignment was left out",
	});
	expect(lines).toContain("Left out  ips.html: Private data (addresses, sessions, payments): not opened");
	expect(out).toContain("Read      medium.rss: Tags and dates read, stories: 0");
});

test("export --all writes one safe file a story with its pictures, and again changes nothing else", async () => {
	const to = join(folder, "out");
	mkdirSync(to);
	writeFileSync(join(to, "Tides.md"), "my own notes");
	const first = await run("export", "--all", "--to", to, "--format", "markdown", "--library", library);
	expect(first.status).toBe(0);
	expect(first.json.files).toHaveLength(3);
	expect(first.json.missingMedia).toEqual([]);
	expect(readFileSync(join(to, "Tides.md"), "utf8")).toBe("my own notes");
	expect(readFileSync(join(to, "media", asset)).equals(picture)).toBe(true);
	const names = readdirSync(to);
	expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
	const text = readFileSync(join(to, first.json.files[0].file), "utf8");
	expect(text).toContain(`![A lamp](media/${asset})`);
	const before = fingerprint(to);
	expect((await run("export", "--all", "--to", to, "--library", library)).status).toBe(0);
	expect(fingerprint(to)).toBe(before);
	const page = await run("export", ids[0]!, "--to", to, "--format", "html", "--library", library);
	expect(page.json.files).toEqual([{ storyId: ids[0], title: "Tides", file: "Tides.html" }]);
});

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

test("stories with one title get short names of their own", async () => {
	await inLibrary((open) => {
		for (let n = 0; n < 3; n += 1)
			open.stories.insert(
				{ document: { version: 1, blocks: [{ id: "t", type: "title", spans: [{ text: "Twin" }] }] } },
				"2026-11-23T10:00:00.000Z",
			);
	});
	const to = join(folder, "out");
	const { json } = await run("export", "--all", "--to", to, "--library", library);
	const names = json.files.map(({ file }: { file: string }) => file).filter((name: string) => name.startsWith("Twin"));
	expect(new Set(names).size).toBe(3);
	expect(names.sort()).toEqual([
		expect.stringMatching(/^Twin [0-9a-f]{8}\.md$/),
		expect.stringMatching(/^Twin [0-9a-f]{8}\.md$/),
		"Twin.md",
	]);
});

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

test("verify finds what does not agree", async () => {
	expect((await run("verify", "--library", library)).json).toMatchObject({
		ok: true,
		search: { stories: 3, indexed: 3 },
	});
	await inLibrary((open) => {
		const elsewhere = prepareStoryText({
			version: 1,
			blocks: [{ id: "p", type: "paragraph", spans: [{ text: "Under the 灯 wrong" }] }],
		});
		open.stories.index.put(1, elsewhere);
		open.database.prepare("DELETE FROM story_search WHERE rowid = 2").run();
		open.database.prepare("UPDATE story SET document = '{' WHERE row = 3").run();
	});
	rmSync(join(library, "media", asset));
	const { status, json } = await run("verify", "--library", library);
	expect(status).toBe(1);
	expect(json).toMatchObject({
		ok: false,
		integrity: [],
		search: { stories: 3, indexed: 2, disagreeing: 2 },
		documents: { checked: 3, unreadable: [{ storyId: ids[2] }] },
		media: { missing: [asset] },
	});
});

test("verify names the damage of a file that still opens", async () => {
	let page = 0;
	await inLibrary((open) => {
		page = open.database
			.prepare<[], number>("SELECT rootpage FROM sqlite_schema WHERE name = 'story_text'")
			.pluck()
			.get() as number;
	});
	const file = join(library, "library.sqlite");
	const bytes = readFileSync(file);
	bytes.fill(0xff, (page - 1) * 4096, page * 4096);
	writeFileSync(file, bytes);
	const { status, json } = await run("verify", "--library", library);
	expect(status).toBe(1);
	expect(json).toMatchObject({ ok: false });
	expect(json.integrity.length).toBeGreaterThan(0);
});

test("a stats file with nothing new, or nothing that can be read, leaves every byte of the library", async () => {
	const file = (name: string, text: string) => {
		const path = join(folder, name);
		writeFileSync(path, text);
		return path;
	};
	const rows = "id,title,views\n1a2b3c4d5e6f,A lamp,120\n";
	const bring = (path: string) => run("stats", "import", path, "--library", library);
	const unreadable = file("bad.csv", "id,title,views\nnone,,x\nnone,,y\n");
	const before = fingerprint(library);
	const refused = await bring(unreadable);
	expect(refused.status).toBe(1);
	expect(refused.err).toMatch(/^bad\.csv: .*Row 2: The row names no story\n$/);
	expect(fingerprint(library)).toBe(before);

	expect((await bring(file("a.csv", rows))).json).toMatchObject({ observations: 1, known: 0 });
	const brought = fingerprint(library);
	const again = await bring(file("b.csv", `${rows}none,,x\n`));
	expect(again).toMatchObject({
		status: 0,
		json: { observations: 0, known: 1, rejected: [{ row: 3, reason: expect.any(String) }] },
	});
	expect(fingerprint(library)).toBe(brought);
	expect((await bring(file("c.csv", rows.replace("lamp", "tide")))).json).toMatchObject({ observations: 0, known: 1 });
	expect(fingerprint(library)).not.toBe(brought);
});

test("a projection from old figures says so and names its range; months must be a number", async () => {
	const path = join(folder, "months.csv");
	const months = ["01", "02", "03", "04", "05", "06", "07"].map((month, at) => `2024-${month},${20 + at}.50`);
	writeFileSync(path, `Month,Earnings\n${months.join("\n")}\n`);
	await run("stats", "import", path, "--library", library);
	const sentence = expect.stringMatching(/^The newest earnings are of 2024-07-31, .* Import newer figures/);
	expect((await run("project", "--library", library)).json).toMatchObject({
		notes: [sentence],
		outdated: true,
		monthsSince: expect.any(Number),
	});
	expect((await run("whatif", "--set", "rate=0.5", "--library", library)).json.notes).toEqual([sentence]);
	const explained = await run("explain", "--month", "2024-07", "--library", library);
	expect(explained.json.notes).toEqual([expect.stringMatching(/what is left in stories is not told\.$/)]);
	let text = "";
	const out = (part: string) => {
		text += part;
	};
	await runCommandLine(["project", "--library", library], commands, { out, err: out });
	expect(text.split("\n").slice(0, 3)).toEqual([
		sentence,
		"Ranges are meant to hold four months in five:",
		expect.stringMatching(/^2024-08 {2}\$\d/),
	]);
	writeFileSync(path, "Month,Earnings\n2024-10,21.00\n");
	await run("stats", "import", path, "--library", library);
	expect((await run("project", "--library", library)).json).toMatchObject({
		fittedOn: 8,
		notes: [expect.stringMatching(/2024-10-31/), expect.stringMatching(/^2 months in between are not known/)],
	});
	const refused = await run("project", "--months", "abc", "--library", library);
	expect(refused).toMatchObject({ status: 2, err: 'project: --months "abc" is not a number\n' });
});

test("a projection has its months, its rate and its back-test; with too little it says what is missing and fails", async () => {
	const file = join(folder, "months.csv");
	const bring = async (rows: readonly string[]) => {
		writeFileSync(file, `Month,Earnings\n${rows.join("\n")}\n`);
		await run("stats", "import", file, "--library", library);
	};
	await bring(["2026-09,21.00", "2026-10,19.50"]);
	const refused = await run("project", "--months", "3", "--library", library);
	expect(refused.status).toBe(1);
	expect(refused.json).toMatchObject({
		currency: "USD",
		months: [],
		rate: null,
		refusals: ["2 complete months are too few for an honest number. It takes 3."],
	});
	await bring(["2026-05,18.00", "2026-06,25.00", "2026-07,23.50", "2026-08,20.00"]);
	const { status, json } = await run("project", "--months", "4", "--seed", "7", "--library", library);
	expect(status).toBe(0);
	expect(json).toMatchObject({ asOf: "2026-10-31", currency: "USD", seed: 7, backtest: { origins: 3 } });
	expect(json.months.map(({ month }: { month: string }) => month)).toEqual([
		"2026-11",
		"2026-12",
		"2027-01",
		"2027-02",
	]);
	for (const { total } of json.months) {
		const edges = [total.p2_5, total.p10, total.p25, total.p50, total.p75, total.p90, total.p97_5];
		expect(edges).toEqual(edges.toSorted((a, b) => a - b));
	}
	expect((await run("project", "--months", "4", "--seed", "7", "--library", library)).json).toEqual(json);
	const past = await run("project", "--as-of", "2020-01-31", "--library", library);
	expect(past).toMatchObject({ status: 1, json: { months: [], notes: [expect.stringContaining("2020-01-31T23:59")] } });
	expect((await run("project", "--as-of", "31.1.2020", "--library", library)).err).toMatch(
		/^project: --as-of "31.1.2020"/,
	);
	expect((await run("project", "--as-of", "2020-02-30", "--library", library)).status).toBe(2);
	expect(await run("project", "--months", "13", "--library", library)).toMatchObject({
		err: "project: --months is a whole number, 1 to 12\n",
	});
});

test("a month is explained to the cent, and a what-if names what it cannot tell", async () => {
	const file = join(folder, "stories.csv");
	const stories = inventedStories(12, "2026-10");
	writeFileSync(file, storyMonthsTable(stories, "2026-10", 8));
	await run("stats", "import", file, "--library", library);
	const { status, json } = await run("explain", "--month", "2026-10", "--library", library);
	expect(json).toMatchObject({
		asOf: expect.stringMatching(/^2026-/),
		outdated: false,
		untold: { stories: 0, earned: 0, earnedBefore: 0 },
	});
	expect(status).toBe(0);
	expect(json).toMatchObject({ month: "2026-10", before: "2026-09", currency: "USD" });
	expect(json.refusals).toEqual([
		expect.stringMatching(/^When 2 stories came out that have no figures before 2026-10/),
	]);
	const parts: number[] = Object.values(json.parts);
	expect(parts.reduce((sum, part) => sum + part, 0)).toBe(json.earned - json.earnedBefore);
	expect(json.stories[0]).toMatchObject({ title: expect.any(String), earned: expect.any(Number) });
	let told = "";
	const out = (part: string) => {
		told += part;
	};
	await runCommandLine(["explain", "--month", "2026-10", "--library", library], commands, { out, err: out });
	expect(told).toMatch(/everything else\nWhat stories earned in 2026-10:\n +\$/);
	const unknown = await run("explain", "--month", "2020-01", "--library", library);
	expect(unknown).toMatchObject({ status: 1, json: { refusals: [expect.stringContaining("2020-01")] } });
	expect(await run("explain", "--month", "May", "--library", library)).toMatchObject({
		status: 2,
		err: 'explain: --month "May" is not a month such as 2026-01\n',
	});

	const whatIf = await run("whatif", "--set", "cadence=6,rate=0.5", "--months", "2", "--library", library);
	expect(whatIf).toMatchObject({ status: 0, json: { assumptions: { cadence: 6, rate: 0.5 }, refusals: [] } });
	expect(whatIf.json.months).toHaveLength(2);
	expect(whatIf.json.basedOn).toEqual([expect.stringMatching(/^Rate: /), expect.stringMatching(/^Pace: /)]);
	const aim = ["whatif", "--set", "rate=0.5", "--months", "2", "--goal", "60000", "--library", library];
	const until = whatIf.json.months.at(-1).month;
	expect((await run(...aim)).json.goal).toEqual({
		minor: 60_000,
		until,
		base: expect.any(Number),
		other: expect.any(Number),
	});
	told = "";
	await runCommandLine(aim, commands, { out, err: out });
	expect(told).toMatch(
		new RegExp(`^Chance of reaching \\$600\\.00 by the end of ${until}: .* %, as things are .* %$`, "m"),
	);
	expect((await run("whatif", "--set", "plan=false", "--library", library)).json.basedOn).toEqual([
		"Plan: no planned story has a text yet, so it changes nothing.",
	]);
	told = "";
	await runCommandLine(["project", "--months", "2", "--library", library], commands, { out, err: out });
	const projected = told.trimEnd().split("\n");
	expect(projected).toContainEqual(expect.stringMatching(/^ {11}stories that are out \$/));
	expect(projected).toContainEqual(expect.stringMatching(/^ {11}new stories \$/));
	expect(projected.slice(-2)).toEqual([
		expect.stringMatching(/^In all {3}\$/),
		"Drawn from earnings up to 2026-10-31.",
	]);
	const apart = await run("whatif", "--set", "cadence=6", "--set", "rate=0.5", "--months", "2", "--library", library);
	expect(apart.json).toEqual(whatIf.json);
	for (const [words, said] of [
		[["--set", "rate=0.5,rate=0.6"], "whatif: rate is given more than once\n"],
		[
			["--set", "stop=true,cadence=5"],
			"whatif: stop means that nothing new comes out; it goes with neither cadence nor series\n",
		],
		[["--set", "rate=1", "--months", "2", "--months", "3"], "whatif: --months is given more than once\n"],
		[
			["--set", "rate=1", "--months", "-1"],
			'whatif: --months has no value; one that begins with "-" is written --months=-1\n',
		],
	] as const)
		expect(await run("whatif", ...words, "--library", library)).toMatchObject({ status: 2, err: said });
	const wrong = await run("whatif", "--set", "speed=2", "--library", library);
	expect(wrong.err).toMatch(/^whatif: "speed=2" is not one of cadence, series/);
	expect((await run("whatif", "--set", "rate=-1", "--library", library)).err).toBe(
		"whatif: rate is a factor, 0 to 10; 1 is as things are\n",
	);

	const month = ["explain", "--month", "2026-10", "--library", library] as const;
	const set = ["whatif", "--set", "rate=0.5", "--library", library] as const;
	for (const asked of [month, set]) {
		const [command, ...words] = asked;
		const past = await run(command, ...words, "--as-of", "2020-01-31");
		const notes = [expect.stringMatching(/^As it was on 2020-01-31T23:59.* under the assumptions of now/)];
		expect(past).toMatchObject({ status: 1, json: { notes } });
		const now = await run(command, ...words);
		expect(now.json.notes).toEqual([]);
		expect((await run(command, ...words, "--as-of", "31.1.2020")).status).toBe(2);
		expect((await run(command, ...words, "--as-of", "2999-01-31")).err).toMatch(/still to come/);
	}
}, 20_000);

test("the help of stats import names the columns, the currency and the dates that are read", async () => {
	const { usage } = (await run("stats", "import", "--help")).json;
	for (const said of ["Member reads", "Earnings (EUR)", "25/03/2026", "--month YYYY-MM"]) expect(usage).toContain(said);
});
