/** Error codes that cross the wire. The window turns each into words; details name file, place and reason. */
export const STUDIO_ERROR_CODES = [
	"LIBRARY_UNAVAILABLE",
	"LIBRARY_LOCKED",
	"NOT_FOUND",
	"CONFLICT",
	"INVALID_INPUT",
	"UNREADABLE_FILE",
	"UNSUPPORTED_FORMAT",
	"DISK_FULL",
	"WRITE_FAILED",
	"CANCELLED",
	"INTERNAL",
] as const;

export type StudioErrorCode = (typeof STUDIO_ERROR_CODES)[number];

/** What travels beside the code. All fields are safe to show to the writer. */
export interface StudioErrorDetails {
	file?: string;
	/** Row, line, block or entry inside the file. */
	place?: string;
	reason?: string;
}
