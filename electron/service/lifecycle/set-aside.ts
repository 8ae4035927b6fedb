import { rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { SalvageReport } from "#contract/library.ts";
import { parseStoryDocumentJson } from "#domain/story/parse.ts";
import { storyTitle } from "#domain/story/text.ts";
import type { LibraryDatabase } from "../database/open.ts";
import type { Row } from "./whole-text.ts";

type Unreadable = SalvageReport["unreadable"][number];

/** Texts that are in no table of the new library: each is a file beside it, as it was found. */
export class SetAside {
	readonly #directory: string;
	readonly #kept = new Map<string, Unreadable & { revision: number }>();

	constructor(directory: string) {
		this.#directory = directory;
	}

	/** Of a text that is found more than once, the one of the highest revision stays. */
	put(table: string, row: Row): void {
		const isEarlier = table === "story_version";
		const id = String(row["id"]).replace(/[^\w-]/g, "_");
		const file = join(this.#directory, `unreadable-${isEarlier ? "version-" : ""}${id}.txt`);
		const revision = Number(row["revision"] ?? 0);
		const before = this.#kept.get(file);
		if (before && before.revision >= revision) return;
		const text = row["document"];
		writeFileSync(file, text instanceof Uint8Array ? text : String(text));
		this.#kept.set(file, {
			storyId: String(isEarlier ? row["story_id"] : row["id"]),
			title: String(row["title"] ?? ""),
			isEarlier,
			file: basename(file),
			revision,
		});
	}

	/** Of each story that was lost, the newest text before it, which would go with it. */
	putTextsOfLost(fresh: LibraryDatabase): void {
		const newest = fresh.prepare<[], Row & { document: string }>(
			`SELECT id, story_id, document, max(created_at) FROM story_version
       WHERE story_id NOT IN (SELECT id FROM story) GROUP BY story_id`,
		);
		for (const row of newest.iterate())
			this.put("story_version", { ...row, title: storyTitle(parseStoryDocumentJson(row.document)) });
	}

	/** What is aside for good: a story that came into the library after all is no longer, unless that text is older. */
	report(fresh: LibraryDatabase): Unreadable[] {
		const story = fresh.prepare<[string], { title: string; revision: number }>(
			"SELECT title, revision FROM story WHERE id = ?",
		);
		const report: Unreadable[] = [];
		for (const { revision, ...text } of this.#kept.values()) {
			const current = story.get(text.storyId);
			if (current && !text.isEarlier && current.revision >= revision)
				rmSync(join(this.#directory, text.file), { force: true });
			else report.push({ ...text, title: text.title || (current?.title ?? "") });
		}
		return report;
	}
}
