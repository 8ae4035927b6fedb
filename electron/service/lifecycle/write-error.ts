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

/** Whether SQLite took the row; not where the schema forbids it. @throws {WriteError} */
export function isTaken(insert: () => void): boolean {
	return written(() => {
		try {
			insert();
			return true;
		} catch (error) {
			if (error instanceof Database.SqliteError && error.code.startsWith("SQLITE_CONSTRAINT")) return false;
			throw error;
		}
	});
}
