import { setTimeout as wait } from "node:timers/promises";
import type { StudioClient } from "../client.ts";
import { StudioError } from "../errors.ts";

const POLL_MS = 50;

/** Adds the sample to a library that holds nothing, as `--sample` asks. `false` when it holds something. @throws {Error} */
export async function fillEmptyLibrary(client: StudioClient): Promise<boolean> {
	const shelves = await client.stories.shelves.query();
	if (shelves.all + shelves.trash > 0 || (await client.sample.status.query()).present) return false;
	const { jobId } = await client.sample.add.mutate();
	for (;;) {
		const { state, error } = await client.jobs.status.query({ id: jobId });
		if (state === "done") return true;
		if (state !== "running") throw error ? StudioError.from(error) : new Error("The sample library could not be added");
		await wait(POLL_MS);
	}
}
