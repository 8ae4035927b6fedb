import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const folder = new URL(".", import.meta.url);
const catalogues = readdirSync(folder).filter((name) => name.endsWith(".json"));
const words = (name: string): Record<string, string> => JSON.parse(readFileSync(new URL(name, folder), "utf8"));

test.each(catalogues)("%s shows sentences, never the key of a plural form", (name) => {
	const leaked = Object.values(words(name)).filter((sentence) => /_(zero|one|two|few|many|other)$/.test(sentence));
	expect(leaked).toEqual([]);
});

test.each(catalogues)("%s fills the same places as its key", (name) => {
	const places = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort();
	for (const [key, sentence] of Object.entries(words(name)))
		for (const place of places(sentence)) expect(places(key), key).toContain(place);
});

test.each(catalogues)("%s has plural forms wherever things are counted", (name) => {
	const counted = Object.keys(words(name)).filter((key) => /\{\{(count|formatted)\}\}/.test(key));
	expect(counted.filter((key) => !/_(zero|one|two|few|many|other)$/.test(key))).toEqual([]);
	expect(counted.length).toBeGreaterThan(50);
});

describe("the check of the words", { timeout: 60_000 }, () => {
	const root = join(import.meta.dirname, "../../..");
	let copy: string;
	beforeEach(() => {
		copy = mkdtempSync(join(tmpdir(), "inkhour-words-"));
		mkdirSync(join(copy, "src/app/words"), { recursive: true });
		mkdirSync(join(copy, "electron/service"), { recursive: true });
		mkdirSync(join(copy, "tests"));
		cpSync(join(root, "tests/i18next.config.ts"), join(copy, "tests/i18next.config.ts"));
		symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
	});
	afterEach(() => rmSync(copy, { recursive: true, force: true }));

	const cli = (...argv: string[]) =>
		spawnSync(
			process.execPath,
			[join(root, "node_modules/i18next-cli/dist/esm/cli.js"), ...argv, "--config", "tests/i18next.config.ts"],
			{ cwd: copy, encoding: "utf8" },
		);
	const check = () => cli("extract", "--ci").status;
	const page = (source: string) => writeFileSync(join(copy, "src/Page.tsx"), source);
	const catalogue = (name: string) => join(copy, "src/app/words", name);
	const read = (name: string): Record<string, string> => JSON.parse(readFileSync(catalogue(name), "utf8"));

	test("fails when the catalogue is stale", () => {
		page('export const Page = ({ t }) => t("Write");');
		writeFileSync(catalogue("en.json"), '{\n\t"Write": "Write"\n}\n');
		expect(check()).toBe(0);
		page('export const Page = ({ t }) => t("Write on");');
		expect(check()).not.toBe(0);
	});

	test("knows what the service and the domain say", () => {
		page('export const note = message("Row {{row}} is cut short", { row: 3 });');
		writeFileSync(
			join(copy, "electron/service/plan.ts"),
			'throw new StudioError("NOT_FOUND", part ? "There is no such part" : "There is no such series");',
		);
		expect(cli("extract").status).toBe(0);
		expect(Object.keys(read("en.json"))).toEqual([
			"Row {{row}} is cut short",
			"There is no such part",
			"There is no such series",
		]);
	});

	test("reports what another language lacks: the sentences, and the plural forms it has and English has not", () => {
		page('export const Page = ({ t, count }) => [t("Write"), t("{{count}} parts", { count })];');
		expect(cli("extract").status).toBe(0);
		expect(check()).toBe(0);
		writeFileSync(catalogue("pl.json"), '{\n\t"Write": "Pisz"\n}\n');
		expect(check()).not.toBe(0);
		expect(cli("extract").status).toBe(0);
		expect(check()).toBe(0);
		const empty = { "{{count}} parts_few": "", "{{count}} parts_many": "", "{{count}} parts_one": "" };
		expect(read("pl.json")).toEqual({ ...empty, "{{count}} parts_other": "", Write: "Pisz" });
		const status = cli("status", "pl");
		expect(status.stdout).toContain("1/5");
		expect(status.status).not.toBe(0);
	});
});
