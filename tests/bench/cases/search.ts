import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { plainText } from "#domain/story/text.ts";
import { systemClock } from "#service/clock.ts";
import type { Library } from "#service/library.ts";
import { openLibrary } from "#service/library.ts";
import { longStory, seededRandom, wordSource } from "#tests/support/documents.ts";
import { type Bench, figure } from "../bench.ts";

const STORIES = 5_000;
/** About 14 kB of text. */
const WORDS = 2_200;
const RUNS = 40;

function fill(library: Library, log: (line: string) => void): string[] {
	const word = wordSource(seededRandom(1));
	const now = new Date().toISOString();
	const phrases: string[] = [];
	for (let at = 0; at < STORIES; at += 250) {
		library.database
			.transaction(() => {
				for (let n = at; n < at + 250; n += 1) {
					const document = longStory(WORDS, n, word);
					if (n % 100 === 0) phrases.push(plainText(document).split(/\s+/).slice(50, 53).join(" "));
					if (n % 10 === 0)
						document.blocks.push({ id: "cjk", type: "paragraph", spans: [{ text: "量子计算的阅读时间" }] });
					library.stories.insert({ document }, now);
				}
			})
			.immediate();
		log(`${at + 250} of ${STORIES} stories`);
	}
	return phrases;
}

export const search: Bench = {
	name: "search",
	summary: "Time of one search over 5,000 stories of 14 kB.",
	async run(log) {
		const folder = mkdtempSync(join(tmpdir(), "inkhour-bench-"));
		const handle = await openLibrary(folder, systemClock);
		try {
			const library = handle.library();
			if (!library) throw new Error("the library did not open");
			const phrases = fill(library, log);
			const random = seededRandom(2);
			const word = wordSource(seededRandom(1));
			const pick = () => phrases[Math.floor(random() * phrases.length)] ?? "";
			const kinds: Record<string, () => string> = {
				"one word": word,
				"two words": () => `${word()} ${word()}`,
				"three letters being typed": () => word().slice(0, 3),
				"one letter being typed": () => word().slice(0, 1),
				"a phrase": () => `"${pick()}"`,
				"Chinese, two characters": () => "阅读",
				"a word that is nowhere": () => "zzxqj",
			};
			const all: number[] = [];
			const cases = Object.entries(kinds).map(([name, query]) => {
				const samples: number[] = [];
				for (let n = 0; n < RUNS; n += 1) {
					const asked = query();
					const start = performance.now();
					library.stories.index.search(asked);
					samples.push(performance.now() - start);
				}
				all.push(...samples);
				return { case: name, unit: "ms", ours: figure(samples), baseline: null, ratio: null };
			});
			return [{ case: "all searches", unit: "ms", ours: figure(all), baseline: null, ratio: null }, ...cases];
		} finally {
			handle.close();
			rmSync(folder, { recursive: true, force: true });
		}
	},
};
