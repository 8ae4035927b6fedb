import type { StudioErrorCode, StudioErrorDetails, StudioFailure } from "#contract/errors.ts";
import { english, type Message, message, sentence } from "#domain/words/message.ts";

/**
 * An error that was foreseen: it has a code, and everything in it may be shown to the writer.
 * The second argument is an English sentence, written as a literal so that it reaches the catalogue, or a message.
 */
export class StudioError extends Error {
	override readonly name = "StudioError";
	readonly code: StudioErrorCode;
	readonly words: Message;
	readonly details: StudioErrorDetails;
	constructor(
		code: StudioErrorCode,
		words: string | Message,
		details: StudioErrorDetails = {},
		options?: ErrorOptions,
	) {
		const said = typeof words === "string" ? message(words) : words;
		super(english(said), options);
		this.code = code;
		this.words = said;
		this.details = details;
	}

	/** As it crosses the wire. */
	get failure(): StudioFailure {
		return { code: this.code, message: this.words, details: this.details };
	}

	static from({ code, message: words, details }: StudioFailure): StudioError {
		return new StudioError(code, words, details);
	}
}

const SYSTEM_CODES: Readonly<Record<string, [StudioErrorCode, string]>> = {
	ENOSPC: ["DISK_FULL", sentence("The disk is full")],
	SQLITE_FULL: ["DISK_FULL", sentence("The disk is full")],
	EACCES: ["WRITE_FAILED", sentence("The file may not be read or written")],
	EPERM: ["WRITE_FAILED", sentence("The file may not be read or written")],
	EROFS: ["WRITE_FAILED", sentence("The disk is read-only")],
	SQLITE_READONLY: ["WRITE_FAILED", sentence("The library is read-only")],
	EIO: ["WRITE_FAILED", sentence("The disk reported an error")],
	SQLITE_IOERR: ["WRITE_FAILED", sentence("The disk reported an error")],
	ENOTDIR: ["NOT_FOUND", sentence("A file is where a folder should be")],
	EISDIR: ["UNREADABLE_FILE", sentence("A folder is where a file should be")],
	EEXIST: ["WRITE_FAILED", sentence("There is a file of this name already")],
	EBUSY: ["WRITE_FAILED", sentence("Another program has the file open")],
	ENAMETOOLONG: ["INVALID_INPUT", sentence("The name is longer than the disk takes")],
	ENOENT: ["NOT_FOUND", sentence("There is no such file")],
	ERR_WORKER_OUT_OF_MEMORY: ["OUT_OF_MEMORY", sentence("This takes more memory than Inkhour gives it")],
};

/** Code of a system or SQLite error, else empty. */
export function errorCode(error: unknown): string {
	return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}

/** Any thrown value as a StudioError; system and SQLite codes are put into words, the rest becomes INTERNAL. */
export function toStudioError(error: unknown): StudioError {
	if (error instanceof StudioError) return error;
	const code = errorCode(error);
	const known = SYSTEM_CODES[code] ?? (code.startsWith("SQLITE_IOERR") ? SYSTEM_CODES["SQLITE_IOERR"] : undefined);
	const said = error instanceof Error ? error.message : String(error);
	const { dest, path } =
		typeof error === "object" && error !== null ? (error as NodeJS.ErrnoException & { dest?: string }) : {};
	const file = dest ?? path;
	// The system's own sentence is English and names the file again: only without a file it says something more.
	if (known)
		return new StudioError(known[0], known[1], file === undefined ? { reason: said } : { file }, { cause: error });
	return new StudioError(
		"INTERNAL",
		message("Something unforeseen happened: {{what}}", { what: said }),
		{},
		{ cause: error },
	);
}

/** What is wrong inside a library file. What SQLite says of it is no help to a writer; verify lists that. */
export const PARTS_DAMAGED = message("Parts of the library file are damaged");

/** Why something failed, in one message: our own words, and in brackets what the system said. */
export function whyMessage(error: unknown): Message {
	const { words, details } = toStudioError(error);
	if (details.reason === undefined) return words;
	return message("{{what}} ({{reason}})", { what: words, reason: details.reason });
}
