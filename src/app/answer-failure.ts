/** Failures of requests that are not calls: uploads, exports. Loaded with the first of them. */
import { type StudioFailure, studioFailureSchema } from "#contract/errors.ts";
import { ServiceFailure } from "./failure.ts";

/**
 * Passes a good answer on. @param otherwise what is said of a failure that does not explain itself
 * @throws {ServiceFailure}
 */
export async function assertAnswered(answer: Response, otherwise: StudioFailure): Promise<Response> {
	if (answer.ok) return answer;
	const refusal = studioFailureSchema.safeParse(await answer.json().catch(() => null));
	throw new ServiceFailure(refusal.success ? refusal.data : otherwise);
}
