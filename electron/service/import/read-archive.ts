import { setTimeout as wait } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { StudioError } from "../errors.ts";
import type { ReaderInput, ReaderMessage, ReaderRequest } from "./messages.ts";

/** From source a TypeScript file, in a bundle the file that the build puts beside the main one. */
const WORKER = new URL(import.meta.url.endsWith(".ts") ? "./reader-worker.ts" : "./import-reader.js", import.meta.url);

/** Batches that are read ahead while one is stored. */
const AHEAD = 2;

/** Time the worker has to let go of the archive before it is ended. */
const STOP_MS = 2_000;

/** Memory the worker may use, MB: an archive that needs more is refused instead of taking the studio down. */
const WORKER_MEMORY_MB = 160;

/**
 * What a worker reads from an archive, message by message. Ending the loop early stops the worker.
 * @throws {StudioError} as `openArchive`
 */
export async function* readArchive(input: ReaderInput): AsyncGenerator<ReaderMessage> {
	const worker = new Worker(WORKER, {
		workerData: input,
		// The worker closes what it opened itself; the tracking of Node 24 warns about descriptors it did not see.
		trackUnmanagedFds: false,
		resourceLimits: { maxOldGenerationSizeMb: WORKER_MEMORY_MB, maxYoungGenerationSizeMb: 32 },
	});
	const inbox: ReaderMessage[] = [];
	let failure: unknown;
	let ended = false;
	let wake: () => void = () => {};
	worker.on("message", (message: ReaderMessage) => {
		inbox.push(message);
		wake();
	});
	worker.on("error", (error) => {
		failure = error;
		wake();
	});
	worker.on("exit", () => {
		ended = true;
		wake();
	});
	const ask = (request: ReaderRequest) => worker.postMessage(request);
	const exited = new Promise<void>((resolve) => {
		worker.once("exit", () => resolve());
	});
	try {
		for (;;) {
			const message = inbox.shift();
			if (message) {
				if (message.type === "failed") throw new StudioError(message.code, message.message, message.details);
				if (message.type === "open") for (let n = 0; n < AHEAD; n += 1) ask({ type: "more" });
				yield message;
				if (message.type === "end") return;
				if (message.type === "items") ask({ type: "more" });
				continue;
			}
			if (failure !== undefined || ended)
				throw new StudioError(
					"UNREADABLE_FILE",
					"The archive could not be read to its end",
					{ file: input.name, reason: failure instanceof Error ? failure.message : "the reader stopped" },
					{ cause: failure },
				);
			await new Promise<void>((resolve) => {
				wake = resolve;
			});
		}
	} finally {
		ask({ type: "stop" });
		await Promise.race([exited, wait(STOP_MS, undefined, { ref: false })]);
		await worker.terminate();
	}
}
