import { removeSampleInputSchema } from "#contract/sample.ts";
import { addSample } from "../sample/add-sample.ts";
import { removeSample } from "../sample/remove-sample.ts";
import { sampleStatus } from "../sample/sample-status.ts";
import { createRouter, libraryProcedure } from "./trpc.ts";

export const sampleRouter = createRouter({
	status: libraryProcedure.query(({ ctx }) => sampleStatus(ctx.library)),
	/** Starts a job; its result is `SampleAdded`. */
	add: libraryProcedure.mutation(({ ctx }) => ({
		jobId: ctx.jobs.start("sample", (job) => addSample(ctx.library, ctx.clock.now(), job)),
	})),
	remove: libraryProcedure
		.input(removeSampleInputSchema)
		.mutation(({ ctx, input }) => removeSample(ctx.library, input)),
});
