/** One step of the library's schema. Steps are never edited once released; a change is a new step. */
export interface Migration {
	/** Equals its place in the list, counted from 1, and `PRAGMA user_version` after it ran. */
	version: number;
	name: string;
	/** Runs inside the migrating transaction. */
	sql: string;
}
