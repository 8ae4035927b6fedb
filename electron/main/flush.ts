/** Asks a window to put its text on disk before it closes. */
import type { WebContents } from "electron";
import { NOTIFY } from "#contract/ipc.ts";

/** A save takes milliseconds; a disk that spins up, seconds. */
const FLUSH_LIMIT_MS = 5000;

/** Flushes in flight, by the number their answer carries. */
export class Flushes {
	#next = 1;
	readonly #waiting = new Map<number, { contents: WebContents; done: (saved: boolean) => void }>();

	/** Resolves with whether the text is on disk; `false` when the window cannot answer or takes too long. */
	request(contents: WebContents): Promise<boolean> {
		if (contents.isDestroyed() || contents.isCrashed()) return Promise.resolve(false);
		const request = this.#next;
		this.#next += 1;
		return new Promise((resolve) => {
			const done = (saved: boolean) => {
				clearTimeout(timer);
				this.#waiting.delete(request);
				resolve(saved);
			};
			const timer = setTimeout(() => done(false), FLUSH_LIMIT_MS);
			this.#waiting.set(request, { contents, done });
			contents.send(NOTIFY.flush, request);
		});
	}

	/** The window's answer. One from another window, or for no request, is ignored. */
	answer(contents: WebContents, request: number, saved: boolean): void {
		const waiting = this.#waiting.get(request);
		if (waiting?.contents === contents) waiting.done(saved);
	}
}
