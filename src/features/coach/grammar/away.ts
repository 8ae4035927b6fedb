/** A file of the grammar checker could not be had: the studio is away, or does not hand it out just now. */
export class AwayError extends Error {}

/** Looks whether a file is there, without its bytes. @throws {AwayError} when it cannot be had just now */
export async function mustBeThere(url: string | URL): Promise<void> {
	const answer = await fetch(url, { method: "HEAD" }).catch((cause: unknown) => {
		throw new AwayError("The studio does not answer", { cause });
	});
	if (!answer.ok) throw new AwayError(`The studio answers with ${answer.status}`);
}
