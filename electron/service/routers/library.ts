import { recoverInputSchema } from "#contract/library.ts";
import { listBackups } from "../backup/files.ts";
import { backUp } from "../backup/write.ts";
import { anyStateProcedure, createRouter, libraryProcedure } from "./trpc.ts";

export const libraryRouter = createRouter({
	/** Which library this is and whether it can be used. */
	status: anyStateProcedure.query(({ ctx }) => ctx.handle.status()),
	/** A way out of every state but `open`. The damaged library is moved aside, never deleted. */
	recover: anyStateProcedure.input(recoverInputSchema).mutation(({ ctx, input }) => ctx.handle.recover(input)),
	/** Newest first. */
	backups: anyStateProcedure.query(({ ctx }) => listBackups(ctx.libraryDirectory)),
	/** Starts a job whose result is the `BackupInfo`. */
	backupNow: libraryProcedure.mutation(({ ctx }) =>
		ctx.jobs.start("backup", (job) => backUp(ctx.library, "manual", ctx.clock.now(), job)),
	),
});
