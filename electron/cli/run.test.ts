import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { message } from "#domain/words/message.ts";
import { defaultLibraryDirectory } from "#service/default-library.ts";
import { StudioError } from "#service/errors.ts";
import type { Command } from "./command.ts";
import { help } from "./commands/help.ts";
import { commands } from "./commands/index.ts";
import { runCommandLine } from "./run.ts";

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "inkhour-cli-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const make: Command = {
	name: "make",
	summary: "Makes a story or fails.",
	library: "create",
	positionals: ["TITLE"],
	async run({ client, positionals: [title = ""] }) {
		await client.stories.create.mutate({ title });
		if (title === "locked")
			throw new StudioError("UNREADABLE_FILE", "None of its stories could be read", {
				file: "a.zip",
				place: "posts/x.html",
				reason: message("The file is encrypted"),
				advice: message("Unpack it with its password and choose the folder."),
			});
		if (title === "short")
			throw new StudioError("UNREADABLE_FILE", "The file was cut short", {
				file: "a.json",
				reason: message("at character 9"),
			});
		if (title === "bad") throw new StudioError("UNREADABLE_FILE", "The archive\nis cut short", { file: "a.zip" });
		return { json: { title }, text: `Made ${title}` };
	},
};

async function run(...argv: string[]) {
	let out = "";
	let err = "";
	const status = await runCommandLine(argv, [...commands, make, help(commands)], {
		out: (text) => {
			out += text;
		},
		err: (text) => {
			err += text;
		},
	});
	return { status, out, err };
}

test("a command prints its text, or one JSON object", async () => {
	const library = join(folder, "a");
	expect(await run("make", "Tides", "--library", library)).toEqual({ status: 0, out: "Made Tides\n", err: "" });
	const listed = await run("--library", library, "list", "--json");
	expect(JSON.parse(listed.out)).toMatchObject({ stories: [{ title: "Tides", stage: "draft" }] });
	expect(listed.err).toBe("");
});

test("a list counts the characters of scripts without spaces", async () => {
	const library = join(folder, "han");
	await run("make", "灯台守の冬", "--library", library);
	expect(JSON.parse((await run("--library", library, "list", "--json")).out)).toMatchObject({
		stories: [{ words: 0, cjkCharacters: 5 }],
	});
	expect((await run("--library", library, "list")).out).toMatch(/ 5 characters {2}灯台守の冬$/m);
});

test("a failure is one line, an error object with --json, and leaves nothing behind", async () => {
	const library = join(folder, "b", "c", "d");
	const failed = await run("make", "bad", "--library", library, "--json");
	expect(failed.status).toBe(1);
	expect(failed.err).toBe("a.zip: The archive is cut short\n");
	expect(JSON.parse(failed.out).error).toMatchObject({ code: "UNREADABLE_FILE", details: { file: "a.zip" } });
	expect(readdirSync(folder)).toEqual([]);
	writeFileSync(join(folder, "file"), "");
	const inFile = await run("make", "x", "--library", join(folder, "file"));
	expect([inFile.status, inFile.err]).toEqual([1, `${join(folder, "file")}: A file is where a folder should be\n`]);
});

test("reason and advice follow what failed as sentences", async () => {
	const failed = await run("make", "locked", "--library", join(folder, "e"), "--json");
	expect(failed.err).toBe(
		"a.zip, posts/x.html: None of its stories could be read. The file is encrypted. Unpack it with its password and choose the folder.\n",
	);
	expect(JSON.parse(failed.out).error.details).toMatchObject({
		reason: "The file is encrypted",
		advice: "Unpack it with its password and choose the folder.",
	});
});

test("what is no sentence of its own stands in brackets", async () => {
	expect((await run("make", "short", "--library", join(folder, "e"))).err).toBe(
		"a.json: The file was cut short (at character 9)\n",
	);
});

test.each([
	[[], /No command/],
	[["nope"], /no command "nope"/],
	[["list"], /--library DIR is missing/],
	[["list", "x", "--library", "y"], /"x" was not expected/],
	[["list", "--colour"], /Unknown option '--colour'/],
	[["list", "--library"], /--library/],
	[["make", "--library", "y"], /TITLE is missing/],
	[["help", "nope"], /no command "nope"/],
	[["stats"], /no command "stats"\. Try: npm run studio -- stats import$/m],
	[["stats", "imports", "x"], /no command "stats imports"\. Try: npm run studio -- stats import$/m],
	[["list", "--version"], /Unknown option '--version'/],
	// Values are looked at before the library: there is none in this folder.
	[["project", "--months", "abc", "--library", "nowhere"], /^project: --months "abc" is not a number$/m],
	[["project", "--seed", "-1", "--library", "nowhere"], /--seed/],
	[["explain", "--month", "May", "--library", "nowhere"], /--month "May" is not a month such as 2026-01/],
	[["whatif", "--set", "cadence=61", "--library", "nowhere"], /^whatif: cadence is stories a month, 0 to 60$/m],
	[
		["whatif", "--set", "cadence=2", "--goal", "0.5", "--library", "nowhere"],
		/--goal "0.5" has a point; minor units are whole/,
	],
	[["whatif", "--set", "cadence=2", "--goal", "-5", "--library", "nowhere"], /--goal/],
	[
		["whatif", "--set", "series=2026-12-05,2026-12-12", "--library", "nowhere"],
		/dates of a series are parted by ";", in quotes: --set "series=2026-12-05;2026-12-12"$/m,
	],
	[
		["whatif", "--set", "series=2026-12-05;2026-12-12, 2026-12-19,rate=2,2026-12-26", "--library", "nowhere"],
		/--set "series=2026-12-05;2026-12-12;2026-12-19;2026-12-26"$/m,
	],
])("a line that cannot be understood says so: %j", async (argv, message) => {
	const result = await run(...argv);
	expect(result.status).toBe(2);
	expect(result.out).toBe("");
	expect(result.err).toMatch(message);
	expect(result.err.trimEnd()).not.toContain("\n");
});

test("a folder without a library is not turned into one by reading", async () => {
	const result = await run("list", "--library", folder);
	expect(result.status).toBe(1);
	expect(existsSync(join(folder, "library.sqlite"))).toBe(false);
});

test("the version is told, like help, with and without the dashes", async () => {
	const told = await run("--version");
	expect(told).toEqual({ status: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), err: "" });
	expect(await run("version")).toEqual(told);
	expect(JSON.parse((await run("--version", "--json")).out)).toEqual({ version: told.out.trim() });
});

test("help lists every command and shows how each is used", async () => {
	const { out } = await run("--help");
	expect(out).toContain(defaultLibraryDirectory());
	for (const command of commands) {
		expect(out).toContain(command.name);
		expect((await run("help", ...command.name.split(" "))).out).toContain("--json");
		expect((await run(...command.name.split(" "), "--help")).out).toContain(command.summary);
	}
});

test("help of a word that several commands begin with shows how each of them is used", async () => {
	const told = await run("help", "stats");
	expect(told).toEqual({ ...(await run("help", "stats", "import")), status: 0, err: "" });
	expect(await run("stats", "--help")).toEqual(told);
	const twice = ["keep one", "keep two", "keeper"].map(
		(name): Command => ({ name, summary: `Does ${name}.`, library: "none", run: async () => ({ json: {}, text: "" }) }),
	);
	let text = "";
	const output = {
		out: (said: string) => {
			text += said;
		},
		err: () => {},
	};
	expect(await runCommandLine(["help", "keep"], [...twice, help(twice)], output)).toBe(0);
	expect(text.match(/Does .*/g)).toEqual(["Does keep one.", "Does keep two."]);
});

test("a command that only asks is stopped at once, whatever it waits for", async () => {
	const library = join(folder, "a");
	await run("make", "Tides", "--library", library);
	const ask: Command = { name: "ask", summary: "Waits.", library: "existing", run: () => new Promise(() => {}) };
	const stop = new AbortController();
	let err = "";
	const answer = runCommandLine(
		["ask", "--library", library],
		[ask],
		{
			out: () => {},
			err: (text) => {
				err += text;
			},
		},
		stop.signal,
	);
	setTimeout(() => stop.abort(), 100);
	expect(await answer).toBe(130);
	expect(err).toBe("Cancelled. The library is as it was\n");
});
