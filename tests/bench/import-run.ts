/** One import in a fresh process, as the studio runs it: prints what it took as JSON. Usage: import-run.ts ZIP LIBRARY */
import { setTimeout as wait } from "node:timers/promises";
import { createStudioClient } from "#service/client.ts";
import { createStudio } from "#service/studio.ts";
import { watchLoop } from "./bench.ts";

export interface ImportMeasure {
	storiesPerSecond: number;
	/** Longest time the event loop took no turn. */
	longestGapMs: number;
	/** Peak resident memory of the whole process, the worker included. */
	peakMemoryMb: number;
	/** Times the writer's own saves took in between. */
	saveMs: number[];
}

const WORDS = "the lamp stays on while the tide comes in and ".repeat(200);
const SAVE_EVERY_MS = 300;

async function measure(zip: string, library: string): Promise<ImportMeasure> {
	const studio = createStudio({ libraryDirectory: library });
	const client = createStudioClient(studio.fetch);
	const story = await client.stories.create.mutate({ title: "Written meanwhile" });
	let running = true;
	const loop = watchLoop();
	const saveMs: number[] = [];
	const saves = (async () => {
		let revision = story.revision;
		while (running) {
			const blocks = [{ id: "a", type: "paragraph", spans: [{ text: `${WORDS}${revision}` }] }];
			const start = performance.now();
			const saved = await client.stories.save.mutate({
				id: story.id,
				baseRevision: revision,
				document: JSON.stringify({ version: 1, blocks }),
			});
			saveMs.push(performance.now() - start);
			revision = saved.revision;
			await wait(SAVE_EVERY_MS);
		}
	})();
	const start = performance.now();
	const { id } = await client.imports.start.mutate({ source: { type: "path", path: zip } });
	let status = await client.jobs.status.query({ id });
	while (status.state === "running") {
		await wait(20);
		status = await client.jobs.status.query({ id });
	}
	const seconds = (performance.now() - start) / 1000;
	running = false;
	const longestGapMs = loop.end();
	await saves;
	if (status.state !== "done") throw new Error(status.error?.message.text ?? status.state);
	const { added } = (status.result as { counts: { added: number } }).counts;
	await studio.close();
	return {
		storiesPerSecond: added / seconds,
		longestGapMs,
		peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
		saveMs,
	};
}

const [zip, library] = process.argv.slice(2);
if (!zip || !library) throw new Error("Usage: import-run.ts ZIP LIBRARY");
process.stdout.write(JSON.stringify(await measure(zip, library)));
