/** Worker thread: opens an archive and unpacks its files ahead of the thread that reads them. */
import { workerData } from "node:worker_threads";
import { toStudioError } from "../errors.ts";
import type { AheadFile, AheadLink, AheadMessage, AheadRequest } from "./ahead.ts";
import { openArchive } from "./archive.ts";
import { type Archive, EntryError } from "./entry.ts";
import type { ReaderInput } from "./messages.ts";

/** Buffers that are filled before the first is given back. */
const AHEAD = 3;
/** Bytes of a buffer: some twenty stories. Only a larger file makes a larger one. */
const BUFFER_BYTES = 256 * 1024;

type Unpacked = { bytes: Uint8Array } | Extract<AheadFile, { reason: unknown }>;

function* unpack({ entries }: Archive, order: readonly number[]): Generator<Unpacked> {
	for (const number of order) {
		try {
			const bytes = entries[number]?.read();
			yield bytes ? { bytes } : { reason: "damaged", detail: "" };
		} catch (error) {
			if (error instanceof EntryError) yield { reason: error.reason, detail: error.detail };
			else yield { reason: "damaged", detail: error instanceof Error ? error.message : String(error) };
		}
	}
}

/** Puts files side by side into buffers. */
class Filler {
	readonly #files: Generator<Unpacked>;
	/** What did not fit into the buffer before. */
	#waiting: Unpacked | undefined;

	constructor(files: Generator<Unpacked>) {
		this.#files = files;
	}

	/** @param spare a buffer to be used again. @returns `null` when nothing is left */
	fill(spare: ArrayBuffer): { buffer: ArrayBuffer; files: AheadFile[] } | null {
		const first = this.#take();
		if (!first) return null;
		const most = Math.max(BUFFER_BYTES, "bytes" in first ? first.bytes.length : 0);
		const buffer = spare.byteLength === most ? spare : new ArrayBuffer(most);
		const target = new Uint8Array(buffer);
		const files: AheadFile[] = [];
		let filled = 0;
		for (let file: Unpacked | undefined = first; file; file = this.#take()) {
			if ("reason" in file) {
				files.push(file);
				continue;
			}
			const end = filled + file.bytes.length;
			if (end > most) {
				this.#waiting = file;
				break;
			}
			target.set(file.bytes, filled);
			files.push({ start: filled, end });
			filled = end;
		}
		return { buffer, files };
	}

	#take(): Unpacked | undefined {
		const waiting = this.#waiting;
		this.#waiting = undefined;
		if (waiting) return waiting;
		const next = this.#files.next();
		return next.done ? undefined : next.value;
	}
}

async function run({ port, counter, path, withheld }: AheadLink & ReaderInput): Promise<void> {
	const send = (message: AheadMessage, transfer: ArrayBuffer[] = []) => {
		port.postMessage(message, transfer);
		Atomics.add(counter, 0, 1);
		Atomics.notify(counter, 0);
	};
	try {
		const archive = await openArchive(path, withheld);
		const { name, format, entries, refused } = archive;
		let filler: Filler | null = null;
		const sendNext = (spare = new ArrayBuffer(0)) => {
			const filled = filler?.fill(spare);
			if (filled) send({ type: "files", ...filled }, [filled.buffer]);
		};
		port.on("close", () => archive.close());
		port.on("message", (request: AheadRequest) => {
			if (request.type === "more") return sendNext(request.buffer);
			filler = new Filler(unpack(archive, request.order));
			for (let buffer = 0; buffer < AHEAD; buffer += 1) sendNext();
		});
		send({ type: "open", name, format, paths: entries.map((entry) => entry.path), refused });
	} catch (error) {
		send({ type: "failed", failure: toStudioError(error).failure });
	}
}

await run(workerData as AheadLink & ReaderInput);
