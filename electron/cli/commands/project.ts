import { PROJECTION_MONTHS, projectionInputSchema } from "#contract/earn.ts";
import { refusalMessage } from "#domain/revenue/refusal.ts";
import { StudioError } from "#service/errors.ts";
import type { CommandContext, Flag, LibraryCommand } from "../command.ts";
import { counted } from "../counted.ts";
import { moneyWriter, numberOf, sentences } from "../values.ts";

const day = (date: string) =>
	new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: "UTC" }).format(new Date(date));

/** Options of every command that draws coming months. */
export const DRAWING_FLAGS: Readonly<Record<string, Flag>> = {
	months: {
		value: "N",
		help: `Months ahead, ${PROJECTION_MONTHS.least} to ${PROJECTION_MONTHS.most} (default ${PROJECTION_MONTHS.usual})`,
	},
	seed: { value: "S", help: "Seed of the simulation; the same seed gives the same numbers" },
};

/** @throws {StudioError} INVALID_INPUT */
export function drawingOf(context: CommandContext, command: string): { months: number; seed: number } {
	const input = projectionInputSchema.safeParse({
		months: numberOf(context, command, "months"),
		seed: numberOf(context, command, "seed"),
	});
	if (input.success) return input.data;
	const { least, most } = PROJECTION_MONTHS;
	throw new StudioError(
		"INVALID_INPUT",
		input.error.issues[0]?.path[0] === "seed"
			? `${command}: --seed is a whole number, 0 to 4294967295`
			: `${command}: --months is a whole number, ${least} to ${most}`,
	);
}

export const projectCommand: LibraryCommand = {
	name: "project",
	summary: "Project the earnings of the coming months, with ranges.",
	library: "existing",
	flags: DRAWING_FLAGS,
	async run(context) {
		const { asOf, stale, currency, months, rate, backtest, refusals, history, leftOut, seed } =
			await context.client.earn.projection.query(drawingOf(context, "project"));
		const reasons = sentences(refusals.map(refusalMessage));
		const left =
			leftOut > 0
				? [
						`${counted(leftOut, "earlier month was", "earlier months were")} left out, because months are missing after ${leftOut === 1 ? "it" : "them"}.`,
					]
				: [];
		const old = stale && asOf ? [`The newest earnings are of ${day(asOf)}; the months shown start there.`] : [];
		const notes = [...old, ...left];
		const money = moneyWriter(currency);
		return {
			// Without a month there is no answer, only reasons.
			ok: months.length > 0,
			json: {
				asOf,
				currency,
				months: months.map(({ month, toDate, total, backCatalogue, newStories, cumulative }) => ({
					month,
					toDate,
					backCatalogue,
					newStories,
					total,
					cumulative,
				})),
				rate,
				backtest,
				refusals: reasons,
				notes,
				fittedOn: history.length,
				seed,
			},
			text: [
				...notes,
				...(months.length > 0 ? ["Four months in five fall inside the range:"] : []),
				...months.map(
					({ month, total }) => `${month}  ${money(total.p10)} to ${money(total.p90)}, likely ${money(total.p50)}`,
				),
				...reasons,
			].join("\n"),
		};
	},
};
