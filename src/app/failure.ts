import type { StudioFailure } from "#contract/errors.ts";
import { english } from "#domain/words/message.ts";

/** A failure of the service that did not come as the answer to a call: a job's, an upload's. */
export class ServiceFailure extends Error {
	override readonly name = "ServiceFailure";
	readonly failure: StudioFailure;
	constructor(failure: StudioFailure) {
		super(english(failure.message));
		this.failure = failure;
	}
}
