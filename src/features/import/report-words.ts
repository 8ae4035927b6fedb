import type { TFunction } from "i18next";
import { say } from "#app/words/say.ts";
import { leftWords, type ReportRow, reportRows } from "#contract/import-words.ts";
import type { ImportCounts, ImportReport } from "#contract/imports.ts";
import { formatList, formatMoney, formatNumber } from "#ui/format/format.ts";

/** "12 stories, 5 drafts, 2 responses". */
export function countWords(counts: ImportCounts, t: TFunction): string {
	// Each count is written out: the extractor takes a call for one with plural forms only when it sees `count` in it.
	return formatList([
		t("{{formatted}} stories", {
			count: counts.stories,
			formatted: formatNumber(counts.stories),
			defaultValue_one: "{{formatted}} story",
			defaultValue_other: "{{formatted}} stories",
		}),
		t("{{formatted}} drafts", {
			count: counts.drafts,
			formatted: formatNumber(counts.drafts),
			defaultValue_one: "{{formatted}} draft",
			defaultValue_other: "{{formatted}} drafts",
		}),
		t("{{formatted}} responses", {
			count: counts.responses,
			formatted: formatNumber(counts.responses),
			defaultValue_one: "{{formatted}} response",
			defaultValue_other: "{{formatted}} responses",
		}),
	]);
}

/** One line of the report's table, in the language of the window. */
export interface SaidRow extends Omit<ReportRow, "outcome" | "remarks"> {
	outcome: string;
	remarks: string[];
}

export function saidRows(report: ImportReport): SaidRow[] {
	return reportRows(report).map((row) => ({ ...row, outcome: say(row.outcome), remarks: row.remarks.map(say) }));
}

export function earningsWords(report: ImportReport, t: TFunction): string | null {
	const { earnings } = report;
	if (!earnings) return null;
	const amount = formatMoney({ minor: earnings.totalMinor, currency: earnings.currency });
	const count = earnings.stories;
	return earnings.rounded
		? t("Lifetime earnings, {{count}} stories: about {{amount}}. Medium writes whole amounts only.", {
				count,
				amount,
				defaultValue_one: "Lifetime earnings, {{count}} story: about {{amount}}. Medium writes whole amounts only.",
			})
		: t("Lifetime earnings, {{count}} stories: {{amount}}.", {
				count,
				amount,
				defaultValue_one: "Lifetime earnings, {{count}} story: {{amount}}.",
			});
}

/** The report as plain text, tab-separated, for the clipboard. */
export function reportText(report: ImportReport, t: TFunction): string {
	const head = [
		report.source.name,
		countWords(report.counts, t),
		...leftWords(report).map(say),
		earningsWords(report, t),
	].filter(Boolean);
	const rows = saidRows(report).map((row) => [row.outcome, row.file, row.remarks.join("; ")].join("\t"));
	return [...head, "", ...rows].join("\n");
}
