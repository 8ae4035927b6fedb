import { Readable } from "node:stream";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";

/** Body of a request or response as a Node stream. The two declare the same class with types that do not meet. */
export function nodeReadable(body: ReadableStream | null): Readable {
	return body ? Readable.fromWeb(body as unknown as NodeReadableStream) : Readable.from([]);
}
