/** The thread's side: runs one task, reports its value, answers what is asked of it, and ends. */
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import type { JobProgress } from "#contract/jobs.ts";
import { errorCode, StudioError } from "../errors.ts";
import type {
	TaskName,
	TaskOutcome,
	TaskWork,
	ThreadFailure,
	ThreadMessage,
	ThreadRequest,
	ThreadTasks,
} from "./tasks.ts";

/** Telling more often would only keep the other thread busy. */
const PROGRESS_EVERY_MS = 50;

/** Loaded when asked for: a check needs nothing of what reads stats. */
const LOAD: { [Name in TaskName]: () => Promise<TaskWork<Name>> } = {
	check: async () => (await import("../database/check.ts")).checkTask,
	checkpoint: async () => (await import("../database/checkpoint.ts")).checkpointTask,
	salvage: async () => (await import("../lifecycle/salvage.ts")).salvageTask,
	verify: async () => (await import("../verify/check-stories.ts")).checkStoriesTask,
	revenue: async () => (await import("../revenue/task.ts")).revenueTask,
	ledgerSize: async () => (await import("../revenue/ledger-size.ts")).ledgerSizeTask,
	parseStats: async () => (await import("../stats/parse-task.ts")).parseStatsTask,
};

const failure = (error: unknown): ThreadFailure => ({
	studio: error instanceof StudioError ? error.failure : null,
	code: errorCode(error),
	message: error instanceof Error ? error.message : String(error),
});

async function run<Name extends TaskName>(
	name: Name,
	input: ThreadTasks[Name]["input"],
	port: MessagePort,
): Promise<void> {
	const send = (message: ThreadMessage) => port.postMessage(message);
	try {
		const work: TaskWork<Name> = await LOAD[name]();
		let told = 0;
		const tell = (progress: JobProgress) => {
			const now = performance.now();
			if (now - told < PROGRESS_EVERY_MS) return;
			told = now;
			send({ type: "progress", progress });
		};
		const outcome: TaskOutcome<Name> = await work(input, tell);
		port.on("message", (message: ThreadRequest) => {
			if (message.type === "ask") return send({ type: "reply", reply: outcome.answer?.(message.request as never) });
			outcome.close?.();
			port.close();
		});
		send({ type: "value", value: outcome.value });
	} catch (error) {
		send({ type: "failed", failure: failure(error) });
		port.close();
	}
}

const { name, input } = workerData as { name: TaskName; input: never };
if (parentPort) await run(name, input, parentPort);
