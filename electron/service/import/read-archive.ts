import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { StudioError } from "../errors.ts";
import type { ReaderInput, ReaderMessage } from "./messages.ts";
import type { ReadEnd } from "./reader.ts";
import { ArchiveReaderThread } from "./reader-thread.ts";

/** Bytes from which an archive is worth a second reader. */
const SHARED_FROM_BYTES = 1024 ** 2;

/**
 * How many threads read an archive of some size: two, but storing wants a core too. Of two cores one is left, and a
 * second thread would only have to be started and warmed up.
 */
function readersFor(path: string): number {
	const stats = statSync(path, { throwIfNoEntry: false });
	const large = stats !== undefined && (stats.isDirectory() || stats.size > SHARED_FROM_BYTES);
	return large && availableParallelism() > 2 ? 2 : 1;
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
export async function* readArchive(input: ReaderInput, of = readersFor(input.path)): AsyncGenerator<ReaderMessage> {
	const readers = Array.from({ length: of }, (_, index) => new ArchiveReaderThread(input, { index, of }));
	try {
		const [opened] = await Promise.all(readers.map(next));
		for (const reader of readers) reader.start();
		if (opened) yield opened;
		const reading = [...readers];
		const ends: ReadEnd[] = [];
		for (let reader = reading.shift(); reader; ) {
			const message = await next(reader);
			if (message.type === "end") {
				ends.push(message.end);
				reader = reading.shift();
			} else if (message.type === "items") {
				if (message.items.length > 0) yield message;
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
