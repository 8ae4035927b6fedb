/** Reading and parsing stats: on a thread, because a file of tens of megabytes takes seconds. */
import type { StartStatsImport, StatsReport } from "#contract/stats.ts";
import type { Observation, StoryFacts } from "#domain/stats/observation.ts";
import { errorCode, StudioError } from "../errors.ts";
import type { TaskOutcome } from "../threads/tasks.ts";
import { type OpenTask, openTask } from "../threads/thread.ts";
import { parseSource } from "./parse-source.ts";
import { readStats, type StatsPlace } from "./read-source.ts";

/** Memory for one file's figures, MB. The largest file that is read takes most of it. */
const MEMORY_MB = 1024;
/** Figures or stories that cross between threads at once: a few milliseconds for the one that gets them. */
const PART = 1_000;

export interface ParseStatsInput {
	place: StatsPlace;
	options: Pick<StartStatsImport, "month" | "asOf">;
	now: Date;
}

export interface ParsedSummary {
	/** File name for the writer. */
	name: string;
	/** Hex. */
	sha256: string;
	asOf: string;
	report: StatsReport;
	/** How many there are to ask for. */
	counts: { observations: number; stories: number };
}

export interface StatsPart {
	of: "observations" | "stories";
	from: number;
}

/** Runs in the thread. */
export function parseStatsTask({ place, options, now }: ParseStatsInput): TaskOutcome<"parseStats"> {
	const { text, ...source } = readStats(place);
	const { parsed, asOf, report } = parseSource({ text, ...source }, options, now);
	const { name, sha256 } = source;
	const counts = { observations: parsed.observations.length, stories: parsed.stories.length };
	return {
		value: { name, sha256, asOf, report, counts },
		answer: ({ of, from }) => parsed[of].slice(from, from + PART),
	};
}

/** Parsed stats that stay in their thread and are taken part by part. */
export class ParsedFile {
	readonly summary: ParsedSummary;
	readonly #task: OpenTask<"parseStats">;
	private constructor(task: OpenTask<"parseStats">) {
		this.summary = task.value;
		this.#task = task;
	}

	/** @throws {StudioError} UNREADABLE_FILE, UNSUPPORTED_FORMAT, CANCELLED */
	static async open(input: ParseStatsInput, signal: AbortSignal): Promise<ParsedFile> {
		try {
			return new ParsedFile(await openTask("parseStats", input, { signal, memoryMb: MEMORY_MB }));
		} catch (error) {
			if (errorCode(error) !== "ERR_WORKER_OUT_OF_MEMORY") throw error;
			throw new StudioError("UNREADABLE_FILE", "The file holds more figures than fit into memory at once");
		}
	}

	observations(): AsyncGenerator<Observation[]> {
		return this.#parts("observations") as AsyncGenerator<Observation[]>;
	}

	stories(): AsyncGenerator<StoryFacts[]> {
		return this.#parts("stories") as AsyncGenerator<StoryFacts[]>;
	}

	end(): Promise<void> {
		return this.#task.end();
	}

	async *#parts(of: StatsPart["of"]): AsyncGenerator<unknown[]> {
		for (let from = 0; from < this.summary.counts[of]; from += PART) yield await this.#task.ask({ of, from });
	}
}
