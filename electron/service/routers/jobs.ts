import { z } from "zod";
import { jobIdSchema } from "#contract/jobs.ts";
import { anyStateProcedure, createRouter } from "./trpc.ts";

export const jobsRouter = createRouter({
	status: anyStateProcedure.input(z.object({ id: jobIdSchema })).query(({ ctx, input }) => ctx.jobs.status(input.id)),
	running: anyStateProcedure.query(({ ctx }) => ctx.jobs.running()),
	/** Resolves when the job has stopped and the library is as it was. */
	cancel: anyStateProcedure
		.input(z.object({ id: jobIdSchema }))
		.mutation(({ ctx, input }) => ctx.jobs.cancel(input.id)),
});
