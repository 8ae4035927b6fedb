import { projectionInputSchema, storiesInputSchema } from "#contract/earn.ts";
import { overview, projection } from "../stats/overview.ts";
import { storyTable } from "../stats/story-table.ts";
import { createRouter, libraryProcedure } from "./trpc.ts";

export const earnRouter = createRouter({
	overview: libraryProcedure
		.input(projectionInputSchema)
		.query(({ ctx, input }) => overview(ctx.library, ctx.clock.now(), input)),
	stories: libraryProcedure.input(storiesInputSchema).query(({ ctx, input }) => storyTable(ctx.library, input.month)),
	/** Deterministic: the same ledger, months and seed give the same numbers. */
	projection: libraryProcedure
		.input(projectionInputSchema)
		.query(({ ctx, input }) => projection(ctx.library, ctx.clock.now(), input)),
});
