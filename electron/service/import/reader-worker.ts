/** Worker thread: reads and parses an archive in batches, each asked for, so that memory stays bounded. */
import { parentPort, workerData } from "node:worker_threads";
import { CHOOSE_WHOLE_ARCHIVE, skipAdvice, skipWords } from "#contract/import-words.ts";
import { StudioError, toStudioError } from "../errors.ts";
import { openAhead } from "./ahead.ts";
import type { Archive } from "./entry.ts";
import type { ReaderMessage, ReaderRequest, ReaderStart } from "./messages.ts";
import { ArchiveReader, type PackedItem } from "./reader.ts";

/** Bytes of documents in one batch. */
const BATCH_BYTES = 250_000;
const BATCH_ITEMS = 48;

const size = (item: PackedItem) => ("post" in item ? item.post.text.json[2] : 0);

interface Batch {
	items: PackedItem[];
	turn: boolean;
}

/** Parts in batches of bounded size; the last one of each part gives the turn away. */
function* batches(parts: Iterable<Iterable<PackedItem>>): Generator<Batch> {
	for (const part of parts) {
		let items: PackedItem[] = [];
		let bytes = 0;
		for (const item of part) {
			items.push(item);
			bytes += size(item);
			if (items.length < BATCH_ITEMS && bytes < BATCH_BYTES) continue;
			yield { items, turn: false };
			items = [];
			bytes = 0;
		}
		yield { items, turn: true };
	}
}

/** What opens archives is loaded only where no other thread does. */
async function open({ ahead, path, withheld }: ReaderStart): Promise<Archive> {
	return ahead ? openAhead(ahead) : await (await import("./archive.ts")).openArchive(path, withheld);
}

async function run(input: ReaderStart, port: NonNullable<typeof parentPort>): Promise<void> {
	const send = (message: ReaderMessage, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);
	try {
		const archive = await open(input);
		const reader = new ArchiveReader(archive, input.share);
		if (!reader.isExport) {
			const { refusal } = reader;
			throw new StudioError("UNSUPPORTED_FORMAT", "There are no Medium stories in it", {
				file: input.name,
				...(refusal
					? { place: refusal.file, reason: skipWords(refusal), advice: skipAdvice(refusal.reason) }
					: { advice: CHOOSE_WHOLE_ARCHIVE }),
			});
		}
		send({ type: "open", name: input.name, format: archive.format, total: reader.total });
		const waiting = batches(reader.read());
		let closed = false;
		const finish = () => {
			if (!closed) archive.close();
			closed = true;
			port.close();
		};
		port.on("message", (request: ReaderRequest) => {
			if (closed || request.type === "stop") return finish();
			reader.pack.reuse(request.buffers);
			const next = waiting.next();
			if (!next.done) {
				const buffers = reader.pack.take();
				return send({ type: "items", ...next.value, buffers }, buffers);
			}
			const end = reader.end();
			send({ type: "end", end });
			finish();
		});
	} catch (error) {
		const { failure } = toStudioError(error);
		const { details } = failure;
		send({
			type: "failed",
			failure: { ...failure, details: { ...details, ...(details.file ? { file: input.name } : {}) } },
		});
		port.close();
	}
}

if (parentPort) await run(workerData as ReaderStart, parentPort);
