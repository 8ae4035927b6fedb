/** One whole answer in a thread of its own; tells the peak of its heap in bytes. */
import v8 from "node:v8";
import { parentPort, workerData } from "node:worker_threads";
import {
	answerSteps,
	drawSteps,
	ENGINE_PATHS,
	plannedPublishing,
	prepareSteps,
} from "#domain/revenue/engine/engine.ts";
import type { Steps } from "#domain/revenue/steps.ts";
import { libraryOf } from "./revenue-input.ts";

export interface MemoryRun {
	stories: number;
	months: number;
}

let peak = 0;

function watched<Result>(steps: Steps<Result>): Result {
	for (;;) {
		const { done, value } = steps.next();
		const { used_heap_size, external_memory } = v8.getHeapStatistics();
		peak = Math.max(peak, used_heap_size + external_memory);
		if (done) return value;
	}
}

const { stories, months } = workerData as MemoryRun;
const input = libraryOf(stories, months);
const prepared = watched(prepareSteps(input, 1, { backtest: true }));
const paths = watched(drawSteps(prepared, plannedPublishing(input), ENGINE_PATHS.full, 1));
watched(answerSteps(prepared, paths));
parentPort?.postMessage(peak);
