import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { say } from "#app/words/say.ts";
import type { StatsReport } from "#contract/stats.ts";
import { tellingApart } from "#domain/stats/definitions.ts";
import { STATS_FORMATS } from "#domain/stats/formats/format.ts";
import { rejectedRuns } from "#domain/stats/rejected.ts";
import { english } from "#domain/words/message.ts";
import { Facts } from "#ui/facts/Facts.tsx";
import { formatDate, formatDateTime, formatNumber } from "#ui/format/format.ts";
import { SideScroll } from "#ui/side-scroll/SideScroll.tsx";
import { grainName, metricName } from "../words.ts";
import styles from "./StatsReportView.module.css";

/** Lines about rows that are listed. */
const RUNS_SHOWN = 500;

/** What a stats file holds: kinds of figures, the rows that could not be read and why. */
export function StatsReportView({ report }: { report: StatsReport }) {
	const { t } = useTranslation();
	const { figures, rejected } = report;
	const runs = rejectedRuns(rejected);
	return (
		<div className={styles.report}>
			<Facts
				facts={[
					[t("Format"), t(STATS_FORMATS[report.format])],
					[t("Stories"), formatNumber(report.stories)],
					[
						t("Covers"),
						report.from && report.to
							? t("{{from}} to {{to}}", { from: formatDate(report.from), to: formatDate(report.to) })
							: null,
					],
					[t("As of"), formatDateTime(report.asOf)],
				]}
			/>
			{report.notes.map(say).map((note) => (
				<p key={note} className={styles.note}>
					{note}
				</p>
			))}
			{figures.length > 0 && (
				<ScrolledTable
					label={t("Figures in the file")}
					caption={t("{{count}} figures", {
						defaultValue_one: "{{count}} figure",
						defaultValue_other: "{{count}} figures",
						count: figures.reduce((sum, { count }) => sum + count, 0),
					})}
					head={
						<>
							<th scope="col">{t("What")}</th>
							<th scope="col">{t("Of")}</th>
							<th scope="col">{t("Kind")}</th>
							<th scope="col" className={styles.number}>
								{t("Count")}
							</th>
						</>
					}
				>
					{figures.map((figure) => {
						const { metric, definition, grain, whose, count } = figure;
						const meaning = tellingApart(figure, figures);
						return (
							<tr key={`${metric} ${definition} ${grain} ${whose}`}>
								<td>
									{metricName(t, metric)}
									{meaning !== null && <p className={styles.meaning}>{t(meaning)}</p>}
								</td>
								<td>{whose && (whose === "account" ? t("Your account") : t("Single stories"))}</td>
								<td>{grainName(t, grain)}</td>
								<td className={styles.number}>{formatNumber(count)}</td>
							</tr>
						);
					})}
				</ScrolledTable>
			)}
			{rejected.length > 0 && (
				<ScrolledTable
					label={t("Rows that were not taken")}
					caption={t("{{count}} rows were not taken", {
						defaultValue_one: "{{count}} row was not taken",
						defaultValue_other: "{{count}} rows were not taken",
						count: rejected.length,
					})}
					head={
						<>
							<th scope="col" className={styles.number}>
								{t("Row")}
							</th>
							<th scope="col">{t("Reason")}</th>
						</>
					}
				>
					{runs.slice(0, RUNS_SHOWN).map(({ from, to, reason }) => (
						<tr key={`${from} ${english(reason)}`}>
							<td className={styles.number}>
								{from === to
									? formatNumber(from)
									: t("{{from}} to {{to}}", { from: formatNumber(from), to: formatNumber(to) })}
							</td>
							<td>{say(reason)}</td>
						</tr>
					))}
					{runs.length > RUNS_SHOWN && (
						<tr>
							<td />
							<td>
								{t("… and {{rows}} rows more that are not listed here", {
									rows: formatNumber(runs.slice(RUNS_SHOWN).reduce((sum, { from, to }) => sum + to - from + 1, 0)),
								})}
							</td>
						</tr>
					)}
				</ScrolledTable>
			)}
		</div>
	);
}

interface ScrolledTableProps {
	label: string;
	caption: string;
	/** Cells of its first row. */
	head: ReactNode;
	/** Its other rows. */
	children: ReactNode;
}

function ScrolledTable({ label, caption, head, children }: ScrolledTableProps) {
	return (
		<SideScroll className={styles.scroll} label={label}>
			<table className={styles.table}>
				<caption>{caption}</caption>
				<thead>
					<tr>{head}</tr>
				</thead>
				<tbody>{children}</tbody>
			</table>
		</SideScroll>
	);
}
