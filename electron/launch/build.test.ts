import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
/** Stands for the builder: quick, and leaves what the launcher looks for. */
const BUILDER = `import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
mkdirSync("out/window", { recursive: true });
writeFileSync("out/window/index.html", "");
appendFileSync("builds", "x");
`;

let project: string;

beforeEach(() => {
	project = mkdtempSync(join(tmpdir(), "inkhour-build-"));
	const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
	for (const folder of ["src", "electron/launch", "node_modules/electron-vite/bin", "node_modules/.bin"])
		mkdirSync(join(project, folder), { recursive: true });
	writeFileSync(join(project, "package.json"), JSON.stringify({ type: "module", scripts }));
	for (const file of ["build.ts", "build-now.ts"])
		copyFileSync(join(ROOT, "electron/launch", file), join(project, "electron/launch", file));
	writeFileSync(join(project, "node_modules/electron-vite/package.json"), JSON.stringify({ type: "module" }));
	writeFileSync(join(project, "node_modules/electron-vite/bin/electron-vite.js"), BUILDER);
	writeFileSync(join(project, "src/main.ts"), "1");
});

afterEach(() => rmSync(project, { recursive: true, force: true }));

/** Runs in the project as npm does, with the Node that runs this. */
function run(command: string): void {
	const { status, stderr } = spawnSync(command, { cwd: project, shell: true, encoding: "utf8" });
	expect(status, stderr).toBe(0);
}

const node = (program: string) => run(`"${process.execPath}" ${program}`);
/** What the launcher does before it starts anything. */
const start = () => node(`-e "import('./electron/launch/build.ts').then((it) => it.buildWhatIsStale(() => {}))"`);
const builds = () => readFileSync(join(project, "builds"), "utf8").length;

test("what was built by hand is not built again at the start, until a source changes", () => {
	run("npm run --silent build");
	expect(builds()).toBe(1);
	start();
	expect(builds()).toBe(1);
	writeFileSync(join(project, "src/main.ts"), "12");
	start();
	start();
	expect(builds()).toBe(2);
});

test("building by hand builds even what is fresh", () => {
	run("npm run --silent build");
	run("npm run --silent build");
	expect(builds()).toBe(2);
});
