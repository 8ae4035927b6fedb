/** Stories a second from a zip into a library – parsed, stored and indexed – against medium-2-md on the same files. */

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateExport } from "#tests/fixtures/medium-export/generate.ts";
import { writeFolder, writeZip } from "#tests/fixtures/medium-export/write.ts";
import { type Bench, type BenchCase, type Figure, figure } from "../bench.ts";
import type { ImportMeasure } from "../import-run.ts";

const POSTS = 3_000;
const ROUNDS = 5;
/** The baseline converts every sixth file: its time a story does not depend on how many there are. */
const BASELINE_SHARE = 6;

type ReadAll = (path: string, frontMatter: boolean) => { html: string; frontMatter: string };
type Convert = (html: string, downloadImages: boolean) => { md: string };

/** medium-2-md's own two steps, as its command line calls them, without writing files. */
function baselineRun(files: readonly string[]): { seconds: number; converted: number } {
	const require = createRequire(import.meta.url);
	const { readAll } = require("medium-2-md/lib/reader.js") as { readAll: ReadAll };
	const convert = require("medium-2-md/lib/converter.js") as Convert;
	const start = performance.now();
	let converted = 0;
	for (const file of files) {
		try {
			const { html, frontMatter } = readAll(file, true);
			converted += convert(html, false).md.length + frontMatter.length > 0 ? 1 : 0;
		} catch {
			// Its figure rule throws for embeds; the time until then counts all the same.
		}
	}
	return { seconds: (performance.now() - start) / 1000, converted };
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
			const files = generated.posts.map((post) => join(unpacked, "posts", post.fileName));
			const sample = files.filter((_, at) => at % BASELINE_SHARE === 0);
			baselineRun(sample.slice(0, 100));
			const ours: ImportMeasure[] = [];
			const baseline: number[] = [];
			for (let round = 0; round < ROUNDS; round += 1) {
				const run = baselineRun(sample);
				baseline.push(sample.length / run.seconds);
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
