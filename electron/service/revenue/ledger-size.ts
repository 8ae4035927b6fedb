/** How much a library holds for the revenue engine. Runs in a thread: of millions of figures it takes seconds. */
import { join } from "node:path";
import Database from "better-sqlite3";
import { DATABASE_FILE } from "../lifecycle/files.ts";
import type { TaskOutcome } from "../threads/tasks.ts";

export interface LedgerSize {
	figures: number;
	stories: number;
}

const SIZE = `
  SELECT count(*) AS figures, count(DISTINCT nullif(s.subject, 'account')) AS stories
  FROM observation o JOIN observation_series s ON s.id = o.series
  WHERE o.import_id IN (SELECT id FROM import WHERE state = 'complete')`;

/** @param directory of the library; its file is only read */
export function ledgerSizeTask({ directory }: { directory: string }): TaskOutcome<"ledgerSize"> {
	const database = new Database(join(directory, DATABASE_FILE), { readonly: true, fileMustExist: true });
	try {
		return { value: database.prepare<[], LedgerSize>(SIZE).get() ?? { figures: 0, stories: 0 } };
	} finally {
		database.close();
	}
}
