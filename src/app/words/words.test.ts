import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

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

const root = join(import.meta.dirname, "../../..");

test("the check of the words fails when the catalogue is stale", { timeout: 30_000 }, () => {
	const copy = mkdtempSync(join(tmpdir(), "inkhour-words-"));
	const check = () =>
		spawnSync(
			process.execPath,
			[
				join(root, "node_modules/i18next-cli/dist/esm/cli.js"),
				...["extract", "--ci", "--config", "src/app/words/i18next.config.ts"],
			],
			{ cwd: copy },
		).status;
	try {
		mkdirSync(join(copy, "src/app/words"), { recursive: true });
		cpSync(join(import.meta.dirname, "i18next.config.ts"), join(copy, "src/app/words/i18next.config.ts"));
		symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
		writeFileSync(join(copy, "src/Page.tsx"), 'export const Page = ({ t }) => t("Write");');
		writeFileSync(join(copy, "src/app/words/en.json"), '{\n\t"Write": "Write"\n}\n');
		expect(check()).toBe(0);
		writeFileSync(join(copy, "src/Page.tsx"), 'export const Page = ({ t }) => t("Write on");');
		expect(check()).not.toBe(0);
	} finally {
		rmSync(copy, { recursive: true, force: true });
	}
});
