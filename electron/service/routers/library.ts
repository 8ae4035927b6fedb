import { isAbsolute } from "node:path";
import { backupToInputSchema, recoverInputSchema } from "#contract/library.ts";
import { writeBundle } from "../backup/bundle.ts";
import { listBackups } from "../backup/files.ts";
import { backUp } from "../backup/write.ts";
import { StudioError } from "../errors.ts";
import { verifyLibrary } from "../verify/verify.ts";
import { anyStateProcedure, createRouter, libraryProcedure } from "./trpc.ts";

export const libraryRouter = createRouter({
	/** Which library this is and whether it can be used. */
	status: anyStateProcedure.query(({ ctx }) => ctx.handle.status()),
	/** A way out of every state but `open`, and a way back to a backup. The library is kept, damaged or sound. */
	recover: anyStateProcedure.input(recoverInputSchema).mutation(async ({ ctx, input }) => {
		if (ctx.handle.library()) {
			if (ctx.jobs.running().length > 0)
				throw new StudioError(
					"CONFLICT",
					"Something is still being done with the library. Wait for its end, or cancel it",
				);
			// It holds the library's file open.
			await ctx.revenue.close();
		}
		return ctx.handle.recover(input);
	}),
	/** Newest first. */
	backups: anyStateProcedure.query(({ ctx }) => listBackups(ctx.libraryDirectory)),
	/** Starts a job whose result is the `BackupInfo`. */
	backupNow: libraryProcedure.mutation(({ ctx }) =>
		ctx.jobs.start("backup", (job) => backUp(ctx.library, "manual", ctx.clock.now(), job)),
	),
	/** Starts a job that writes library and pictures into one file; its result is a `BundleReport`. */
	backupTo: libraryProcedure.input(backupToInputSchema).mutation(({ ctx, input }) => {
		if (!isAbsolute(input.file))
			throw new StudioError("INVALID_INPUT", "The file must be given as an absolute path", { file: input.file });
		return ctx.jobs.start("backup", (job) => writeBundle(ctx.library, input, job));
	}),
	/** Starts a job that checks everything; its result is a `VerifyReport`. */
	verify: libraryProcedure.mutation(({ ctx }) => ctx.jobs.start("verify", (job) => verifyLibrary(ctx.library, job))),
});
