/** What the writer says of stories' Boosts: a day, that there was none, or nothing, so that the source counts. */
import type { BoostMark } from "#domain/stats/boost.ts";
import type { Subject } from "#domain/stats/observation.ts";
import type { LibraryDatabase } from "./open.ts";

/** Every word, oldest first: the newest on a story counts. @param by ISO 8601: those of then; `null` is now */
export function boostMarks(database: LibraryDatabase, by: string | null): { subject: Subject; mark: BoostMark }[] {
	const rows = database
		.prepare<[string], { subject: Subject; word: string }>(
			"SELECT subject, word FROM boost_mark WHERE marked_at <= ? ORDER BY row",
		)
		.all(by ?? "9999");
	return rows.map(({ subject, word }) => ({ subject, mark: word === "" ? null : word }));
}

export function markBoost(database: LibraryDatabase, subject: Subject, mark: BoostMark, now: string): void {
	database.prepare("INSERT INTO boost_mark (subject, word, marked_at) VALUES (?, ?, ?)").run(subject, mark ?? "", now);
}
