import type { StatsImportInfo, StatsReport } from "#contract/stats.ts";
import { isStatsFormat } from "#domain/stats/formats/format.ts";
import { NOTHING_NEW, READABLE_REPORT } from "../database/report.ts";
import { StudioError } from "../errors.ts";
import type { Library } from "../library.ts";

/** Every import: of stats, of an archive, and the sample where it brought figures; newest first. */
export function listStatsImports(library: Library): StatsImportInfo[] {
	const counts = library.observations.countByImport();
	return library.database
		.prepare<
			[],
			{
				id: string;
				kind: StatsImportInfo["kind"];
				name: string;
				format: string;
				started: string;
				state: string;
				report: string | null;
				nothingNew: 0 | 1;
			}
		>(
			`SELECT id, kind, source_name AS name, format, started_at AS started, state,
         ${READABLE_REPORT} AS report, ${NOTHING_NEW} AS nothingNew
       FROM import i WHERE state <> 'running' ORDER BY started_at DESC, rowid DESC`,
		)
		.all()
		.filter((row) => row.kind === "stats" || row.kind === "medium-archive" || counts.has(row.id))
		.map((row) => ({
			id: row.id,
			kind: row.kind,
			sourceName: row.name,
			format: isStatsFormat(row.format) ? row.format : null,
			startedAt: row.started,
			observations: counts.get(row.id) ?? 0,
			nothingNew: row.nothingNew === 1,
			undone: row.state === "undone",
			report: row.kind === "stats" ? (JSON.parse(row.report ?? "null") as StatsReport | null) : null,
		}));
}

/** @throws {StudioError} NOT_FOUND when there is no such finished stats import */
export function setImportUndone(library: Library, importId: string, undone: boolean): void {
	const { changes } = library.database
		.prepare("UPDATE import SET state = ? WHERE id = ? AND kind = 'stats' AND state <> 'running'")
		.run(undone ? "undone" : "complete", importId);
	if (changes === 0) throw new StudioError("NOT_FOUND", "There is no such import of stats");
}
