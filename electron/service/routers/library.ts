import { isAbsolute } from "node:path";
import { fileSourceSchema } from "#contract/jobs.ts";
import { backupToInputSchema, recoverInputSchema } from "#contract/library.ts";
import { writeBundle } from "../backup/bundle.ts";
import { listBackups } from "../backup/files.ts";
import { lookIntoBackup } from "../backup/look.ts";
import { backUp } from "../backup/write.ts";
import { StudioError } from "../errors.ts";
import { namedAsGiven } from "../given-name.ts";
import { verifyLibrary } from "../verify/verify.ts";
import { anyStateProcedure, createRouter, libraryProcedure } from "./trpc.ts";

export const libraryRouter = createRouter({
	/** Which library this is and whether it can be used. */
	status: anyStateProcedure.query(({ ctx }) => ctx.handle.status()),
	/** A way out of every state but `open`, and a way back to a backup. The library is kept, damaged or sound. */
	recover: anyStateProcedure.input(recoverInputSchema).mutation(({ ctx, input }) =>
		ctx.jobs.alone(async () => {
			if (ctx.handle.library()) {
				if (ctx.jobs.running().length > 0)
					throw new StudioError(
						"CONFLICT",
						"Something is still being done with the library. Wait for its end, or cancel it",
					);
				// It holds the library's file open.
				await ctx.revenue.close();
			}
			if (input.action !== "restoreFile") return ctx.handle.recover(input);
			const { source } = input;
			const file = await ctx.uploads.resolve(source);
			const back = await namedAsGiven(source, () => ctx.handle.recover({ action: "restoreFile", file }));
			await ctx.uploads.discard(source);
			return back;
		}),
	),
	/** As `status`, but not before a `recover` that goes on has ended: for a window that lost its answer. */
	whenReplaced: anyStateProcedure.query(async ({ ctx }) => {
		await ctx.jobs.whenShared();
		return ctx.handle.status();
	}),
	/** What a backup file from elsewhere holds. It is checked as a whole; one that was uploaded stays for `recover`. */
	lookIntoBackup: anyStateProcedure.input(fileSourceSchema).mutation(async ({ ctx, input: source }) => {
		const file = await ctx.uploads.resolve(source);
		const part = await ctx.uploads.scratch();
		const contents = await namedAsGiven(source, () => lookIntoBackup(file, part, ctx.libraryDirectory));
		return { ...contents, file: source.type === "path" ? source.path : source.name };
	}),
	/** An uploaded backup file is not needed any more. A file named by its path is never touched. */
	dropBackup: anyStateProcedure.input(fileSourceSchema).mutation(({ ctx, input }) => ctx.uploads.discard(input)),
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
