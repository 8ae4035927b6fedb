import { z } from "zod";
import { coachMemorySchema } from "#contract/feedback.ts";
import { storyIdSchema } from "#contract/story.ts";
import { CoachMemoryRepository } from "../database/coach-memory.ts";
import { createRouter, libraryProcedure } from "./trpc.ts";

export const feedbackRouter = createRouter({
	memory: libraryProcedure
		.input(z.object({ storyId: storyIdSchema }))
		.query(({ ctx, input }) => new CoachMemoryRepository(ctx.library.database).get(input.storyId)),
	/** @throws {StudioError} NOT_FOUND when the story is gone */
	remember: libraryProcedure
		.input(z.object({ storyId: storyIdSchema, memory: coachMemorySchema }))
		.mutation(({ ctx, input }) => new CoachMemoryRepository(ctx.library.database).set(input.storyId, input.memory)),
});
