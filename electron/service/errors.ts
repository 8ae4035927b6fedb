import type { StudioErrorCode, StudioErrorDetails } from "#contract/errors.ts";

/** An error that was foreseen: it has a code, and everything in it may be shown to the writer. */
export class StudioError extends Error {
	override readonly name = "StudioError";
	readonly code: StudioErrorCode;
	readonly details: StudioErrorDetails;
	constructor(code: StudioErrorCode, message: string, details: StudioErrorDetails = {}, options?: ErrorOptions) {
		super(message, options);
		this.code = code;
		this.details = details;
	}
}

const SYSTEM_CODES: Readonly<Record<string, [StudioErrorCode, string]>> = {
	ENOSPC: ["DISK_FULL", "The disk is full"],
	SQLITE_FULL: ["DISK_FULL", "The disk is full"],
	EACCES: ["WRITE_FAILED", "The file may not be read or written"],
	EPERM: ["WRITE_FAILED", "The file may not be read or written"],
	EROFS: ["WRITE_FAILED", "The disk is read-only"],
	SQLITE_READONLY: ["WRITE_FAILED", "The library is read-only"],
	EIO: ["WRITE_FAILED", "The disk reported an error"],
	SQLITE_IOERR: ["WRITE_FAILED", "The disk reported an error"],
	ENOENT: ["NOT_FOUND", "There is no such file"],
};

/** Any thrown value as a StudioError; system and SQLite codes are translated, the rest becomes INTERNAL. */
export function toStudioError(error: unknown): StudioError {
	if (error instanceof StudioError) return error;
	const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
	const known = SYSTEM_CODES[code] ?? (code.startsWith("SQLITE_IOERR") ? SYSTEM_CODES["SQLITE_IOERR"] : undefined);
	const message = error instanceof Error ? error.message : String(error);
	if (known) return new StudioError(known[0], known[1], { reason: message }, { cause: error });
	return new StudioError("INTERNAL", message, {}, { cause: error });
}
