/** Errors that cross the wire: a code for programs, a message for people, details that name file, place and reason. */
import { z } from "zod";
import type { Message, Words } from "#domain/words/message.ts";

export const STUDIO_ERROR_CODES = [
	"LIBRARY_UNAVAILABLE",
	"LIBRARY_LOCKED",
	"NOT_FOUND",
	"CONFLICT",
	"INVALID_INPUT",
	"UNREADABLE_FILE",
	"UNSUPPORTED_FORMAT",
	"DISK_FULL",
	"OUT_OF_MEMORY",
	"WRITE_FAILED",
	"CANCELLED",
	"INTERNAL",
] as const;

export type StudioErrorCode = (typeof STUDIO_ERROR_CODES)[number];

/** What travels beside the code. All fields are safe to show to the writer. */
export interface StudioErrorDetails {
	file?: string | undefined;
	/** Row, line, block or entry inside the file. */
	place?: string | undefined;
	/** A string is what a system or a program said, and stays as it is. */
	reason?: Words | undefined;
	/** What the writer can do about it; said where it is known better than from the code. */
	advice?: Message | undefined;
}

/** A failure as it crosses the wire. */
export interface StudioFailure {
	code: StudioErrorCode;
	message: Message;
	details: StudioErrorDetails;
}

const messageSchema: z.ZodType<Message> = z.object({
	text: z.string(),
	values: z
		.record(
			z.string(),
			z.union([
				z.string(),
				z.number(),
				z.object({ day: z.string() }),
				z.object({ time: z.string() }),
				z.lazy(() => messageSchema),
			]),
		)
		.optional(),
});

/** Parses a failure that did not come through the typed calls. */
export const studioFailureSchema: z.ZodType<StudioFailure> = z.object({
	code: z.enum(STUDIO_ERROR_CODES),
	message: messageSchema,
	details: z.object({
		file: z.string().optional(),
		place: z.string().optional(),
		reason: z.union([z.string(), messageSchema]).optional(),
		advice: messageSchema.optional(),
	}),
});
