import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { answer } from "./answer.ts";
import { type Evaluation, evaluations } from "./evaluations.ts";

async function said(words: string[], known: readonly Evaluation[] = evaluations) {
	const lines = { log: [] as string[], error: [] as string[] };
	const status = await answer(words, known, {
		log: (line) => lines.log.push(line),
		error: (line) => lines.error.push(line),
	});
	return { status, log: lines.log.join("\n"), error: lines.error.join("\n") };
}

const scored = (pass: boolean): Evaluation => ({
	name: "one",
	summary: "",
	options: {},
	run: async () => ({ json: { pass }, text: "a table" }),
});

test("the status says whether every bar holds", async () => {
	expect(await said(["one"], [scored(true)])).toEqual({ status: 0, log: "a table", error: "" });
	expect(await said(["one", "--json"], [scored(false)])).toEqual({ status: 1, log: '{"pass":false}', error: "" });
});

test("help lists every evaluation with its options, or one of them", async () => {
	const { status, log } = await said(["help"]);
	expect(status).toBe(0);
	for (const { name, options } of evaluations)
		for (const part of [name, ...Object.keys(options)]) expect(log).toContain(part);
	const one = await said(["help", "headlines"]);
	expect(one.log).toContain("--data FILE");
	expect(one.log).not.toContain("--writers");
});

test.each([
	[["headlines", "--data", "no/such/file.csv"], "no/such/file.csv"],
	[["portfolio", "--items", "no/such/file.csv"], "no/such/file.csv"],
	[["headlines"], "--data FILE"],
	[["revenue", "--writers", "many"], "--writers"],
	[["sincerity", "--wrong"], "--wrong"],
])("%j: one line, and status 2", async (words, part) => {
	const { status, log, error } = await said(words);
	expect({ status, log }).toEqual({ status: 2, log: "" });
	expect(error).toContain(part);
	expect(error.split("\n")).toHaveLength(1);
});

test.each([
	["no file", null, "there is no such file"],
	["an empty file", "", "no rows"],
	["names of columns alone", "test_id,headline\n", "no rows"],
	["one column", "words\nsomething\n", "row 2: test_id"],
])("%s is said in words", async (_, content, words) => {
	const folder = mkdtempSync(join(tmpdir(), "evaluate-"));
	try {
		const file = join(folder, "tests.csv");
		if (content !== null) writeFileSync(file, content);
		const { status, error } = await said(["headlines", "--data", file]);
		expect(status).toBe(2);
		expect(error.startsWith(`evaluate headlines: ${file}`)).toBe(true);
		expect(error).toContain(words);
		expect(error).not.toMatch(/ENOENT|delimit/);
	} finally {
		rmSync(folder, { recursive: true });
	}
});

test("an unknown name, or none, gets the names there are", async () => {
	for (const words of [[], ["weather"]]) {
		const { status, error } = await said(words);
		expect(status).toBe(2);
		for (const { name } of evaluations) expect(error).toContain(name);
	}
});

test("a fault of ours keeps its stack", async () => {
	const broken: Evaluation = { ...scored(true), run: () => Promise.reject(new TypeError("x is not a function")) };
	await expect(answer(["one"], [broken], console)).rejects.toThrow(TypeError);
});
