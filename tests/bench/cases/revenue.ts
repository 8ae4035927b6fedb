import { once } from "node:events";
import { performance } from "node:perf_hooks";
import { Worker } from "node:worker_threads";
import {
	answerSteps,
	drawSteps,
	ENGINE_PATHS,
	type EngineInput,
	plannedPublishing,
	prepareSteps,
} from "#domain/revenue/engine/engine.ts";
import { finish, type Steps } from "#domain/revenue/steps.ts";
import { type Bench, type BenchCase, figure, ratio } from "../bench.ts";
import { libraryOf, MONTHS_AHEAD } from "./revenue-input.ts";
import type { MemoryRun } from "./revenue-memory.ts";
import { studioCases } from "./revenue-studio.ts";

const SIZES = [
	{ stories: 100, months: 24 },
	{ stories: 300, months: 36 },
	{ stories: 1000, months: 36 },
] as const;
const RUNS = 5;

interface Run {
	ms: number;
	/** Longest stretch between two pauses. */
	longest: number;
}

/** One answer, pauses counted. */
function run(input: EngineInput, paths: number, backtest: boolean): Run {
	let longest = 0;
	const timed = <Result>(steps: Steps<Result>): Result => {
		for (;;) {
			const start = performance.now();
			const { done, value } = steps.next();
			longest = Math.max(longest, performance.now() - start);
			if (done) return value;
		}
	};
	const start = performance.now();
	const prepared = timed(prepareSteps(input, 1, { backtest }));
	const drawn = timed(drawSteps(prepared, plannedPublishing(input), paths, 1));
	timed(answerSteps(prepared, drawn));
	return { ms: performance.now() - start, longest };
}

/** Peak of the heap of a thread that does nothing else, its input and its garbage included. */
async function peakMemoryMb(size: MemoryRun): Promise<number> {
	const worker = new Worker(new URL("./revenue-memory.ts", import.meta.url), { workerData: size });
	const [peak] = (await once(worker, "message")) as [number];
	await worker.terminate();
	return Math.round(peak / 2 ** 20);
}

/** The same paths without sharing any work: the fit is done once, and every story is drawn anew for every path. */
function naive(input: EngineInput): number {
	const prepared = finish(prepareSteps(input, 1, { backtest: false }));
	const start = performance.now();
	const runs = 20;
	for (let path = 0; path < runs; path += 1) finish(drawSteps(prepared, plannedPublishing(input), 1, path));
	return ((performance.now() - start) / runs) * ENGINE_PATHS.full;
}

export const revenueBench: Bench = {
	name: "revenue",
	summary: "Time of a projection with its back-test, 1,000 paths of 12 months, by stories and months.",
	async run(log) {
		const cases: BenchCase[] = [];
		for (const { stories, months } of SIZES) {
			const input = libraryOf(stories, months);
			const name = `${stories} stories, ${months} months`;
			const repeat = (paths: number, backtest: boolean) =>
				Array.from({ length: RUNS }, () => run(input, paths, backtest));
			// Compiled once, as in a worker that stays.
			run(input, ENGINE_PATHS.first, true);
			const first = repeat(ENGINE_PATHS.first, false);
			const plain = figure(repeat(ENGINE_PATHS.full, false).map(({ ms }) => ms));
			const whole = repeat(ENGINE_PATHS.full, true);
			const memoryMb = await peakMemoryMb({ stories, months });
			const slow = figure([naive(input)]);
			const none = { baseline: null, ratio: null };
			cases.push(
				{ case: `first bands, ${name}`, unit: "ms", ours: figure(first.map(({ ms }) => ms)), ...none },
				{
					case: `fit and paths, ${name}`,
					unit: "ms",
					ours: plain,
					baseline: { ...slow, name: "every story drawn anew for every path" },
					ratio: ratio(plain, slow),
				},
				{ case: `with back-test, ${name}`, unit: "ms", ours: figure(whole.map(({ ms }) => ms)), ...none, memoryMb },
				{ case: `longest step, ${name}`, unit: "ms", ours: figure(whole.map(({ longest }) => longest)), ...none },
			);
			log(name);
			if (stories === SIZES[0].stories) cases.push(...(await studioCases(name, input, MONTHS_AHEAD)));
		}
		return cases;
	},
};
