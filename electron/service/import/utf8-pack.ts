/** Texts on their way to another thread, as UTF-8 side by side in few buffers that are moved and not copied. */

/** Bytes of a buffer: what a batch of stories usually needs. */
const BUFFER_BYTES = 768 * 1024;
/** UTF-8 bytes of one UTF-16 unit, at most. */
const MOST_BYTES_A_UNIT = 3;

const encoder = new TextEncoder();

/** Where a text lies: which of the pack's buffers, the first byte, how many. */
export type PackedText = readonly [buffer: number, start: number, length: number];

/** @param buffers that the pack gave away with it */
export function unpackText([buffer, start, length]: PackedText, buffers: readonly ArrayBuffer[]): Uint8Array {
	return new Uint8Array(buffers[buffer] ?? new ArrayBuffer(0), start, length);
}

export class Utf8Pack {
	#free: Uint8Array<ArrayBuffer> = new Uint8Array(0);
	#buffers: ArrayBuffer[] = [];
	readonly #spare: ArrayBuffer[] = [];

	/** The text's UTF-8, in one of the pack's buffers. Lone surrogates become U+FFFD. */
	add(text: string): Uint8Array<ArrayBuffer> {
		const most = text.length * MOST_BYTES_A_UNIT;
		if (this.#free.length < most) {
			const buffer = this.#buffer(most);
			this.#buffers.push(buffer);
			this.#free = new Uint8Array(buffer);
		}
		const { written } = encoder.encodeInto(text, this.#free);
		const bytes = this.#free.subarray(0, written);
		this.#free = this.#free.subarray(written);
		return bytes;
	}

	/** Where bytes lie that were added since its buffers were last given away. */
	place(bytes: Uint8Array<ArrayBuffer>): PackedText {
		return [this.#buffers.lastIndexOf(bytes.buffer), bytes.byteOffset, bytes.length];
	}

	/** Gives its buffers away; later texts go into others. */
	take(): ArrayBuffer[] {
		const buffers = this.#buffers;
		this.#buffers = [];
		this.#free = new Uint8Array(0);
		return buffers;
	}

	/** Takes buffers back whose texts nobody needs any more. */
	reuse(buffers: readonly ArrayBuffer[]): void {
		this.#spare.push(...buffers.filter(({ byteLength }) => byteLength === BUFFER_BYTES));
	}

	#buffer(bytes: number): ArrayBuffer {
		if (bytes > BUFFER_BYTES) return new ArrayBuffer(bytes);
		return this.#spare.pop() ?? new ArrayBuffer(BUFFER_BYTES);
	}
}
