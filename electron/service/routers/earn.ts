import {
	explainInputSchema,
	markBoostInputSchema,
	projectionInputSchema,
	storiesInputSchema,
	whatIfInputSchema,
} from "#contract/earn.ts";
import { plainDateAt } from "#domain/planning/plain-date.ts";
import { boostObjection, boostToCome, NO_BOOST } from "#domain/stats/boost.ts";
import type { Subject } from "#domain/stats/observation.ts";
import { markBoost } from "../database/boost-marks.ts";
import { StudioError } from "../errors.ts";
import type { Library } from "../library.ts";
import type { RevenueQuestion, RevenueReplies } from "../revenue/task.ts";
import { overview } from "../stats/overview.ts";
import { storyTable } from "../stats/story-table.ts";
import { SubjectIndex } from "../stats/subjects.ts";
import { createRouter, libraryProcedure, type StudioContext } from "./trpc.ts";

/** A year: what is left in a story is told for so long. */
const EXPLAINED_MONTHS = 12;
const SEED = 1;

const ask = <Ask extends keyof RevenueReplies>(
	{ revenue, settings, clock, library, jobs }: StudioContext & { library: Library },
	question: Extract<RevenueQuestion, { ask: Ask }>,
	{ asOf: importedBy, currency }: { asOf: string | null; currency: string | null },
) => {
	if (importedBy !== null && new Date(importedBy) > clock.now())
		throw new StudioError("INVALID_INPUT", "That time is still to come. Only an earlier one can be looked back to.");
	// The answer's thread would hold the file open that is to be replaced.
	jobs.assertShared();
	const today = plainDateAt(importedBy === null ? clock.now() : new Date(importedBy));
	return revenue.ask(library, { today, importedBy, currency }, settings.get().settings, question);
};

export const earnRouter = createRouter({
	overview: libraryProcedure.query(({ ctx }) =>
		overview(ctx.library, ctx.clock.now(), ctx.settings.get().settings.countedCurrency),
	),
	stories: libraryProcedure.input(storiesInputSchema).query(({ ctx, input: { month } }) =>
		storyTable(ctx.library, {
			month,
			now: ctx.clock.now(),
			counted: ctx.settings.get().settings.countedCurrency,
		}),
	),
	/** Says on which day a story was boosted. The answer is the word that stood before: sent back, it undoes this one. */
	markBoost: libraryProcedure.input(markBoostInputSchema).mutation(({ ctx, input: { subject, mark } }) => {
		const index = new SubjectIndex(ctx.library);
		const story = index.story(index.resolve(subject as Subject));
		const now = ctx.clock.now();
		if (mark !== null && mark !== NO_BOOST) {
			const objection = boostObjection(mark, { now, publishedAt: story.publishedAt });
			if (objection === "still-to-come") throw new StudioError("INVALID_INPUT", boostToCome(mark));
			if (objection === "not-out-yet")
				throw new StudioError("INVALID_INPUT", "The story came out later than that day.");
		}
		markBoost(ctx.library.database, story.subject, mark, now.toISOString());
		return { before: story.boostMark };
	}),
	/** Deterministic: the same ledger, plan, months and seed give the same numbers. */
	projection: libraryProcedure
		.input(projectionInputSchema)
		.query(({ ctx, input: { asOf, currency, refined, ...drawing } }) =>
			ask(ctx, { ...drawing, ask: refined ? "refined" : "quick" }, { asOf, currency }),
		),
	/** Why a month earned other than the one before it. */
	explain: libraryProcedure
		.input(explainInputSchema)
		.query(({ ctx, input: { month, ...which } }) =>
			ask(ctx, { ask: "explain", months: EXPLAINED_MONTHS, seed: SEED, month }, which),
		),
	whatIf: libraryProcedure
		.input(whatIfInputSchema)
		.query(({ ctx, input: { asOf, currency, ...question } }) =>
			ask(ctx, { ...question, ask: "whatIf" }, { asOf, currency }),
		),
});
