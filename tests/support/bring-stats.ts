import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type StudioUnderTest } from "./studio.ts";

/** Writes a file into the library's folder, for an import to read. @returns its path */
export function writeStats(studio: StudioUnderTest, name: string, text: string): string {
	const path = join(studio.libraryDirectory, name);
	writeFileSync(path, text);
	return path;
}

/** Takes files of figures in, one after the other, without the window. @param files texts by name */
export async function bringStats(studio: StudioUnderTest, files: Readonly<Record<string, string>>): Promise<void> {
	for (const [name, text] of Object.entries(files)) {
		const source = { type: "path", path: writeStats(studio, name, text) } as const;
		const { jobId } = await studio.client.stats.startImport.mutate({ source });
		await expect.poll(async () => (await studio.client.jobs.status.query({ id: jobId })).state).toBe("done");
	}
}
