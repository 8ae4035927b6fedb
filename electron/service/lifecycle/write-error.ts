import Database from "better-sqlite3";

/** The new library, or a file beside it, cannot be written, e.g. because the disk is full. Its cause is what the system said. */
export class WriteError extends Error {}

/** What `write` gives. @throws {WriteError} whatever it throws */
export function written<T>(write: () => T): T {
	try {
		return write();
	} catch (error) {
		throw new WriteError("The new library cannot be written", { cause: error });
	}
}

/** What SQLite says of a row, and not of the disk: its schema forbids it, a type does not fit, a value is too long. */
const OF_THE_ROW = /^SQLITE_(?:CONSTRAINT|MISMATCH|TOOBIG)/;

/** Whether SQLite took the row. @throws {WriteError} for what is not the row's own fault */
export function isTaken(insert: () => void): boolean {
	return written(() => {
		try {
			insert();
			return true;
		} catch (error) {
			if (error instanceof Database.SqliteError && OF_THE_ROW.test(error.code)) return false;
			throw error;
		}
	});
}
