import type { NetworkRequest } from "#contract/diagnostics.ts";
import type { Clock } from "./clock.ts";

/** Kept for the diagnostics page; the count goes on. */
const KEPT_REQUESTS = 200;

/** Every connection the service makes to the network in this session, so that "nothing leaves the machine unasked" can be checked. */
export class NetworkLog {
	readonly #clock: Clock;
	readonly #requests: NetworkRequest[] = [];
	#count = 0;

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	/** Call before connecting; call what it returns once with the bytes received. */
	begin(purpose: NetworkRequest["purpose"], host: string): (bytes: number) => void {
		const request: NetworkRequest = { purpose, host, at: this.#clock.now().toISOString(), bytes: null };
		this.#count += 1;
		this.#requests.push(request);
		if (this.#requests.length > KEPT_REQUESTS) this.#requests.shift();
		return (bytes) => {
			request.bytes ??= bytes;
		};
	}

	get count(): number {
		return this.#count;
	}

	/** The latest, oldest first. */
	requests(): NetworkRequest[] {
		return this.#requests.map((request) => ({ ...request }));
	}
}
