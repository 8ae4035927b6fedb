import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type TransferListItem, Worker } from "node:worker_threads";
import { message } from "#domain/words/message.ts";
import { StudioError } from "../errors.ts";
import { linkThreads } from "./ahead.ts";
import type { ReaderInput, ReaderMessage, ReaderRequest, ReaderShare, ReaderStart } from "./messages.ts";

/** From source TypeScript files, in a bundle the files that the build puts beside the main one. */
const FROM_SOURCE = import.meta.url.endsWith(".ts");
const READER = new URL(FROM_SOURCE ? "./reader-worker.ts" : "./import-reader.js", import.meta.url);
const UNPACKER = new URL(FROM_SOURCE ? "./ahead-worker.ts" : "./import-unpacker.js", import.meta.url);
/** Where Node keeps the compiled source, so that a thread starts in half the time. Nothing is lost where it cannot. */
const COMPILED = fileURLToPath(new URL("../../../node_modules/.cache/inkhour", import.meta.url));
const ENVIRONMENT = FROM_SOURCE ? { NODE_COMPILE_CACHE: COMPILED, ...process.env } : process.env;

/** Batches that are read ahead while one is stored. */
const AHEAD = 3;

/** Time the threads have to let go of the archive before they are ended. */
const STOP_MS = 2_000;

/** Memory a thread may use, MB: an archive that needs more is refused instead of taking the studio down. */
const WORKER_MEMORY_MB = 160;

function startThread(file: URL, workerData: unknown, transferList: TransferListItem[], youngMb?: number): Worker {
	return new Worker(file, {
		workerData,
		transferList,
		env: ENVIRONMENT,
		// A thread closes what it opened itself; the tracking of Node 24 warns about descriptors it did not see.
		trackUnmanagedFds: false,
		resourceLimits: {
			maxOldGenerationSizeMb: WORKER_MEMORY_MB,
			...(youngMb === undefined ? {} : { maxYoungGenerationSizeMb: youngMb }),
		},
	});
}

/** One thread that reads an archive, or its share of one; with another that opens the archive for it and unpacks ahead. */
export class ArchiveReaderThread {
	readonly #worker: Worker;
	readonly #unpacker: Worker | null;
	readonly #name: string;
	readonly #inbox: ReaderMessage[] = [];
	readonly #exited: Promise<unknown>;
	#failure: unknown;
	#ended = false;
	#wake: () => void = () => {};

	constructor(input: ReaderInput, share: ReaderShare, unpackAhead: boolean) {
		this.#name = input.name;
		const [ahead, unpacker] = unpackAhead ? linkThreads() : [null, null];
		const start: ReaderStart = { ...input, share, ahead };
		// The reader waits for it.
		this.#unpacker = unpacker && startThread(UNPACKER, { ...input, ...unpacker }, [unpacker.port]);
		this.#worker = startThread(READER, start, ahead ? [ahead.port] : [], 48);
		this.#worker.on("message", (message: ReaderMessage) => {
			this.#inbox.push(message);
			this.#wake();
		});
		const fail = (error: unknown) => {
			this.#failure = error;
			this.#wake();
		};
		this.#worker.on("error", fail);
		this.#unpacker?.on("error", fail);
		const readerGone = new Promise<void>((resolve) => {
			this.#worker.once("exit", () => {
				this.#ended = true;
				this.#wake();
				resolve();
			});
		});
		const unpackerGone = new Promise<void>((resolve) => {
			if (this.#unpacker) this.#unpacker.once("exit", () => resolve());
			else resolve();
		});
		this.#exited = Promise.all([readerGone, unpackerGone]);
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

	/** Resolves when the threads are gone. */
	async stop(): Promise<void> {
		this.#ask({ type: "stop" });
		// A reader whose unpacker broke down waits for it in vain.
		if (this.#failure === undefined) await Promise.race([this.#exited, wait(STOP_MS, undefined, { ref: false })]);
		await Promise.all([this.#worker.terminate(), this.#unpacker?.terminate()]);
	}

	#ask(request: ReaderRequest, transfer: ArrayBuffer[] = []): void {
		this.#worker.postMessage(request, transfer);
	}
}
