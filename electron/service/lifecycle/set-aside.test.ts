import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { SetAside } from "./set-aside.ts";

let directory: string;
beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), "inkhour-aside-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

test("ids that damage made long, or that look alike as names, have files of their own", () => {
	const aside = new SetAside(directory);
	const long = "x".repeat(5_000);
	for (const [id, document] of [
		[`${long}1`, "one"],
		[`${long}2`, "two"],
		["a/b", "three"],
		["A:B", "four"],
	])
		aside.put("story", { id, document, revision: 1 });
	aside.put("story", { id: "a/b", document: "newer", revision: 2 });
	const texts = readdirSync(directory).map((name) => readFileSync(join(directory, name), "utf8"));
	expect(texts.toSorted()).toEqual(["four", "newer", "one", "two"]);
});

test("a story whose id looks like a version's has a file of its own", () => {
	const aside = new SetAside(directory);
	aside.put("story", { id: "version-x", document: "story", revision: 2 });
	aside.put("story_version", { id: "x", story_id: "s", document: "earlier", revision: 1 });
	const texts = readdirSync(directory).map((name) => readFileSync(join(directory, name), "utf8"));
	expect(texts.toSorted()).toEqual(["earlier", "story"]);
});
