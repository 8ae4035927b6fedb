/** What is loaded before the first key can be typed: the page's own module, what it preloads, and what these import at once. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { WINDOW_DIRECTORY } from "../../electron/launch/build.ts";

/** It takes 0.82 MB today. Schemas, dialogs and the HTML parser are some 0.1 MB each, and none is needed for a key. */
const MOST_BYTES = 900_000;

const STATIC_IMPORT = /import(?:[^"'();]*?from)?["']\.\/([^"']+\.js)["']/g;

test("schemas, dialogs and parsers are no part of what the first key waits for", () => {
	const page = readFileSync(join(WINDOW_DIRECTORY, "index.html"), "utf8");
	const sizes = new Map<string, number>();
	const follow = (name: string) => {
		if (sizes.has(name)) return;
		const code = readFileSync(join(WINDOW_DIRECTORY, "assets", name), "utf8");
		sizes.set(name, Buffer.byteLength(code));
		for (const [, imported = ""] of code.matchAll(STATIC_IMPORT)) follow(imported);
	};
	for (const [, name = ""] of page.matchAll(/(?:src|href)="\.\/assets\/([^"]+\.js)"/g)) follow(name);
	expect(sizes.size).toBeGreaterThan(1);
	expect([...sizes.values()].reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_BYTES);
});
