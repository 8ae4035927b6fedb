import type { TFunction } from "i18next";
import { say } from "#app/words/say.ts";
import { kindWords, noteWords, pageWords, skipWords } from "#contract/import-words.ts";
import type { ImportCounts, ImportedFile, ImportReport, SkippedFile } from "#contract/imports.ts";
import { formatMoney, formatNumber } from "#ui/format/format.ts";

/** "12 stories, 5 drafts, 2 responses". */
export function countWords(counts: ImportCounts, t: TFunction): string {
	const number = (count: number) => ({ count, formatted: formatNumber(count) });
	return [
		t("{{formatted}} stories", {
			...number(counts.stories),
			defaultValue_one: "{{formatted}} story",
			defaultValue_other: "{{formatted}} stories",
		}),
		t("{{formatted}} drafts", {
			...number(counts.drafts),
			defaultValue_one: "{{formatted}} draft",
			defaultValue_other: "{{formatted}} drafts",
		}),
		t("{{formatted}} responses", {
			...number(counts.responses),
			defaultValue_one: "{{formatted}} response",
			defaultValue_other: "{{formatted}} responses",
		}),
	].join(", ");
}

export function outcomeWords(outcome: ImportedFile["outcome"], t: TFunction): string {
	switch (outcome) {
		case "added":
			return t("New");
		case "updated":
			return t("Updated");
		case "unchanged":
			return t("Unchanged");
		case "beside":
			return t("Beside your text");
	}
}

/** One line of the report's table. */
export interface ReportRow {
	file: string;
	/** `null` for a file that was left out. */
	imported: ImportedFile | null;
	outcome: string;
	/** What the writer should know; empty when all is well. */
	remarks: string[];
	/** Left out although it could have been a story, or brought in with a loss. */
	problem: boolean;
	/** Left out in every import: nothing of the writer's is in it. */
	expected: boolean;
}

const EXPECTED: ReadonlySet<SkippedFile["reason"]> = new Set(["private", "notStories"]);

export function reportRows(report: ImportReport, t: TFunction): ReportRow[] {
	const imported = report.files.map((file): ReportRow => {
		const kind = kindWords(file.kindReason);
		return {
			file: file.file,
			imported: file,
			outcome: outcomeWords(file.outcome, t),
			remarks: [...(kind === null ? [] : [kind]), ...file.notes.map(noteWords)].map(say),
			problem: file.notes.length > 0 || file.outcome === "beside",
			expected: false,
		};
	});
	const pages = report.pages.map(
		(page): ReportRow => ({
			file: page.file,
			imported: null,
			outcome: t("Read"),
			remarks: [say(pageWords(page))],
			problem: false,
			expected: false,
		}),
	);
	const skipped = report.skipped.map(
		(file): ReportRow => ({
			file: file.file,
			imported: null,
			outcome: t("Left out"),
			remarks: [say(skipWords(file))],
			problem: !EXPECTED.has(file.reason),
			expected: EXPECTED.has(file.reason),
		}),
	);
	return [...imported, ...pages, ...skipped];
}

export function earningsWords(report: ImportReport, t: TFunction): string | null {
	const { earnings } = report;
	if (!earnings) return null;
	const values = {
		amount: formatMoney({ minor: earnings.totalMinor, currency: earnings.currency }),
		stories: formatNumber(earnings.stories),
	};
	return earnings.rounded
		? t("Lifetime earnings, {{stories}} stories: about {{amount}}. Medium writes whole amounts only.", values)
		: t("Lifetime earnings, {{stories}} stories: {{amount}}.", values);
}

/** The report as plain text, tab-separated, for the clipboard. */
export function reportText(report: ImportReport, t: TFunction): string {
	const head = [report.source.name, countWords(report.counts, t), earningsWords(report, t)].filter(Boolean);
	const rows = reportRows(report, t).map((row) => [row.outcome, row.file, row.remarks.join("; ")].join("\t"));
	return [...head, "", ...rows].join("\n");
}
