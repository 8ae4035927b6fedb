/** What the writer told the coach about one story. */
import { z } from "zod";
import { ignoredNow } from "#domain/feedback/former-rules.ts";
import { GENRES } from "#domain/feedback/headline/signals.ts";

export const coachMemorySchema = z.strictObject({
	/** Rule ids, or keys of single tips (`rule|block|quote`), that are not shown. */
	ignored: z.array(z.string().min(1).max(400)).max(2000).transform(ignoredNow),
	/** Other titles the writer is weighing; one being typed may be empty. */
	variants: z.array(z.string().max(300)).max(8),
	/** What the titles are compared for. */
	genre: z.enum(GENRES).default("essay"),
});
export type CoachMemory = z.output<typeof coachMemorySchema>;

/** Of a story the coach was told nothing about. */
export const NO_COACH_MEMORY: CoachMemory = { ignored: [], variants: [], genre: "essay" };
