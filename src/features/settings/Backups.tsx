import { useQuery } from "@tanstack/react-query";
import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useTRPC } from "#app/rpc.ts";
import { BackupFileDialog } from "#features/recovery/BackupFileDialog.tsx";
import { backupKindWord } from "#features/recovery/backup-words.ts";
import { PutBackDialog } from "#features/recovery/PutBackDialog.tsx";
import { Button } from "#ui/button/Button.tsx";
import { formatBytes, formatDateTime, formatNumber } from "#ui/format/format.ts";
import { IconButton } from "#ui/icon-button/IconButton.tsx";
import { Menu } from "#ui/menu/Menu.tsx";
import { Notice } from "#ui/notice/Notice.tsx";
import { ProgressBar } from "#ui/progress-bar/ProgressBar.tsx";
import { Cell, Column, Row, Table, TableBody, TableHeader } from "#ui/table/Table.tsx";
import styles from "./Backups.module.css";
import { SettingRow } from "./SettingRow.tsx";
import { useBackUp, useSaveBackup } from "./use-back-up.ts";

/** The backups there are, what can be done with each, and one more when asked for. */
export function Backups() {
	const { t } = useTranslation();
	const trpc = useTRPC();
	const { data: backups } = useQuery(trpc.library.backups.queryOptions());
	const [asked, setAsked] = useState<string | null>(null);
	const [opening, setOpening] = useState(false);
	const save = useSaveBackup();
	const job = useBackUp();
	const failure = job.error;
	return (
		<>
			<SettingRow
				title={t("Backups")}
				hint={t(
					"Inkhour backs up by itself once a day, when it closes after changes, and before every change of the library’s format. These copies leave the pictures out, which stay in the library’s folder; those you make hold them. Every copy is opened and checked.",
				)}
			>
				{job.isRunning ? (
					<Button onPress={() => void job.cancel()}>{t("Cancel")}</Button>
				) : (
					<Button variant="primary" onPress={job.backUp}>
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
							<Column id="pictures" numeric>
								{t("Pictures")}
							</Column>
							<Column id="size" numeric>
								{t("Size")}
							</Column>
							<Column id="actions">
								<span className={styles.unseen}>{t("What can be done")}</span>
							</Column>
						</TableHeader>
						<TableBody items={backups}>
							{(backup) => (
								<Row id={backup.name}>
									<Cell>{formatDateTime(backup.createdAt)}</Cell>
									<Cell>{backupKindWord(backup.kind, t)}</Cell>
									<Cell numeric>{backup.pictures === null ? t("not in it") : formatNumber(backup.pictures)}</Cell>
									<Cell numeric>{formatBytes(backup.bytes)}</Cell>
									<Cell numeric className={styles.actions}>
										<Menu
											label={t("Backup")}
											placement="bottom end"
											trigger={
												<IconButton
													size="small"
													icon={Ellipsis}
													label={t("More for the backup of {{time}}", { time: formatDateTime(backup.createdAt) })}
												/>
											}
											items={[
												{ id: "put-back", label: t("Put back this backup…"), run: () => setAsked(backup.name) },
												{ id: "save", label: t("Save to a file…"), run: () => void save(backup.name) },
											]}
										/>
									</Cell>
								</Row>
							)}
						</TableBody>
					</Table>
				</div>
			)}
			<SettingRow
				title={t("A backup in a file")}
				hint={t(
					"One that was saved to a file, here or on another machine. It is checked, and you see what it holds before anything is replaced.",
				)}
			>
				<Button onPress={() => setOpening(true)}>{t("Open a backup file…")}</Button>
			</SettingRow>
			<BackupFileDialog isOpen={opening} onClose={() => setOpening(false)} />
			<PutBackDialog asked={asked} isOpen={asked !== null} onClose={() => setAsked(null)} />
		</>
	);
}
