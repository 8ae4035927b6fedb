/** What to read of an archive, decided by names alone. */
import type { SkippedFile } from "#contract/imports.ts";
import { classifyExportPath, parsePostFileName } from "#domain/medium/file-name.ts";
import type { Archive, ArchiveEntry } from "./entry.ts";

export interface ReadingPlan {
	/** Files that name the same story stand together. */
	posts: ArchiveEntry[][];
	earnings: ArchiveEntry[];
	profile: ArchiveEntry | null;
	publications: ArchiveEntry | null;
	feed: ArchiveEntry | null;
	skipped: SkippedFile[];
}

const byPath = (a: ArchiveEntry, b: ArchiveEntry) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

export function planReading(archive: Archive): ReadingPlan {
	const plan: ReadingPlan = {
		posts: [],
		earnings: [],
		profile: null,
		publications: null,
		feed: null,
		skipped: archive.refused.filter(({ file }) => classifyExportPath(file) !== "noise"),
	};
	const groups = new Map<string, ArchiveEntry[]>();
	for (const entry of [...archive.entries].sort(byPath)) {
		const kind = archive.format === "file" ? "post" : classifyExportPath(entry.path);
		const skip = (reason: SkippedFile["reason"]) => plan.skipped.push({ file: entry.path, reason, detail: "" });
		if (kind === "post") {
			const key = parsePostFileName(entry.path.split("/").at(-1) ?? "")?.mediumId ?? entry.path;
			const group = groups.get(key);
			if (group) group.push(entry);
			else groups.set(key, [entry]);
		} else if (kind === "earnings") plan.earnings.push(entry);
		else if (kind === "profile" || kind === "publications" || kind === "feed") {
			const taken = plan[kind];
			if (taken === null) plan[kind] = entry;
			else plan.skipped.push({ file: entry.path, reason: "samePage", detail: taken.path });
		} else if (kind === "private") skip("private");
		else if (kind === "other") skip("notStories");
		else if (kind === "foreign") skip("foreign");
	}
	plan.posts = [...groups.values()];
	return plan;
}
