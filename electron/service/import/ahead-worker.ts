/** Worker thread: opens an archive and unpacks its files ahead of the thread that reads them. */
import { workerData } from "node:worker_threads";
import { toStudioError } from "../errors.ts";
import type { AheadFile, AheadLink, AheadMessage, AheadRequest } from "./ahead.ts";
import { openArchive } from "./archive.ts";
import { type Archive, EntryError } from "./entry.ts";
import type { ReaderInput } from "./messages.ts";

/** Bytes that are sent at first: until then the other thread has nothing to read. */
const FIRST_BYTES = 64 * 1024;

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

/** Puts files side by side into slots. */
class Filler {
	readonly #files: Generator<Unpacked>;
	/** What did not fit into the slot before. */
	#waiting: Unpacked | undefined;

	constructor(files: Generator<Unpacked>) {
		this.#files = files;
	}

	/** @returns what is in it now; `null` when nothing is left */
	fill(slot: Uint8Array): { large: Uint8Array | null; files: AheadFile[] } | null {
		const files: AheadFile[] = [];
		let filled = 0;
		for (let file = this.#take(); file; file = this.#take()) {
			if ("reason" in file) {
				files.push(file);
				continue;
			}
			const end = filled + file.bytes.length;
			if (end > slot.length) {
				if (files.length === 0) return { large: file.bytes, files: [{ start: 0, end }] };
				this.#waiting = file;
				break;
			}
			slot.set(file.bytes, filled);
			files.push({ start: filled, end });
			filled = end;
		}
		return files.length > 0 ? { large: null, files } : null;
	}

	#take(): Unpacked | undefined {
		const waiting = this.#waiting;
		this.#waiting = undefined;
		if (waiting) return waiting;
		const next = this.#files.next();
		return next.done ? undefined : next.value;
	}
}

async function run({ port, counter, slots, path, withheld }: AheadLink & ReaderInput): Promise<void> {
	const send = (message: AheadMessage) => {
		port.postMessage(message);
		Atomics.add(counter, 0, 1);
		Atomics.notify(counter, 0);
	};
	try {
		const archive = await openArchive(path, withheld);
		const { name, format, entries, refused } = archive;
		let filler: Filler | null = null;
		const fill = (slot: number, most?: number) => {
			const filled = slots[slot] && filler?.fill(slots[slot].subarray(0, most));
			if (filled) send({ type: "files", slot, ...filled });
		};
		port.on("close", () => archive.close());
		port.on("message", (request: AheadRequest) => {
			if (request.type === "more") return fill(request.slot);
			filler = new Filler(unpack(archive, request.order));
			for (const slot of slots.keys()) fill(slot, slot === 0 ? FIRST_BYTES : undefined);
		});
		send({ type: "open", name, format, paths: entries.map((entry) => entry.path), refused });
	} catch (error) {
		send({ type: "failed", failure: toStudioError(error).failure });
	}
}

await run(workerData as AheadLink & ReaderInput);
