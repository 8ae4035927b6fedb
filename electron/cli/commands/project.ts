import { PROJECTION_MONTHS, type ProjectionAnswer, projectionInputSchema, type YoungAnswer } from "#contract/earn.ts";
import { ageMessage } from "#domain/revenue/age.ts";
import type { Bands } from "#domain/revenue/bands.ts";
import { NOT_ADDING_UP } from "#domain/revenue/bands-words.ts";
import { gapMessage } from "#domain/revenue/engine/gaps.ts";
import { heldLess } from "#domain/revenue/engine/held.ts";
import { overPlanMessage } from "#domain/revenue/engine/over-plan.ts";
import { leaningMessage } from "#domain/revenue/explain/leaning.ts";
import { lackingMessages } from "#domain/revenue/lacking-days.ts";
import { provisionalMessage } from "#domain/revenue/provisional-words.ts";
import { refusalMessage } from "#domain/revenue/refusal.ts";
import { youngMessage } from "#domain/revenue/young.ts";
import { english } from "#domain/words/message.ts";
import { agedFields } from "../aged.ts";
import type { CommandContext, Flag, LibraryCommand } from "../command.ts";
import { counted } from "../counted.ts";
import { askedCurrency, CURRENCY_FLAGS, expectCurrency } from "../currency.ts";
import { REPLAY_FLAGS, replayedAt, replayNotes } from "../replay.ts";
import { moneyWriter, numberOf, numberProblem, sentences } from "../values.ts";

const { least, most, usual } = PROJECTION_MONTHS;
const { months: monthsSchema, seed: seedSchema } = projectionInputSchema.shape;

/** Options of every command that draws coming months. */
export const DRAWING_FLAGS: Readonly<Record<string, Flag>> = {
	months: {
		value: "N",
		help: `Months ahead, ${least} to ${most} (default ${usual})`,
		problem: numberProblem(
			"months",
			(value) => monthsSchema.safeParse(value).success,
			`a whole number, ${least} to ${most}`,
		),
	},
	seed: {
		value: "S",
		help: "Seed of the simulation; the same seed gives the same numbers",
		problem: numberProblem("seed", (value) => seedSchema.safeParse(value).success, "a whole number, 0 to 4294967295"),
	},
};

export const drawingOf = (context: CommandContext): { months: number; seed: number } =>
	projectionInputSchema.parse({ months: numberOf(context, "months"), seed: numberOf(context, "seed") });

/** Stories that the text names; the JSON has more. */
const STORIES_SHOWN = 10;

/** What is told where there are too few months. */
function youngLines(
	young: YoungAnswer,
	{ history, running, named }: Pick<ProjectionAnswer, "history" | "running" | "named">,
	money: (minor: number) => string,
	said: (bands: Bands) => string,
): string[] {
	const { earned, outlook } = young;
	const without = ({ missing }: { missing: number }) =>
		missing === 0 ? "" : `, ${counted(missing, "day", "days")} without figures`;
	return [
		english(youngMessage(young)),
		...history.map((one) => `${one.month}  ${money(one.minor)}${without(one)}`),
		...(running ? [`${running.month}  ${money(running.minor)} so far${without(running)}`] : []),
		...(outlook
			? [
					"What stories that are out may bring; meant to hold four months in five, but so few months tell little:",
					...outlook.months.map(({ month, backCatalogue }) => `${month}  ${said(backCatalogue)}`),
				]
			: []),
		...(earned.length > 0 ? ["What stories earned so far:"] : []),
		...earned.slice(0, STORIES_SHOWN).map(({ id, minor }) => `${money(minor).padStart(14)}  ${named[id]?.title || id}`),
		...(earned.length > STORIES_SHOWN
			? [
					`                and ${counted(earned.length - STORIES_SHOWN, "more story", "more stories")}: --json has all of them`,
				]
			: []),
	];
}

export const projectCommand: LibraryCommand = {
	name: "project",
	summary: "Project the earnings of the coming months, with ranges.",
	library: "existing",
	flags: {
		...DRAWING_FLAGS,
		...REPLAY_FLAGS,
		...CURRENCY_FLAGS,
	},
	async run(context) {
		const replayed = replayedAt(context);
		const asked = askedCurrency(context);
		const {
			asOf,
			age,
			currency,
			months,
			provisional,
			rate,
			backtest,
			refusals,
			history,
			missing,
			running,
			young,
			named,
			firstAhead,
			overPlanned,
			stories,
			seed,
		} = await context.client.earn.projection.query({ ...drawingOf(context), asOf: replayed, currency: asked });
		expectCurrency(asked, { currency, asOf });
		const reasons = sentences(refusals.map(refusalMessage));
		const known = sentences([
			...[ageMessage(asOf, age), gapMessage({ missing, months })].filter((one) => one !== null),
			...lackingMessages({ history, running, months }),
			...[leaningMessage(stories, (id) => named[id]?.title ?? "")].filter((one) => one !== null),
		]);
		const sum = months.at(-1)?.cumulative;
		const next = heldLess(backtest?.rows ?? [], firstAhead);
		const held = next
			? `; ${counted(next.horizon, "month", "months")} ahead they held ${next.inside80} of ${counted(next.forecasts, "month", "months")} in the back-test`
			: "";
		const money = moneyWriter(currency);
		const said = ({ p10, p50, p90 }: Bands) => `${money(p10)} to ${money(p90)}, likely ${money(p50)}`;
		const plans = overPlanned.map((over) => english(overPlanMessage(over, said(over.without))));
		const notes = [...replayNotes(replayed), ...known, ...plans];
		return {
			// Without a month there is no answer, only reasons.
			ok: months.length > 0,
			json: {
				...agedFields({ asOf, age }),
				currency,
				months: months.map(({ month, toDate, total, backCatalogue, newStories, cumulative }) => ({
					month,
					toDate,
					backCatalogue,
					newStories,
					total,
					cumulative,
				})),
				overPlanned,
				provisional,
				rate,
				backtest,
				young,
				refusals: reasons,
				notes,
				fittedOn: history.length,
				seed,
			},
			text: [
				...notes,
				...(months.length > 0 ? [`Ranges are meant to hold four months in five${held}:`] : []),
				...months.flatMap(({ month, toDate, total, backCatalogue, newStories }) => [
					`${month}  ${said(total)}${toDate > 0 ? `; ${money(toDate)} of it is in` : ""}`,
					...(provisional?.month === month
						? [`           ${english(provisionalMessage(provisional, money(provisional.minor)))}`]
						: []),
					...(backCatalogue ? [`           stories that are out ${said(backCatalogue)}`] : []),
					...(newStories ? [`           new stories ${said(newStories)}`] : []),
				]),
				...(months.length > 1 && sum ? [`In all   ${said(sum)}`] : []),
				...(months.length > 0 ? [english(NOT_ADDING_UP)] : []),
				...(months.length > 0 && asOf ? [`Drawn from earnings up to ${asOf}.`] : []),
				...reasons,
				...(young ? youngLines(young, { history, running, named }, money, said) : []),
			].join("\n"),
		};
	},
};
