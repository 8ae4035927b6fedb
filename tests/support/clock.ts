import type { Clock } from "#service/clock.ts";

/** A clock that stands still until a test moves it. */
export class SettableClock implements Clock {
	#now: Date;

	constructor(iso: string) {
		this.#now = new Date(iso);
	}

	now(): Date {
		return new Date(this.#now);
	}

	set(iso: string): void {
		this.#now = new Date(iso);
	}

	advance(milliseconds: number): void {
		this.#now = new Date(this.#now.getTime() + milliseconds);
	}
}
