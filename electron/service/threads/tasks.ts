/** Work that cannot be sliced and would hold the event loop. Each task takes plain data and gives plain data. */
import type { StudioFailure } from "#contract/errors.ts";
import type { JobProgress } from "#contract/jobs.ts";
import type { SalvageReport } from "#contract/library.ts";
import type { CheckInput, FileCheck } from "../database/check.ts";
import type { LedgerSize } from "../revenue/ledger-size.ts";
import type { AskedRevenue, RevenueReplies, RevenueTaskInput } from "../revenue/task.ts";
import type { ParsedSummary, ParseStatsInput, StatsPart } from "../stats/parse-task.ts";
import type { CheckedStories } from "../verify/check-stories.ts";

/** What a task takes and gives. `request` and `reply`: what may be asked of it after its value, until it is ended. */
interface Task<Input, Value, Request = never, Reply = never> {
	input: Input;
	value: Value;
	request: Request;
	reply: Reply;
}

export interface ThreadTasks {
	/** Checks a database file. Its connection stays open until the task is ended. */
	check: Task<CheckInput, FileCheck>;
	/** Moves what a library's log holds into its file. */
	checkpoint: Task<{ file: string }, null>;
	/** Copies what can be read of a damaged library into a fresh one beside it. */
	salvage: Task<{ directory: string }, { file: string; report: SalvageReport }>;
	/** Checks texts, search index and pictures of a library. */
	verify: Task<{ directory: string }, CheckedStories>;
	/** Parses stats; what was found is then asked for part by part. */
	parseStats: Task<ParseStatsInput, ParsedSummary, StatsPart, unknown[]>;
	/** Reads the ledger for the revenue engine, which then answers. */
	revenue: Task<RevenueTaskInput, null, AskedRevenue, RevenueReplies[keyof RevenueReplies]>;
	/** Counts what the revenue engine reads. */
	ledgerSize: Task<{ directory: string }, LedgerSize>;
}
export type TaskName = keyof ThreadTasks;

/** What a task leaves behind when it has its value. */
export interface TaskOutcome<Name extends TaskName> {
	value: ThreadTasks[Name]["value"];
	answer?: (request: ThreadTasks[Name]["request"]) => ThreadTasks[Name]["reply"];
	/** Called when the task is ended. */
	close?: () => void;
}

/** Runs in the thread. */
export type TaskWork<Name extends TaskName> = (
	input: ThreadTasks[Name]["input"],
	progress: (progress: JobProgress) => void,
) => TaskOutcome<Name> | Promise<TaskOutcome<Name>>;

export type ThreadMessage =
	| { type: "progress"; progress: JobProgress }
	| { type: "value"; value: unknown }
	| { type: "reply"; reply: unknown }
	| { type: "failed"; failure: ThreadFailure };

export type ThreadRequest = { type: "ask"; request: unknown } | { type: "end" };

/** An error as it crosses between threads, where classes are lost. */
export interface ThreadFailure {
	/** Present for errors that were foreseen. */
	studio: StudioFailure | null;
	/** Of the system or of SQLite; empty without one. */
	code: string;
	message: string;
}
