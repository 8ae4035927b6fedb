import { performance } from "node:perf_hooks";
import { gammaDraw } from "#domain/revenue/attention/new-stories.ts";
import {
	answerOf,
	drawSteps,
	ENGINE_PATHS,
	type EngineInput,
	plannedPublishing,
	prepareSteps,
} from "#domain/revenue/engine/engine.ts";
import { storyRecord } from "#domain/revenue/engine/story-record.ts";
import { type Random, seededRandom } from "#domain/revenue/random.ts";
import { finish, type Steps } from "#domain/revenue/steps.ts";
import { type Bench, type BenchCase, figure, ratio } from "../bench.ts";
import { studioCases } from "./revenue-studio.ts";

const SIZES = [
	{ stories: 100, months: 24 },
	{ stories: 300, months: 36 },
	{ stories: 1000, months: 36 },
] as const;
const MONTHS_AHEAD = 12;
const RUNS = 5;
const FIRST_DAY = 19_000;
const MONTH = 30;

/** Daily hours of a story that fades, with gamma noise; every day has some, as a worst case. */
function storyOf(at: number, born: number, until: number, random: Random) {
	const level = Math.exp(1 + random.normal());
	return storyRecord({
		id: `s${at}`,
		published: born,
		boosted: false,
		days: Array.from({ length: until - born }, (_, age) => {
			const attention = level * ((1 + age / 1.8) ** -1.2 + 0.004) * gammaDraw(2, random) * 0.5;
			const readers = Math.ceil(attention * 15);
			return {
				day: born + age,
				attention,
				engagement: {
					claps: readers % 7 === 0 ? 1 : 0,
					highlights: 0,
					responses: 0,
					follows: readers % 31 === 0 ? 1 : 0,
				},
				readers,
				earned: 300 * attention,
			};
		}),
	});
}

function libraryOf(stories: number, months: number): EngineInput {
	const random = seededRandom(stories + months);
	const until = FIRST_DAY + months * MONTH;
	const records = Array.from({ length: stories }, (_, at) =>
		storyOf(at, FIRST_DAY + Math.floor((at * months * MONTH) / stories), until, random),
	);
	const month = (at: number) => ({
		month: String(at),
		from: FIRST_DAY + at * MONTH,
		until: FIRST_DAY + (at + 1) * MONTH,
	});
	const values = new Array<number>(months).fill(0);
	for (const { days, earned } of records)
		for (const [at, day] of days.entries()) {
			const place = Math.floor((day - FIRST_DAY) / MONTH);
			values[place] = (values[place] ?? 0) + (earned[at] ?? 0);
		}
	return {
		currency: "USD",
		months: values.map((value, at) => ({ ...month(at), value })),
		running: null,
		stories: records,
		storiesFrom: FIRST_DAY,
		epochs: [],
		planned: [],
		ahead: Array.from({ length: MONTHS_AHEAD }, (_, at) => month(months + at)),
	};
}

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
	answerOf(prepared, drawn);
	return { ms: performance.now() - start, longest };
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
			const { heapUsed, arrayBuffers } = process.memoryUsage();
			const memoryMb = Math.round((heapUsed + arrayBuffers) / 2 ** 20);
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
