import { useTranslation } from "react-i18next";
import { say } from "#app/words/say.ts";
import type { StatsReport } from "#contract/stats.ts";
import { tellingApart } from "#domain/stats/definitions.ts";
import { STATS_FORMATS } from "#domain/stats/formats/format.ts";
import { rejectedRuns } from "#domain/stats/rejected.ts";
import { english } from "#domain/words/message.ts";
import { formatDate, formatDateTime, formatNumber } from "#ui/format/format.ts";
import { SideScroll } from "#ui/side-scroll/SideScroll.tsx";
import { grainName, metricName } from "../words.ts";
import styles from "./StatsReportView.module.css";

/** What a stats file holds: kinds of figures, the rows that could not be read and why. */
export function StatsReportView({ report }: { report: StatsReport }) {
	const { t } = useTranslation();
	const { figures, rejected } = report;
	return (
		<div className={styles.report}>
			<dl className={styles.facts}>
				<dt>{t("Format")}</dt>
				<dd>{t(STATS_FORMATS[report.format])}</dd>
				<dt>{t("Stories")}</dt>
				<dd>{formatNumber(report.stories)}</dd>
				{report.from && report.to && (
					<>
						<dt>{t("Covers")}</dt>
						<dd>{t("{{from}} to {{to}}", { from: formatDate(report.from), to: formatDate(report.to) })}</dd>
					</>
				)}
				<dt>{t("As of")}</dt>
				<dd>{formatDateTime(report.asOf)}</dd>
			</dl>
			{report.notes.map(say).map((note) => (
				<p key={note} className={styles.note}>
					{note}
				</p>
			))}
			{figures.length > 0 && (
				<SideScroll className={styles.scroll} label={t("Figures in the file")}>
					<table className={styles.table}>
						<caption>
							{t("{{count}} figures", {
								defaultValue_one: "{{count}} figure",
								defaultValue_other: "{{count}} figures",
								count: figures.reduce((sum, { count }) => sum + count, 0),
							})}
						</caption>
						<thead>
							<tr>
								<th scope="col">{t("What")}</th>
								<th scope="col">{t("Of")}</th>
								<th scope="col">{t("Kind")}</th>
								<th scope="col" className={styles.number}>
									{t("Count")}
								</th>
							</tr>
						</thead>
						<tbody>
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
						</tbody>
					</table>
				</SideScroll>
			)}
			{rejected.length > 0 && (
				<SideScroll className={styles.scroll} label={t("Rows that were not taken")}>
					<table className={styles.table}>
						<caption>
							{t("{{count}} rows were not taken", {
								defaultValue_one: "{{count}} row was not taken",
								defaultValue_other: "{{count}} rows were not taken",
								count: rejected.length,
							})}
						</caption>
						<thead>
							<tr>
								<th scope="col" className={styles.number}>
									{t("Row")}
								</th>
								<th scope="col">{t("Reason")}</th>
							</tr>
						</thead>
						<tbody>
							{rejectedRuns(rejected)
								.slice(0, 500)
								.map(({ from, to, reason }) => (
									<tr key={`${from} ${english(reason)}`}>
										<td className={styles.number}>
											{from === to
												? formatNumber(from)
												: t("{{from}} to {{to}}", { from: formatNumber(from), to: formatNumber(to) })}
										</td>
										<td>{say(reason)}</td>
									</tr>
								))}
						</tbody>
					</table>
				</SideScroll>
			)}
		</div>
	);
}
