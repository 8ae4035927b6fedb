import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { RPC_PATH, STUDIO_HEADER } from "#contract/rpc.ts";
import { parseStoryDocumentJson } from "#domain/story/parse.ts";
import { createStudioClient } from "#service/client.ts";
import { systemClock } from "#service/clock.ts";
import { prepareStoryText } from "#service/database/story-text.ts";
import { openLibrary } from "#service/library.ts";
import { createStudio } from "#service/studio.ts";
import { longStory } from "#tests/support/documents.ts";
import { type BenchCase, figure, ratio } from "../bench.ts";

const WORDS = 20_000;
const SAVES = 200;
const WARM_UP = 20;

/** The texts of a writer who types: one more character in one paragraph each time. */
function* typing(seed: number): Generator<string> {
	const story = longStory(WORDS, seed);
	for (let n = 0; ; n += 1) {
		const block = story.blocks[n % story.blocks.length];
		if (block?.type === "paragraph" && block.spans[0]) block.spans[0].text += "x";
		yield JSON.stringify(story);
	}
}

const next = (texts: Generator<string>) => texts.next().value as string;

/** Time the service's event loop is busy with one save that arrives over the rpc, without the sender's own work. */
async function oursMs(directory: string): Promise<number[]> {
	const studio = createStudio({ libraryDirectory: directory });
	const { id, revision } = await createStudioClient(studio.fetch).stories.create.mutate({});
	const texts = typing(1);
	const samples: number[] = [];
	for (let n = 0; n < WARM_UP + SAVES; n += 1) {
		const body = JSON.stringify({ json: { id, baseRevision: revision + n, document: next(texts) } });
		const request = new Request(`http://studio.local/${RPC_PATH}/stories.save`, {
			method: "POST",
			headers: { [STUDIO_HEADER]: "1", "content-type": "application/json" },
			body,
		});
		await new Promise((resolve) => setImmediate(resolve));
		const before = performance.eventLoopUtilization();
		const response = await studio.fetch(request);
		samples.push(performance.eventLoopUtilization(before).active);
		if (!response.ok) throw new Error(await response.text());
	}
	await studio.close();
	return samples.slice(WARM_UP);
}

/** The same in the plain way: read the whole text, derive everything, write and index it in one transaction. */
async function plainMs(directory: string): Promise<number[]> {
	const handle = await openLibrary(directory, systemClock);
	const library = handle.library();
	if (!library) throw new Error("the library did not open");
	const texts = typing(1);
	const now = new Date().toISOString();
	const id = library.stories.insert({ document: parseStoryDocumentJson(next(texts)) }, now);
	const samples: number[] = [];
	for (let n = 0; n < WARM_UP + SAVES; n += 1) {
		const json = next(texts);
		const start = performance.now();
		const text = prepareStoryText(parseStoryDocumentJson(json));
		library.database.transaction(() => library.stories.replaceText(id, text, now)).immediate();
		samples.push(performance.now() - start);
	}
	handle.close();
	return samples.slice(WARM_UP);
}

/** What an autosave of a 20,000-word story costs the service's event loop. */
export async function saveServiceCases(log: (line: string) => void): Promise<BenchCase[]> {
	const folder = mkdtempSync(join(tmpdir(), "inkhour-bench-"));
	try {
		log(`${SAVES} saves of a ${WORDS}-word story`);
		const ours = figure(await oursMs(join(folder, "ours")));
		log("the same without known blocks and with the index at once");
		const plain = figure(await plainMs(join(folder, "plain")));
		return [
			{
				case: "service event-loop time per autosave, 20,000 words",
				unit: "ms",
				ours,
				baseline: { name: "whole text read, derived and indexed at once", ...plain },
				ratio: ratio(ours, plain),
			},
		];
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
