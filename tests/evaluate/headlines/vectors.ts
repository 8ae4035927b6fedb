/** Word vectors in one file: a line of JSON, then one signed byte for each number, all gzipped. */
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { lookUp } from "#domain/feedback/headline/model.ts";

export interface WordVectors {
	dimensions: number;
	/** In the order of their vectors. */
	words: string[];
	vectorOf(word: string): Int8Array | undefined;
}

export function writeVectors(path: URL, words: readonly string[], bytes: Int8Array): void {
	const head = Buffer.from(`${JSON.stringify({ dimensions: bytes.length / words.length, words })}\n`);
	writeFileSync(path, gzipSync(Buffer.concat([head, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)])));
}

export function readVectors(path: URL): WordVectors {
	const file = gunzipSync(readFileSync(path));
	const end = file.indexOf(10);
	const { dimensions, words } = JSON.parse(file.toString("utf8", 0, end)) as { dimensions: number; words: string[] };
	const bytes = new Int8Array(file.buffer, file.byteOffset + end + 1, words.length * dimensions);
	const places = new Map(words.map((word, at) => [word, at * dimensions]));
	const exact = (word: string) => {
		const start = places.get(word);
		return start === undefined ? undefined : bytes.subarray(start, start + dimensions);
	};
	return { dimensions, words, vectorOf: (word) => lookUp(word, exact) };
}

export const VECTORS = new URL("word-vectors.gz", import.meta.url);
