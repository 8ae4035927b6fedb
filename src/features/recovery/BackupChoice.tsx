import { useState } from "react";
import { Label } from "react-aria-components/Label";
import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import { useTranslation } from "react-i18next";
import type { BackupInfo } from "#contract/library.ts";
import { Button } from "#ui/button/Button.tsx";
import { formatBytes, formatDateTime } from "#ui/format/format.ts";
import styles from "./BackupChoice.module.css";
import { backupKindWord } from "./backup-words.ts";

interface Props {
	backups: readonly BackupInfo[];
	onRestore: (name: string) => void;
	isDisabled: boolean;
}

/** The backups there are, newest chosen. */
export function BackupChoice({ backups, onRestore, isDisabled }: Props) {
	const { t } = useTranslation();
	const [chosen, setChosen] = useState(backups[0]?.name ?? "");
	if (backups.length === 0) return null;
	return (
		<div className={styles.choice}>
			<RadioGroup value={chosen} onChange={setChosen} className={styles.list}>
				<Label className={styles.label}>{t("Backups")}</Label>
				{backups.map((backup) => (
					<Radio key={backup.name} value={backup.name} className={styles.backup}>
						<span className={styles.dot} aria-hidden />
						<span className={styles.date}>{formatDateTime(backup.createdAt)}</span>
						<span className={styles.kind}>{backupKindWord(backup.kind, t)}</span>
						<span className={styles.size}>{formatBytes(backup.bytes)}</span>
					</Radio>
				))}
			</RadioGroup>
			<Button variant="primary" isDisabled={isDisabled} onPress={() => onRestore(chosen)}>
				{t("Put back this backup")}
			</Button>
		</div>
	);
}
