/** Worker thread: reads and parses an archive in batches, each asked for, so that memory stays bounded. */
import { parentPort, workerData } from "node:worker_threads";
import { StudioError, toStudioError } from "../errors.ts";
import { openArchive } from "./archive.ts";
import type { ReaderInput, ReaderMessage, ReaderRequest } from "./messages.ts";
import { ArchiveReader, type ReadItem } from "./reader.ts";

/** Characters of documents in one batch. */
const BATCH_CHARACTERS = 250_000;
const BATCH_ITEMS = 48;

const size = (item: ReadItem) => ("post" in item ? item.post.text.json.length : 0);

function* batches(groups: Iterable<ReadItem[]>): Generator<ReadItem[]> {
	let batch: ReadItem[] = [];
	let characters = 0;
	for (const item of flatten(groups)) {
		batch.push(item);
		characters += size(item);
		if (batch.length < BATCH_ITEMS && characters < BATCH_CHARACTERS) continue;
		yield batch;
		batch = [];
		characters = 0;
	}
	if (batch.length > 0) yield batch;
}

function* flatten(groups: Iterable<ReadItem[]>): Generator<ReadItem> {
	for (const group of groups) yield* group;
}

async function run(input: ReaderInput, port: NonNullable<typeof parentPort>): Promise<void> {
	const send = (message: ReaderMessage) => port.postMessage(message);
	try {
		const archive = await openArchive(input.path);
		const reader = new ArchiveReader(archive);
		if (!reader.isExport) {
			const { refusal } = reader;
			throw new StudioError("UNSUPPORTED_FORMAT", "There are no Medium stories in it", {
				file: input.name,
				...(refusal ? { place: refusal.file, reason: refusal.reason } : {}),
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
			const next = waiting.next();
			if (!next.done) return send({ type: "items", items: next.value });
			const end = reader.end();
			send({ type: "end", end });
			finish();
		});
	} catch (error) {
		const { code, message, details } = toStudioError(error);
		send({ type: "failed", code, message, details: { ...details, ...(details.file ? { file: input.name } : {}) } });
		port.close();
	}
}

if (parentPort) await run(workerData as ReaderInput, parentPort);
