/** Long work. Start returns an id; the window polls; a cancelled job leaves the library as it was. */
import { z } from "zod";
import type { StudioFailure } from "./errors.ts";

export const jobIdSchema = z.uuid();

export interface JobProgress {
	done: number;
	/** `null` while it is not known. */
	total: number | null;
	/** What is being worked on, e.g. a file name. */
	item: string;
}

export interface JobStatus<Result = unknown> {
	id: string;
	kind: string;
	state: "running" | "done" | "failed" | "cancelled";
	progress: JobProgress;
	/** Present when `done`. */
	result: Result | null;
	/** Present when `failed`. */
	error: StudioFailure | null;
}

/** Where a file to read comes from: a path on this machine, or bytes the window uploaded. */
export const fileSourceSchema = z.discriminatedUnion("type", [
	z.object({ type: z.literal("path"), path: z.string().min(1).max(4096) }),
	z.object({
		type: z.literal("upload"),
		token: z.uuid(),
		name: z.string().min(1).max(1024),
		/** When the file was last written on the writer's disk. ISO 8601. */
		modifiedAt: z.iso.datetime().optional(),
		/** Of a folder: paths inside it of files that were not handed over, because nothing in them is imported. */
		withheld: z.array(z.string().min(1).max(4096)).max(100_000).optional(),
	}),
]);
export type FileSource = z.infer<typeof fileSourceSchema>;
