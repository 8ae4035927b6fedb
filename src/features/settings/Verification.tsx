import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { useJob } from "#app/jobs/use-job.ts";
import { rpc } from "#app/rpc.ts";
import type { VerifyReport } from "#contract/library.ts";
import { Button } from "#ui/button/Button.tsx";
import { formatList, formatNumber } from "#ui/format/format.ts";
import { Notice } from "#ui/notice/Notice.tsx";
import { ProgressBar } from "#ui/progress-bar/ProgressBar.tsx";
import styles from "./Backups.module.css";
import { SettingRow } from "./SettingRow.tsx";

/** What was found, one sentence each; empty when all is well. */
function findings(report: VerifyReport, t: TFunction): string[] {
	const found: string[] = [];
	if (report.integrity.length > 0)
		found.push(t("The file is damaged: {{reason}}", { reason: formatList(report.integrity.slice(0, 3)) }));
	if (report.foreignKeys > 0)
		found.push(
			t("{{count}} entries point at nothing.", {
				defaultValue_one: "{{count}} entry points at nothing.",
				count: report.foreignKeys,
			}),
		);
	if (report.search.disagreeing > 0)
		found.push(
			t("The search does not know the text of {{count}} stories.", {
				defaultValue_one: "The search does not know the text of {{count}} story.",
				count: report.search.disagreeing,
			}),
		);
	if (report.documents.unreadable.length > 0)
		found.push(
			t("{{count}} texts cannot be read.", {
				defaultValue_one: "{{count}} text cannot be read.",
				count: report.documents.unreadable.length,
			}),
		);
	const pictures = report.media.missing.length + report.media.changed.length;
	if (pictures > 0)
		found.push(
			t("{{count}} pictures are missing or changed.", {
				defaultValue_one: "{{count}} picture is missing or changed.",
				count: pictures,
			}),
		);
	return found;
}

/** Reads the whole library and says whether everything in it is sound. */
export function Verification() {
	const { t } = useTranslation();
	const job = useJob(() => {});
	const report = job.status?.state === "done" ? (job.status.result as VerifyReport) : null;
	const failure = job.error;
	const problems = report ? findings(report, t) : [];
	return (
		<>
			<SettingRow title={t("Check")} hint={t("Reads every text, the search and every picture, and changes nothing.")}>
				{job.isRunning ? (
					<Button onPress={() => void job.cancel()}>{t("Cancel")}</Button>
				) : (
					<Button onPress={() => void job.start(() => rpc.library.verify.mutate())}>{t("Check the library")}</Button>
				)}
			</SettingRow>
			{job.isRunning && job.status && (
				<ProgressBar
					className={styles.progress}
					label={t("Checking")}
					done={job.status.progress.done}
					total={job.status.progress.total}
				/>
			)}
			<div role="status">
				{report && problems.length === 0 && (
					<p className={styles.none}>
						{t("Everything is sound. Texts read: {{texts}}; pictures read: {{pictures}}.", {
							texts: formatNumber(report.documents.checked),
							pictures: formatNumber(report.media.checked),
						})}
					</p>
				)}
			</div>
			{problems.length > 0 && (
				<Notice tone="danger" role="alert" className={styles.result}>
					<p>{t("Not everything is sound. Nothing was changed; a backup may help.")}</p>
					<ul>
						{problems.map((problem) => (
							<li key={problem}>{problem}</li>
						))}
					</ul>
				</Notice>
			)}
			{failure && (
				<Notice tone="danger" role="alert" className={styles.result}>
					{t("The library could not be checked: {{reason}}", { reason: failure.message })}
				</Notice>
			)}
		</>
	);
}
