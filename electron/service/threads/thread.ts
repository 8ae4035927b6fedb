import { Worker } from "node:worker_threads";
import type { JobProgress } from "#contract/jobs.ts";
import { StudioError } from "../errors.ts";
import type { TaskName, ThreadFailure, ThreadMessage, ThreadRequest, ThreadTasks } from "./tasks.ts";

/** From source a TypeScript file, in a bundle the file that the build puts beside the main one. */
const WORKER = new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "./service-thread.js", import.meta.url);

/** Memory for JavaScript that a thread may use unless it says otherwise, MB. */
const USUAL_MEMORY_MB = 256;

interface ThreadOptions {
	/** Ends the thread; what waits for it rejects with CANCELLED. */
	signal?: AbortSignal;
	progress?: (progress: JobProgress) => void;
	memoryMb?: number;
}

/** A task that has its value. It holds its thread until it is ended. */
export interface OpenTask<Name extends TaskName> {
	value: ThreadTasks[Name]["value"];
	/** One question at a time. @throws as the task does, and {StudioError} CANCELLED */
	ask(request: ThreadTasks[Name]["request"]): Promise<ThreadTasks[Name]["reply"]>;
	/** Resolves when the thread is gone. */
	end(): Promise<void>;
}

function revived({ studio, code, message }: ThreadFailure): Error {
	return studio ? StudioError.from(studio) : Object.assign(new Error(message), code === "" ? {} : { code });
}

/**
 * Starts a task on a thread of its own.
 * @throws what the task throws; an error with the code `ERR_WORKER_OUT_OF_MEMORY` when its memory did not suffice;
 * {StudioError} CANCELLED
 */
export async function openTask<Name extends TaskName>(
	name: Name,
	input: ThreadTasks[Name]["input"],
	{ signal, progress, memoryMb = USUAL_MEMORY_MB }: ThreadOptions = {},
): Promise<OpenTask<Name>> {
	const worker = new Worker(WORKER, {
		workerData: { name, input },
		execArgv: [],
		resourceLimits: { maxOldGenerationSizeMb: memoryMb },
	});
	let settle: { resolve: (value: unknown) => void; reject: (error: unknown) => void } = {
		resolve: () => {},
		reject: () => {},
	};
	const answered = () =>
		new Promise<unknown>((resolve, reject) => {
			settle = { resolve, reject };
		});
	const cancel = () => {
		settle.reject(new StudioError("CANCELLED", "Cancelled"));
		void worker.terminate();
	};
	/** What a thread that is gone answers with. */
	let end: unknown = null;
	const stopWith = (error: unknown) => {
		end ??= error;
		settle.reject(end);
	};
	const gone = new Promise<void>((resolve) => {
		worker.once("exit", () => {
			stopWith(new Error("The thread stopped early"));
			signal?.removeEventListener("abort", cancel);
			resolve();
		});
	});
	worker.once("error", stopWith);
	worker.on("message", (message: ThreadMessage) => {
		if (message.type === "progress") progress?.(message.progress);
		else if (message.type === "failed") settle.reject(revived(message.failure));
		else settle.resolve(message.type === "value" ? message.value : message.reply);
	});
	const send = (request: ThreadRequest) => worker.postMessage(request);
	const first = answered();
	if (signal?.aborted) cancel();
	signal?.addEventListener("abort", cancel);
	try {
		const value = await first;
		return {
			value,
			ask(request) {
				const reply = answered();
				if (signal?.aborted) cancel();
				else if (end !== null) settle.reject(end);
				else send({ type: "ask", request });
				return reply;
			},
			async end() {
				send({ type: "end" });
				await gone;
			},
		} as OpenTask<Name>;
	} catch (error) {
		await gone;
		throw error;
	}
}

/** Runs a task on a thread of its own, to its end. @throws as {@link openTask} */
export async function runTask<Name extends TaskName>(
	name: Name,
	input: ThreadTasks[Name]["input"],
	options?: ThreadOptions,
): Promise<ThreadTasks[Name]["value"]> {
	const task = await openTask(name, input, options);
	await task.end();
	return task.value;
}
