/**
 * Long work in steps: a generator that pauses often, so that whoever runs it can give way to others, or stop for good
 * by never asking for the next step.
 */
export type Steps<Result> = Generator<void, Result, void>;

/** Does all steps at once. */
export function finish<Result>(steps: Steps<Result>): Result {
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
	}
}

/** Stories worked on between two pauses: a few milliseconds. */
const STORIES_A_STEP = 16;

/** Whether to pause before the story at a place in a list. */
export const pausesAt = (place: number) => place % STORIES_A_STEP === STORIES_A_STEP - 1;
