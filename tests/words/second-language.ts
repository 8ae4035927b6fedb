/** Builds the window with more languages, the way one is added: a file in `src/app/words`, and nothing else. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");
const COPIED = ["src", "electron", "resources", "electron.vite.config.ts", "package.json", "tsconfig.json"];

export interface BuiltWindow {
	directory: string;
	remove(): void;
}

/** @param catalogues by language @throws {Error} with the builder's output */
export function buildWithLanguages(catalogues: Readonly<Record<string, object>>): BuiltWindow {
	const copy = mkdtempSync(join(tmpdir(), "inkhour-languages-"));
	for (const name of COPIED) cpSync(join(ROOT, name), join(copy, name), { recursive: true });
	symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
	for (const [language, catalogue] of Object.entries(catalogues))
		writeFileSync(join(copy, `src/app/words/${language}.json`), JSON.stringify(catalogue));
	const cli = join(ROOT, "node_modules/electron-vite/bin/electron-vite.js");
	const built = spawnSync(process.execPath, [cli, "build", "--logLevel", "warn"], { cwd: copy, encoding: "utf8" });
	if (built.status !== 0) throw new Error(`The build failed:\n${built.stdout}${built.stderr}`);
	return { directory: join(copy, "out/window"), remove: () => rmSync(copy, { recursive: true, force: true }) };
}
