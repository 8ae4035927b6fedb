import { readSync } from "node:fs";
import { RandomAccessReader } from "yauzl";

const WINDOW_BYTES = 256 * 1024;

/**
 * The bytes of a zip file as yauzl asks for them: two small reads an entry, one after the other. They are answered at
 * once from a window on the file, instead of by a turn through the thread pool each.
 */
export class ZipWindow extends RandomAccessReader {
	readonly #handle: number;
	#window: Buffer = Buffer.alloc(0);
	#start = 0;

	constructor(handle: number) {
		super();
		this.#handle = handle;
	}

	override read(
		target: Buffer,
		offset: number,
		length: number,
		position: number,
		callback: (error: Error | null) => void,
	): void {
		try {
			this.#cover(position, length);
		} catch (error) {
			callback(error instanceof Error ? error : new Error(String(error)));
			return;
		}
		const at = position - this.#start;
		const copied = this.#window.copy(target, offset, at, at + length);
		callback(copied < length ? new Error("unexpected EOF") : null);
	}

	#cover(position: number, length: number): void {
		if (position >= this.#start && position + length <= this.#start + this.#window.length) return;
		const window = Buffer.allocUnsafe(Math.max(WINDOW_BYTES, length));
		let filled = 0;
		while (filled < window.length) {
			const read = readSync(this.#handle, window, filled, window.length - filled, position + filled);
			if (read === 0) break;
			filled += read;
		}
		this.#window = window.subarray(0, filled);
		this.#start = position;
	}
}
