/** Stories a second from a zip into a library – parsed, stored and indexed – against medium-2-md on the same files. */

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateExport } from "#tests/fixtures/medium-export/generate.ts";
import { writeFolder, writeZip } from "#tests/fixtures/medium-export/write.ts";
import { type Bench, type BenchCase, type Figure, figure } from "../bench.ts";
import type { ImportMeasure } from "../import-run.ts";

const POSTS = 3_000;
const ROUNDS = 5;
/** One conversion by medium-2-md in a process of its own, as ours is; its modules are loaded before the clock starts. */
function baselineRun(posts: string): { seconds: number } {
	const script = fileURLToPath(new URL("../medium-2-md-run.ts", import.meta.url));
	const run = spawnSync(process.execPath, [script, posts], { encoding: "utf8" });
	if (run.status !== 0) throw new Error(run.stderr);
	return JSON.parse(run.stdout) as { seconds: number };
}

/** One import in a process of its own, so that memory is its own. */
function ourRun(zip: string, library: string): ImportMeasure {
	const script = fileURLToPath(new URL("../import-run.ts", import.meta.url));
	const run = spawnSync(process.execPath, [script, zip, library], { encoding: "utf8", maxBuffer: 2 ** 24 });
	if (run.status !== 0) throw new Error(run.stderr);
	return JSON.parse(run.stdout) as ImportMeasure;
}

const ratios = (ours: readonly number[], baseline: readonly number[]): Figure =>
	figure(ours.map((value, at) => value / (baseline[at] ?? Number.NaN)));

export const importBench: Bench = {
	name: "import",
	summary: "Import of a generated 3,000-story export against medium-2-md.",
	async run(log): Promise<BenchCase[]> {
		const folder = mkdtempSync(join(tmpdir(), "inkhour-bench-"));
		try {
			const generated = generateExport({ seed: 20, posts: POSTS });
			const zip = join(folder, "export.zip");
			const unpacked = join(folder, "export");
			writeZip(zip, generated.files);
			writeFolder(unpacked, generated.files);
			const ours: ImportMeasure[] = [];
			const baseline: number[] = [];
			for (let round = 0; round < ROUNDS; round += 1) {
				baseline.push(generated.posts.length / baselineRun(join(unpacked, "posts")).seconds);
				ours.push(ourRun(zip, join(folder, `library-${round}`)));
				log(
					`round ${round + 1} of ${ROUNDS}: ${ours.at(-1)?.storiesPerSecond.toFixed(0)} against ${baseline.at(-1)?.toFixed(0)} stories/s`,
				);
			}
			const speeds = ours.map((run) => run.storiesPerSecond);
			return [
				{
					case: `${POSTS} stories, zip to searchable library`,
					unit: "stories/s",
					ours: figure(speeds),
					baseline: { name: "medium-2-md", ...figure(baseline) },
					ratio: ratios(speeds, baseline),
					memoryMb: Math.max(...ours.map((run) => run.peakMemoryMb)),
				},
				{
					case: "longest event-loop gap while importing",
					unit: "ms",
					ours: figure(ours.map((run) => run.longestGapMs)),
					baseline: null,
					ratio: null,
				},
				{
					case: "a 2,000-word story saved while importing",
					unit: "ms",
					ours: figure(ours.flatMap((run) => run.saveMs)),
					baseline: null,
					ratio: null,
				},
			];
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	},
};
