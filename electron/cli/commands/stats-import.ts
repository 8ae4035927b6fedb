import { type StatsImportResult, startStatsImportSchema } from "#contract/stats.ts";
import { STATS_FORMATS } from "#domain/stats/formats/format.ts";
import { rejectedRuns } from "#domain/stats/rejected.ts";
import { english } from "#domain/words/message.ts";
import type { Command } from "../command.ts";
import { counted } from "../counted.ts";

const { month, asOf } = startStatsImportSchema.shape;

/** Rows in a row with the same reason are told as one, with the file's name. */
export const rejectedLines = (file: string, rejected: Parameters<typeof rejectedRuns>[0]): string[] =>
	rejectedRuns(rejected).map(
		({ from, to, reason }) => `  ${file}, ${from === to ? `row ${from}` : `rows ${from} to ${to}`}: ${english(reason)}`,
	);

export const statsImport: Command = {
	name: "stats import",
	summary: "Bring a saved stats file into the ledger of figures.",
	details: [
		"Reads Medium's stats page and partner dashboard saved as JSON, saved responses of the stats pages, Medium's",
		"audience CSV, the CSV files of browser extensions, and any table (CSV, tabs, semicolons) whose first row names",
		"its columns: Month (2026-03), Day or Date, Title or Id, Url, Published, Boosted, Earnings, Views, Reads, Member reads,",
		"Member ttr (seconds), Claps, Highlights, Responses, Follows. A table without a column for the story is the",
		"account's; in one that has such a column, a row without a story is not taken.",
		"Money is in dollars unless the amount or the heading names another currency, such as Earnings (EUR).",
		"Dates are 2026-03-05, 5 Mar 2026, or 25/03/2026 where one date in the column shows which part is the day.",
	],
	library: "create",
	positionals: ["PATH"],
	flags: {
		month: {
			value: "YYYY-MM",
			help: "Month of amounts that name none, also of a table without any date or month",
			problem: (text) => (month.safeParse(text).success ? null : `--month "${text}" is no month, YYYY-MM`),
		},
		"as-of": {
			value: "YYYY-MM-DD",
			help: "Day (UTC) on which the file was made; rows about later days are not taken",
			problem: (text) => (asOf.safeParse(text).success ? null : `--as-of "${text}" is no day, YYYY-MM-DD`),
		},
	},
	async run({ client, positionals: [given = ""], path, text, job }) {
		const { jobId } = await client.stats.startImport.mutate({
			source: { type: "path", path: path(given) },
			month: text("month") ?? null,
			asOf: text("as-of") ?? null,
		});
		const result = await job<StatsImportResult>(jobId);
		const { format, observations, known, stories, from, to, rejected, notes, importedBefore } = result;
		const name = STATS_FORMATS[format];
		const taken = {
			rejected: rejected.map(({ row, reason }) => ({ row, reason: english(reason) })),
			notes: notes.map(english),
		};
		const lines = [
			importedBefore
				? `${name}: this very file came in before, nothing was added`
				: result.importId === null
					? `${name}: nothing new${known === 0 ? "" : `, ${known === 1 ? "its one figure is" : `all ${known} figures are`} known`}`
					: `${name}: ${counted(observations, "new figure", "new figures")} of ${counted(stories, "story", "stories")}, ${known} known before`,
			...rejectedLines(given, taken.rejected),
			...taken.notes.map((note) => `  ${note}`),
		];
		return {
			json: {
				format,
				observations,
				stories,
				from,
				to,
				rejected: taken.rejected,
				known,
				asOf: result.asOf,
				notes: taken.notes,
			},
			text: lines.join("\n"),
		};
	},
};
