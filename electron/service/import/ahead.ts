/** What a reading thread and the one that unpacks for it say to each other, and the reading thread's side of it. */
import { MessageChannel, type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import type { StudioFailure } from "#contract/errors.ts";
import type { ImportReason, SkippedFile } from "#contract/imports.ts";
import { StudioError } from "../errors.ts";
import { type Archive, type ArchiveEntry, EntryError } from "./entry.ts";

/** Buffers that are filled before the first is free again. */
const SLOTS = 3;
/** Bytes of one: some seventy stories, so that the threads seldom wake each other. */
const SLOT_BYTES = 1024 ** 2;

/** How the two threads are connected: each has one of two ports, and both the rest. */
export interface AheadLink {
	port: MessagePort;
	/** One number, raised after each message: the reading thread sleeps on it. */
	counter: Int32Array<SharedArrayBuffer>;
	/** Where files are put. Shared and not moved: each thread would count what arrives as its own and collect garbage. */
	slots: readonly Uint8Array<SharedArrayBuffer>[];
}

/** Two ends of one link. */
export function linkThreads(): [AheadLink, AheadLink] {
	const { port1, port2 } = new MessageChannel();
	const counter = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
	const slots = Array.from({ length: SLOTS }, () => new Uint8Array(new SharedArrayBuffer(SLOT_BYTES)));
	return [
		{ port: port1, counter, slots },
		{ port: port2, counter, slots },
	];
}

/** One file of a message: where its bytes are, or why it cannot be read. */
export type AheadFile = { start: number; end: number } | { reason: ImportReason; detail: string };

export type AheadMessage =
	| { type: "open"; name: string; format: Archive["format"]; paths: string[]; refused: SkippedFile[] }
	/** The next files in the order that was asked for, in a slot; or one that no slot could hold. */
	| { type: "files"; slot: number; large: Uint8Array | null; files: AheadFile[] }
	| { type: "failed"; failure: StudioFailure };

/** Says which entries are wanted, by their number, or gives a slot back, which is filled again. */
export type AheadRequest = { type: "expect"; order: number[] } | { type: "more"; slot: number };

/** Sleeps until the other thread has sent something. */
function receive({ port, counter }: AheadLink): AheadMessage {
	for (;;) {
		const seen = Atomics.load(counter, 0);
		const received = receiveMessageOnPort(port);
		if (received) return received.message as AheadMessage;
		Atomics.wait(counter, 0, seen);
	}
}

/** Files as they arrive; each is asked for once, or passed over, in the order that was expected. */
class ArrivingFiles {
	readonly #link: AheadLink;
	readonly #order: readonly number[];
	#position = 0;
	#bytes: Uint8Array = new Uint8Array(0);
	/** What is being read; to be given back. */
	#slot: number | null = null;
	#files: AheadFile[] = [];
	#at = 0;

	constructor(link: AheadLink, order: number[]) {
		this.#link = link;
		this.#order = order;
		this.#ask({ type: "expect", order });
	}

	/** @throws {EntryError} */
	read(entry: number): Uint8Array {
		while (this.#position < this.#order.length) {
			const file = this.#next();
			if (this.#order[this.#position - 1] !== entry) continue;
			if ("reason" in file) throw new EntryError(file.reason, file.detail);
			return this.#bytes.subarray(file.start, file.end);
		}
		throw new Error(`Entry ${entry} was not expected`);
	}

	#next(): AheadFile {
		for (;;) {
			const file = this.#files[this.#at];
			if (file) {
				this.#at += 1;
				this.#position += 1;
				return file;
			}
			if (this.#slot !== null) {
				this.#ask({ type: "more", slot: this.#slot });
				this.#slot = null;
			}
			const message = receive(this.#link);
			if (message.type === "failed") throw StudioError.from(message.failure);
			if (message.type !== "files") continue;
			this.#slot = message.slot;
			this.#bytes = message.large ?? this.#link.slots[message.slot] ?? new Uint8Array(0);
			this.#files = message.files;
			this.#at = 0;
		}
	}

	#ask(request: AheadRequest): void {
		this.#link.port.postMessage(request);
	}
}

/**
 * The archive that another thread has opened and unpacks ahead of its reader.
 * @throws {StudioError} as `openArchive`
 */
export function openAhead(link: AheadLink): Archive {
	const message = receive(link);
	if (message.type === "failed") throw StudioError.from(message.failure);
	if (message.type === "files") throw new Error("Files came before they were asked for");
	const { name, format, paths, refused } = message;
	let files: ArrivingFiles | null = null;
	const entries = paths.map((path, number): ArchiveEntry => {
		const read = () => {
			if (!files) throw new Error("Nothing was expected");
			return files.read(number);
		};
		return { path, read };
	});
	const numbers = new Map(entries.map((entry, number) => [entry, number]));
	return {
		format,
		name,
		entries,
		refused,
		expect(order) {
			files = new ArrivingFiles(
				link,
				order.map((entry) => numbers.get(entry) ?? -1),
			);
		},
		close: () => link.port.close(),
	};
}
