import { z } from "zod";
import {
	addPartInputSchema,
	cadenceSchema,
	captureInputSchema,
	createSeriesInputSchema,
	editIdeaInputSchema,
	editSeriesInputSchema,
	linkStoryInputSchema,
	listIdeasInputSchema,
	movePartInputSchema,
	type PlanAnswer,
	planIdSchema,
	RANGE_LIMIT_DAYS,
	rangeInputSchema,
	scheduleInputSchema,
	startDraftInputSchema,
	trayInputSchema,
} from "#contract/plan.ts";
import { daysBetween, plainDateAt } from "#domain/planning/plain-date.ts";
import { createRouter, libraryProcedure } from "./trpc.ts";

const byId = z.object({ id: planIdSchema });
const byIds = z.object({ ids: z.array(planIdSchema).min(1).max(500) });
const answer = (undo: string | null): PlanAnswer => ({ undo });

const rangeInput = rangeInputSchema.refine(
	({ from, to }) => from <= to && daysBetween(from, to) <= RANGE_LIMIT_DAYS,
	"The range is empty or too long",
);

const ideas = createRouter({
	list: libraryProcedure
		.input(listIdeasInputSchema)
		.query(({ ctx, input }) => ctx.library.plan.ideas.list(input, ctx.clock.now())),
	capture: libraryProcedure
		.input(captureInputSchema)
		.mutation(({ ctx, input }) => ctx.library.plan.ideas.capture(input.line, ctx.clock.now().toISOString())),
	edit: libraryProcedure
		.input(editIdeaInputSchema)
		.mutation(({ ctx, input }) => answer(ctx.library.plan.ideas.edit(input, ctx.clock.now()))),
	drop: libraryProcedure
		.input(byIds)
		.mutation(({ ctx, input }) =>
			answer(ctx.library.plan.ideas.setDropped(input.ids, true, ctx.clock.now().toISOString())),
		),
	restore: libraryProcedure
		.input(byIds)
		.mutation(({ ctx, input }) =>
			answer(ctx.library.plan.ideas.setDropped(input.ids, false, ctx.clock.now().toISOString())),
		),
	setTopic: libraryProcedure
		.input(byIds.extend({ topic: z.string().max(200) }))
		.mutation(({ ctx, input }) =>
			answer(ctx.library.plan.ideas.setTopic(input.ids, input.topic, ctx.clock.now().toISOString())),
		),
});

const series = createRouter({
	list: libraryProcedure.query(({ ctx }) => ctx.library.plan.series.list(ctx.clock.now())),
	create: libraryProcedure
		.input(createSeriesInputSchema)
		.mutation(({ ctx, input }) => ctx.library.plan.series.create(input, ctx.clock.now().toISOString())),
	edit: libraryProcedure
		.input(editSeriesInputSchema)
		.mutation(({ ctx, input }) => answer(ctx.library.plan.series.edit(input, ctx.clock.now().toISOString()))),
	drop: libraryProcedure
		.input(byId)
		.mutation(({ ctx, input }) => answer(ctx.library.plan.series.drop(input.id, ctx.clock.now().toISOString()))),
	dropped: libraryProcedure.query(({ ctx }) => ctx.library.plan.series.dropped()),
	restore: libraryProcedure
		.input(byId)
		.mutation(({ ctx, input }) => answer(ctx.library.plan.series.restore(input.id, ctx.clock.now().toISOString()))),
	addPart: libraryProcedure
		.input(addPartInputSchema)
		.mutation(({ ctx, input }) =>
			ctx.library.plan.series.addPart(input.seriesId, input, ctx.clock.now().toISOString()),
		),
	editPart: libraryProcedure
		.input(editSeriesInputSchema)
		.mutation(({ ctx, input }) => answer(ctx.library.plan.series.editPart(input, ctx.clock.now().toISOString()))),
	movePart: libraryProcedure
		.input(movePartInputSchema)
		.mutation(({ ctx, input }) =>
			answer(ctx.library.plan.series.movePart(input.id, input.index, ctx.clock.now().toISOString())),
		),
	dropPart: libraryProcedure
		.input(byId)
		.mutation(({ ctx, input }) => answer(ctx.library.plan.series.dropPart(input.id, ctx.clock.now().toISOString()))),
	/** Makes a story the text of a part; `storyId: null` lets it go. */
	linkStory: libraryProcedure
		.input(linkStoryInputSchema)
		.mutation(({ ctx, input }) =>
			answer(
				ctx.library.plan.drafts.link({ type: "part", id: input.id }, input.storyId, ctx.clock.now().toISOString()),
			),
		),
	linkableStories: libraryProcedure
		.input(trayInputSchema)
		.query(({ ctx, input }) =>
			ctx.library.plan.schedule.linkable(input.query, input.limit, plainDateAt(ctx.clock.now())),
		),
});

export const planRouter = createRouter({
	ideas,
	series,
	range: libraryProcedure
		.input(rangeInput)
		.query(({ ctx, input }) => ctx.library.plan.range(input.from, input.to, ctx.clock.now())),
	/** The day it is on this machine. */
	today: libraryProcedure.query(({ ctx }) => plainDateAt(ctx.clock.now())),
	tray: libraryProcedure
		.input(trayInputSchema)
		.query(({ ctx, input }) => ctx.library.plan.schedule.tray(input.query, input.limit, plainDateAt(ctx.clock.now()))),
	schedule: libraryProcedure
		.input(scheduleInputSchema)
		.mutation(({ ctx, input }) =>
			answer(ctx.library.plan.schedule.schedule(input.subjects, input.date, ctx.clock.now().toISOString())),
		),
	setCadence: libraryProcedure
		.input(z.object({ weekdays: cadenceSchema }))
		.mutation(({ ctx, input }) => ctx.library.plan.setCadence(input.weekdays)),
	startDraft: libraryProcedure
		.input(startDraftInputSchema)
		.mutation(({ ctx, input }) => ctx.library.plan.drafts.start(input.subject, input.words, ctx.clock.now())),
	/** Puts back what a change replaced; its answer puts it forward again. */
	undo: libraryProcedure
		.input(byId)
		.mutation(({ ctx, input }) => ctx.library.plan.undo(input.id, ctx.clock.now().toISOString())),
});
