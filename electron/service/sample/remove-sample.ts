import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { RemoveSampleInput, SampleRemoved } from "#contract/sample.ts";
import { parseStoryDocumentJson } from "#domain/story/parse.ts";
import type { Library } from "../library.ts";
import { mediaDirectory } from "../media/store.ts";
import { sampleStatus } from "./sample-status.ts";

/** Pictures of the sample stories. */
function assetsOf(library: Library): Set<string> {
	const assets = new Set<string>();
	const rows = library.database.prepare<[], { document: string }>("SELECT document FROM story WHERE sample = 1").all();
	for (const { document } of rows)
		for (const block of parseStoryDocumentJson(document).blocks)
			if (block.type === "figure" && block.image.assetId) assets.add(block.image.assetId);
	return assets;
}

/** Takes away exactly the sample, in one transaction; the writer's own stories, plans and figures are not touched. */
export async function removeSample(library: Library, { edited }: RemoveSampleInput): Promise<SampleRemoved> {
	const { database, observations, stories } = library;
	const assets = assetsOf(library);
	const removed = database
		.transaction((): SampleRemoved => {
			database
				.prepare("DELETE FROM boost_mark WHERE subject IN (SELECT 'story:' || medium_id FROM story WHERE sample = 1)")
				.run();
			const kept = edited === "keep" ? sampleStatus(library).edited : [];
			for (const { id, kind } of kept) {
				database.prepare(`UPDATE ${kind} SET sample = 0 WHERE id = ?`).run(id);
				// A kept story is the writer's: it has no address on Medium, and no import can undo it.
				if (kind === "story")
					database
						.prepare("UPDATE story SET medium_id = NULL, import_id = NULL, imported_hash = NULL WHERE id = ?")
						.run(id);
			}
			for (const id of database.prepare<[], string>("SELECT id FROM import WHERE kind = 'sample'").pluck().all()) {
				observations.forget(id);
				database.prepare("UPDATE story SET import_id = NULL WHERE import_id = ?").run(id);
				database.prepare("DELETE FROM import WHERE id = ?").run(id);
			}
			database.prepare("DELETE FROM idea WHERE sample = 1").run();
			database.prepare("DELETE FROM series WHERE sample = 1").run();
			const ids = database.prepare<[], string>("SELECT id FROM story WHERE sample = 1").pluck().all();
			for (const id of ids) stories.remove(id);
			return { stories: ids.length, kept: kept.length };
		})
		.immediate();
	const used = database.prepare<[string, string], number>(
		"SELECT EXISTS (SELECT 1 FROM story WHERE instr(document, ?)) OR EXISTS (SELECT 1 FROM story_version WHERE instr(document, ?))",
	);
	for (const asset of assets)
		if (used.pluck().get(asset, asset) === 0) await rm(join(mediaDirectory(library.directory), asset), { force: true });
	return removed;
}
