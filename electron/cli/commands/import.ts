import {
	leftWords,
	noteWords,
	notInLibraryWords,
	pageWords,
	reportRows,
	skipWords,
	storiesLeft,
} from "#contract/import-words.ts";
import type { ImportReport } from "#contract/imports.ts";
import { english } from "#domain/words/message.ts";
import type { Command } from "../command.ts";
import { counted } from "../counted.ts";

/**
 * Counts are of what the export holds, so that a second import prints the same `stories`, `drafts` and `responses`;
 * `new`, `updated`, `unchanged`, `beside` and `left` (as the library has them) say what happened to them, and add up.
 */
function toJson(report: ImportReport) {
	const { counts, earnings } = report;
	return {
		stories: counts.stories,
		drafts: counts.drafts,
		responses: counts.responses,
		earnings: {
			stories: earnings?.stories ?? 0,
			totalMinor: earnings?.totalMinor ?? 0,
			currency: earnings?.currency ?? "USD",
		},
		pages: report.pages.map((page) => ({ file: page.file, read: english(pageWords(page)) })),
		skipped: report.skipped.map((skipped) => ({ file: skipped.file, reason: english(skipWords(skipped)) })),
		warnings: [
			...report.files.flatMap(({ file, notes }) => notes.map((note) => ({ file, reason: english(noteWords(note)) }))),
			...report.pages.flatMap((page) => {
				const missing = notInLibraryWords(page);
				return missing === null ? [] : [{ file: page.file, reason: english(missing) }];
			}),
		],
		new: counts.added,
		updated: counts.updated,
		unchanged: counts.unchanged,
		beside: counts.beside,
		left: storiesLeft(report),
		importId: report.importId,
	};
}

function toText(report: ImportReport): string {
	const { counts, earnings } = report;
	const lines = [
		[
			counted(counts.stories, "story", "stories"),
			counted(counts.drafts, "draft", "drafts"),
			counted(counts.responses, "response", "responses"),
		].join(", "),
		`${counts.added} new, ${counts.updated} updated, ${counts.unchanged} unchanged, ${counts.beside} kept beside your own text, ${storiesLeft(report)} left as they are`,
		...leftWords(report).map(english),
	];
	if (earnings) {
		const total = new Intl.NumberFormat("en", { style: "currency", currency: earnings.currency }).format(
			earnings.totalMinor / 100,
		);
		lines.push(
			`Lifetime earnings of ${counted(earnings.stories, "story", "stories")}: ${total}${earnings.rounded ? ", each rounded to a whole unit" : ""}`,
		);
	}
	const rows = reportRows(report);
	const width = Math.max(...rows.map(({ outcome }) => english(outcome).length));
	for (const { file, outcome, remarks } of rows) {
		const [first, ...more] = remarks.map(english);
		lines.push(`${english(outcome).padEnd(width)}  ${file}${first === undefined ? "" : `: ${first}`}`);
		// Under the first one: a remark may hold any sign that could stand between two.
		lines.push(...more.map((remark) => `${" ".repeat(width + 2 + file.length + 2)}${remark}`));
	}
	return lines.join("\n");
}

export const importArchive: Command = {
	name: "import",
	summary: "Bring a Medium export into a library: a zip, an unpacked folder or one post file.",
	positionals: ["PATH"],
	library: "create",
	async run({ client, job, path, positionals: [given = ""] }) {
		const { id } = await client.imports.start.mutate({ source: { type: "path", path: path(given) } });
		const report = await job<ImportReport>(id);
		return { json: toJson(report), text: toText(report) };
	},
};
