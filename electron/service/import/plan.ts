/** What to read of an archive, decided by names alone. */
import type { SkippedFile } from "#contract/imports.ts";
import { classifyExportPath, type ExportFileKind, parsePostFileName } from "#domain/medium/file-name.ts";
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

/** What a file is for. The folder that was chosen may itself be one of those that Medium makes. */
function kindOf({ path }: ArchiveEntry, { format, name }: Archive): ExportFileKind {
	const kind = classifyExportPath(path);
	if (format === "file") return kind === "earnings" ? kind : "post";
	return kind === "foreign" && format === "folder" ? classifyExportPath(`${name}/${path}`) : kind;
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
		const kind = kindOf(entry, archive);
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
