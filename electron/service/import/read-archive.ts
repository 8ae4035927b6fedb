import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { StudioError } from "../errors.ts";
import type { ReaderInput, ReaderMessage } from "./messages.ts";
import type { PackedItem, ReadEnd, ReadItem } from "./reader.ts";
import { ArchiveReaderThread } from "./reader-thread.ts";
import { type PackedText, unpackText } from "./utf8-pack.ts";

/** Bytes from which an archive is worth a second thread. */
const SHARED_FROM_BYTES = 1024 ** 2;

/** How threads share the reading. */
export type Sharing =
	| "alone"
	/** One opens the archive and unpacks, the other reads. */
	| "unpackAhead"
	/** Two that each do both, for half of the stories. */
	| "halves";

/**
 * A large archive is read by two threads, but storing wants a core too: of two cores one is left, and a second reader
 * would cost more to start and warm up than it spares. What unpacks takes the time in which storing has nothing to do.
 */
function sharingFor(path: string): Sharing {
	const stats = statSync(path, { throwIfNoEntry: false });
	if (stats === undefined || !(stats.isDirectory() || stats.size > SHARED_FROM_BYTES)) return "alone";
	return availableParallelism() > 2 ? "halves" : "unpackAhead";
}

function startReaders(input: ReaderInput, sharing: Sharing): ArchiveReaderThread[] {
	const of = sharing === "halves" ? 2 : 1;
	return Array.from(
		{ length: of },
		(_, index) => new ArchiveReaderThread(input, { index, of }, sharing === "unpackAhead"),
	);
}

function joinEnds(ends: readonly ReadEnd[]): ReadEnd {
	const dates = ends.flatMap(({ exportedOn }) => exportedOn ?? []).sort();
	return {
		exportedOn: dates.at(-1) ?? null,
		earnings: ends.find(({ earnings }) => earnings !== null)?.earnings ?? null,
		profile: ends.find(({ profile }) => profile !== null)?.profile ?? null,
		pages: ends.flatMap(({ pages }) => pages),
		skipped: ends.flatMap(({ skipped }) => skipped),
	};
}

/** What is told of an archive, in this order. */
export type ArchiveMessage = Extract<ReaderMessage, { type: "open" | "end" }> | { type: "items"; items: ReadItem[] };

function unpackItem(item: PackedItem, buffers: readonly ArrayBuffer[]): ReadItem {
	if ("skipped" in item) return item;
	const { text } = item.post;
	const unpack = (packed: PackedText) => unpackText(packed, buffers);
	const bytes = { json: unpack(text.json), body: unpack(text.body), indexedBody: unpack(text.indexedBody) };
	return { post: { ...item.post, text: { ...text, ...bytes } } };
}

/** The next message; what went wrong in the thread is thrown here. */
async function next(reader: ArchiveReaderThread): Promise<ReaderMessage> {
	const message = await reader.next();
	if (message.type === "failed") throw StudioError.from(message.failure);
	return message;
}

/**
 * What threads read from an archive, message by message, in an order that is always the same. The texts of a message
 * are gone when the next one is asked for. Ending the loop early stops the threads.
 * @throws {StudioError} as `openArchive`
 */
export async function* readArchive(
	input: ReaderInput,
	sharing = sharingFor(input.path),
): AsyncGenerator<ArchiveMessage> {
	const readers = startReaders(input, sharing);
	try {
		const [opened] = await Promise.all(readers.map(next));
		for (const reader of readers) reader.start();
		if (opened?.type === "open") yield opened;
		const reading = [...readers];
		const ends: ReadEnd[] = [];
		for (let reader = reading.shift(); reader; ) {
			const message = await next(reader);
			if (message.type === "end") {
				ends.push(message.end);
				reader = reading.shift();
			} else if (message.type === "items") {
				const items = message.items.map((item) => unpackItem(item, message.buffers));
				if (items.length > 0) yield { type: "items", items };
				reader.more(message.buffers);
				if (!message.turn) continue;
				reading.push(reader);
				reader = reading.shift();
			}
		}
		yield { type: "end", end: joinEnds(ends) };
	} finally {
		await Promise.all(readers.map((reader) => reader.stop()));
	}
}
