import { basename } from "node:path";
import { z } from "zod";
import {
	importIdSchema,
	reopenPendingInputSchema,
	resolvePendingInputSchema,
	startImportInputSchema,
} from "#contract/imports.ts";
import { storyIdSchema } from "#contract/story.ts";
import { StudioError } from "../errors.ts";
import { namedAsGiven } from "../given-name.ts";
import { importMedium } from "../import/import-medium.ts";
import { pendingText, reopenPending, resolvePending } from "../import/pending.ts";
import { ownPreviewTitle } from "../import/preview-title.ts";
import { undoImport } from "../import/take-back.ts";
import type { JobRegistry } from "../jobs.ts";
import { turn } from "../turn.ts";
import { createRouter, libraryProcedure } from "./trpc.ts";

const IMPORT_JOB = "import";
const byId = z.object({ id: importIdSchema });

function refuseTwo(jobs: JobRegistry): void {
	if (jobs.running().some(({ kind }) => kind === IMPORT_JOB))
		throw new StudioError("CONFLICT", "An import is running already");
}

export const importsRouter = createRouter({
	/** Starts the import of a Medium export; the job's result is an `ImportReport`. */
	start: libraryProcedure.input(startImportInputSchema).mutation(async ({ ctx, input: { source } }) => {
		const path = await ctx.uploads.resolve(source);
		refuseTwo(ctx.jobs);
		const name = source.type === "path" ? basename(source.path) : source.name;
		const withheld = (source.type === "upload" && source.withheld) || [];
		const id = ctx.jobs.start(IMPORT_JOB, async (job) => {
			try {
				return await namedAsGiven(source, () => importMedium(ctx.library, { path, name, withheld }, ctx.clock, job));
			} finally {
				await ctx.uploads.discard(source);
			}
		});
		return { id };
	}),
	list: libraryProcedure.query(({ ctx }) => ctx.library.imports.list()),
	report: libraryProcedure.input(byId).query(({ ctx, input }) => {
		const report = ctx.library.imports.report(input.id);
		if (!report) throw new StudioError("NOT_FOUND", "There is no such import");
		return report;
	}),
	/** Starts taking a finished import back; the job's result is an `UndoResult`. */
	undo: libraryProcedure.input(byId).mutation(({ ctx, input }) => {
		const state = ctx.library.imports.state(input.id);
		if (!state) throw new StudioError("NOT_FOUND", "There is no such import");
		if (state !== "complete") throw new StudioError("CONFLICT", "This import was undone already");
		refuseTwo(ctx.jobs);
		// Not cancellable: half an undo would be neither.
		return { id: ctx.jobs.start(IMPORT_JOB, () => undoImport(ctx.library, input.id, turn)) };
	}),
	/** Medium's newer text beside the writer's own, or `null`. */
	pending: libraryProcedure
		.input(z.object({ storyId: storyIdSchema }))
		.query(({ ctx, input }) => pendingText(ctx.library, input.storyId)),
	/** The preview title that Medium's export tells of a story, where it is another than its title; else `null`. */
	previewTitle: libraryProcedure
		.input(z.object({ storyId: storyIdSchema }))
		.query(({ ctx, input }) => ownPreviewTitle(ctx.library, input.storyId)),
	resolve: libraryProcedure
		.input(resolvePendingInputSchema)
		.mutation(({ ctx, input }) => resolvePending(ctx.library, input, ctx.clock.now().toISOString())),
	reopen: libraryProcedure
		.input(reopenPendingInputSchema)
		.mutation(({ ctx, input }) =>
			reopenPending(ctx.library, input.storyId, input.baseRevision, input.undo, ctx.clock.now().toISOString()),
		),
});
