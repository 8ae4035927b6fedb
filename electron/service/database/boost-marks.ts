/** What the writer says of stories' Boosts: a day, that there was none, or nothing, so that the source counts. */
import type { BoostMark } from "#domain/stats/boost.ts";
import type { Subject } from "#domain/stats/observation.ts";
import type { LibraryDatabase } from "./open.ts";

/** The newest word on each story. @param by ISO 8601: as it was then; `null` is now */
export function boostMarks(database: LibraryDatabase, by: string | null): Map<Subject, BoostMark> {
	const rows = database
		.prepare<[string], { subject: Subject; word: string }>(
			"SELECT subject, word FROM boost_mark WHERE marked_at <= ? ORDER BY row",
		)
		.all(by ?? "9999");
	return new Map(rows.map(({ subject, word }) => [subject, word === "" ? null : word]));
}

/** @returns the word that stood before, which undoes this one */
export function markBoost(database: LibraryDatabase, subject: Subject, mark: BoostMark, now: string): BoostMark {
	const before = boostMarks(database, null).get(subject) ?? null;
	database.prepare("INSERT INTO boost_mark (subject, word, marked_at) VALUES (?, ?, ?)").run(subject, mark ?? "", now);
	return before;
}
