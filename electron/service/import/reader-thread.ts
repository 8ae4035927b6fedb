import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { message } from "#domain/words/message.ts";
import { StudioError } from "../errors.ts";
import type { ReaderInput, ReaderMessage, ReaderRequest, ReaderShare } from "./messages.ts";

/** From source a TypeScript file, in a bundle the file that the build puts beside the main one. */
const FROM_SOURCE = import.meta.url.endsWith(".ts");
const WORKER = new URL(FROM_SOURCE ? "./reader-worker.ts" : "./import-reader.js", import.meta.url);
/** Where Node keeps the compiled source, so that a thread starts in half the time. Nothing is lost where it cannot. */
const COMPILED = fileURLToPath(new URL("../../../node_modules/.cache/inkhour", import.meta.url));
const ENVIRONMENT = FROM_SOURCE ? { NODE_COMPILE_CACHE: COMPILED, ...process.env } : process.env;

/** Batches that are read ahead while one is stored. */
const AHEAD = 3;

/** Time the worker has to let go of the archive before it is ended. */
const STOP_MS = 2_000;

/** Memory the worker may use, MB: an archive that needs more is refused instead of taking the studio down. */
const WORKER_MEMORY_MB = 160;

/** One thread that reads an archive, or its share of one. */
export class ArchiveReaderThread {
	readonly #worker: Worker;
	readonly #name: string;
	readonly #inbox: ReaderMessage[] = [];
	readonly #exited: Promise<void>;
	#failure: unknown;
	#ended = false;
	#wake: () => void = () => {};

	constructor(input: ReaderInput, share: ReaderShare) {
		this.#name = input.name;
		this.#worker = new Worker(WORKER, {
			workerData: { ...input, share },
			env: ENVIRONMENT,
			// The worker closes what it opened itself; the tracking of Node 24 warns about descriptors it did not see.
			trackUnmanagedFds: false,
			resourceLimits: { maxOldGenerationSizeMb: WORKER_MEMORY_MB, maxYoungGenerationSizeMb: 48 },
		});
		this.#worker.on("message", (message: ReaderMessage) => {
			this.#inbox.push(message);
			this.#wake();
		});
		this.#worker.on("error", (error) => {
			this.#failure = error;
			this.#wake();
		});
		this.#exited = new Promise((resolve) => {
			this.#worker.once("exit", () => {
				this.#ended = true;
				this.#wake();
				resolve();
			});
		});
	}

	/** Asks for the first batches. */
	start(): void {
		for (let batch = 0; batch < AHEAD; batch += 1) this.more();
	}

	/** Asks for another batch. @param buffers of a batch that is done with */
	more(buffers: ArrayBuffer[] = []): void {
		this.#ask({ type: "more", buffers }, buffers);
	}

	/** @throws {StudioError} UNREADABLE_FILE when the thread broke down */
	async next(): Promise<ReaderMessage> {
		for (;;) {
			const arrived = this.#inbox.shift();
			if (arrived) return arrived;
			if (this.#failure !== undefined || this.#ended)
				throw new StudioError(
					"UNREADABLE_FILE",
					"The archive could not be read to its end",
					{
						file: this.#name,
						reason: this.#failure instanceof Error ? this.#failure.message : message("The reader stopped"),
					},
					{ cause: this.#failure },
				);
			await new Promise<void>((resolve) => {
				this.#wake = resolve;
			});
		}
	}

	/** Resolves when the thread is gone. */
	async stop(): Promise<void> {
		this.#ask({ type: "stop" });
		await Promise.race([this.#exited, wait(STOP_MS, undefined, { ref: false })]);
		await this.#worker.terminate();
	}

	#ask(request: ReaderRequest, transfer: ArrayBuffer[] = []): void {
		this.#worker.postMessage(request, transfer);
	}
}
