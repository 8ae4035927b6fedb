import { z } from "zod";
import { startStatsImportSchema } from "#contract/stats.ts";
import { StudioError } from "../errors.ts";
import { clearUnfinishedStats, importStats, previewStats } from "../stats/import-stats.ts";
import { listStatsImports, setImportUndone } from "../stats/imports.ts";
import { createRouter, libraryProcedure } from "./trpc.ts";

const IMPORT = "stats-import";

export const statsRouter = createRouter({
	/** A job that parses a source and answers with a `StatsReport`; nothing is written. */
	startPreview: libraryProcedure.input(startStatsImportSchema).mutation(({ ctx, input }) => ({
		jobId: ctx.jobs.start("stats-preview", async (job) => {
			await job.breathe();
			return previewStats(ctx, input, job);
		}),
	})),
	/** A job that answers with a `StatsImportResult`. One at a time. */
	startImport: libraryProcedure.input(startStatsImportSchema).mutation(({ ctx, input }) => {
		if (ctx.jobs.running().some((job) => job.kind === IMPORT))
			throw new StudioError("CONFLICT", "Another stats import is running");
		const work = async (job: Parameters<typeof importStats>[2]) => {
			await job.breathe();
			clearUnfinishedStats(ctx.library);
			return importStats(ctx, input, job);
		};
		return { jobId: ctx.jobs.start(IMPORT, work) };
	}),
	/** Every import, newest first. */
	imports: libraryProcedure.query(({ ctx }) => listStatsImports(ctx.library)),
	/** Takes an import out of every figure, or back in. Nothing is deleted. */
	setUndone: libraryProcedure
		.input(z.object({ importId: z.string().min(1).max(64), undone: z.boolean() }))
		.mutation(({ ctx, input }) => setImportUndone(ctx.library, input.importId, input.undone)),
});
