/** Stories as files another program reads. */
import { z } from "zod";
import type { AbsentThing } from "#domain/story/export/absent.ts";
import { storyIdSchema } from "./story.ts";

export const exportFormatSchema = z.enum(["markdown", "html"]);
export type ExportFormat = z.infer<typeof exportFormatSchema>;

export const exportFolderInputSchema = z.object({
	/** `all` is everything but the trash. */
	stories: z.union([z.literal("all"), z.array(storyIdSchema).min(1).max(20_000)]),
	/** Absolute path of the folder to write into; made when it does not exist. */
	directory: z.string().min(1).max(4096),
	format: exportFormatSchema,
});
export type ExportFolderInput = z.infer<typeof exportFolderInputSchema>;

/** Result of the job behind `export.toFolder`. */
export interface ExportReport {
	directory: string;
	format: ExportFormat;
	/** Names inside the folder. */
	files: { storyId: string; title: string; file: string }[];
	/** Pictures copied into the folder's `media`. */
	media: number;
	/** Pictures the stories name but the library does not have; in the files as those without an address. */
	missingMedia: string[];
	/** By story. Where a picture is to be, the files have its alternative text, or else a comment; for an embed a comment. */
	withoutAddress: { storyId: string; title: string; things: AbsentThing[] }[];
}

/** Headers of the answer to `GET /export/<storyId>/<format>`: the file's name, its characters escaped as in an address, … */
export const EXPORT_NAME_HEADER = "x-inkhour-name";
/** … how many pictures the story names but the library does not have, … */
export const EXPORT_MISSING_HEADER = "x-inkhour-missing-pictures";
/** … and its pictures and embeds without an address: JSON of their number and the first of them, escaped like the name. */
export const EXPORT_ABSENT_HEADER = "x-inkhour-without-address";

export const absentHeaderSchema = z.object({
	count: z.number().int(),
	first: z.array(z.object({ kind: z.enum(["picture", "embed"]), words: z.string() })),
});
export type AbsentSummary = z.infer<typeof absentHeaderSchema>;
