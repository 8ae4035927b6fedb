import { PROJECTION_MONTHS, projectionInputSchema } from "#contract/earn.ts";
import { refusalMessage } from "#domain/revenue/refusal.ts";
import { english } from "#domain/words/message.ts";
import { StudioError } from "#service/errors.ts";
import type { Command } from "../command.ts";

const day = (date: string) =>
	new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: "UTC" }).format(new Date(date));

export const projectCommand: Command = {
	name: "project",
	summary: "Project the earnings of the coming months, with ranges.",
	library: "existing",
	flags: {
		months: {
			value: "N",
			help: `Months ahead, ${PROJECTION_MONTHS.least} to ${PROJECTION_MONTHS.most} (default ${PROJECTION_MONTHS.usual})`,
		},
		seed: { value: "S", help: "Seed of the simulation; the same seed gives the same numbers" },
	},
	async run({ client, text }) {
		const number = (flag: string) => {
			const given = text(flag);
			if (given === undefined) return undefined;
			if (given.trim() === "" || Number.isNaN(Number(given)))
				throw new StudioError("INVALID_INPUT", `project: --${flag} "${given}" is not a number`);
			return Number(given);
		};
		const input = projectionInputSchema.safeParse({ months: number("months"), seed: number("seed") });
		if (!input.success)
			throw new StudioError(
				"INVALID_INPUT",
				`project: --${String(input.error.issues[0]?.path[0] ?? "months")} is out of range`,
			);
		const { asOf, stale, currency, months, rate, backtest, refusals, history, seed } =
			await client.earn.projection.query(input.data);
		const reasons = refusals.map((refusal) => english(refusalMessage(refusal)));
		const notes = stale && asOf ? [`The newest earnings are of ${day(asOf)}; the months shown start there.`] : [];
		const money = (minor: number) =>
			new Intl.NumberFormat("en", { style: "currency", currency }).format(
				minor /
					10 **
						(new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2),
			);
		return {
			json: {
				asOf,
				currency,
				months: months.map(({ month, toDate, total, backCatalogue, newStories }) => ({
					month,
					toDate,
					backCatalogue,
					newStories,
					total,
				})),
				rate,
				backtest: backtest?.rows ?? null,
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
