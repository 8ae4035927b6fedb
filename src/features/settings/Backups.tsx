import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useJob } from "#app/jobs/use-job.ts";
import { rpc, useTRPC } from "#app/rpc.ts";
import { backupKindWord } from "#features/recovery/backup-words.ts";
import { Button } from "#ui/button/Button.tsx";
import { formatBytes, formatDateTime } from "#ui/format/format.ts";
import { Notice } from "#ui/notice/Notice.tsx";
import { ProgressBar } from "#ui/progress-bar/ProgressBar.tsx";
import { Cell, Column, Row, Table, TableBody, TableHeader } from "#ui/table/Table.tsx";
import { showToast } from "#ui/toast/toasts.ts";
import styles from "./Backups.module.css";
import { SettingRow } from "./SettingRow.tsx";

/** The backups there are, and one more when asked for. */
export function Backups() {
	const { t } = useTranslation();
	const trpc = useTRPC();
	const queries = useQueryClient();
	const { data: backups } = useQuery(trpc.library.backups.queryOptions());
	const job = useJob(() => {
		showToast({ message: t("Backed up. The copy was opened and checked.") });
		void queries.invalidateQueries(trpc.library.backups.queryFilter());
	});
	const failure = job.error;
	return (
		<>
			<SettingRow
				title={t("Backups")}
				hint={t(
					"Inkhour backs up by itself once a day, when it closes after changes, and before every change of the library’s format. Every copy is opened and checked.",
				)}
			>
				{job.isRunning ? (
					<Button onPress={() => void job.cancel()}>{t("Cancel")}</Button>
				) : (
					<Button variant="primary" onPress={() => void job.start(() => rpc.library.backupNow.mutate())}>
						{t("Back up now")}
					</Button>
				)}
			</SettingRow>
			{job.isRunning && job.status && (
				<ProgressBar
					className={styles.progress}
					label={t("Backing up")}
					done={job.status.progress.done}
					total={job.status.progress.total}
				/>
			)}
			{failure && (
				<Notice tone="danger" role="alert" className={styles.result}>
					{t("The backup was not made: {{reason}}. The library is as it was.", { reason: failure.message })}
				</Notice>
			)}
			{backups?.length === 0 && <p className={styles.none}>{t("There is no backup yet.")}</p>}
			{backups && backups.length > 0 && (
				<div className={styles.table}>
					<Table label={t("Backups")}>
						<TableHeader>
							<Column id="date" isRowHeader>
								{t("Made")}
							</Column>
							<Column id="kind">{t("Why")}</Column>
							<Column id="size" numeric>
								{t("Size")}
							</Column>
						</TableHeader>
						<TableBody items={backups}>
							{(backup) => (
								<Row id={backup.name}>
									<Cell>{formatDateTime(backup.createdAt)}</Cell>
									<Cell>{backupKindWord(backup.kind, t)}</Cell>
									<Cell numeric>{formatBytes(backup.bytes)}</Cell>
								</Row>
							)}
						</TableBody>
					</Table>
				</div>
			)}
		</>
	);
}
