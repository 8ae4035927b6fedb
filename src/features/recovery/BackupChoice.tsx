import { Label } from "react-aria-components/Label";
import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import { useTranslation } from "react-i18next";
import type { BackupInfo } from "#contract/library.ts";
import { formatBytes, formatDateTime } from "#ui/format/format.ts";
import styles from "./BackupChoice.module.css";
import { backupKindWord, backupPicturesWord } from "./backup-words.ts";

interface Props {
	backups: readonly BackupInfo[];
	/** Name of the chosen one. */
	chosen: string;
	onChoose: (name: string) => void;
}

/** The backups there are, newest first, one of them chosen. */
export function BackupChoice({ backups, chosen, onChoose }: Props) {
	const { t } = useTranslation();
	return (
		<RadioGroup value={chosen} onChange={onChoose} className={styles.list}>
			<Label className={styles.label}>{t("Backups")}</Label>
			{backups.map((backup) => (
				<Radio key={backup.name} value={backup.name} className={styles.backup}>
					<span className={styles.dot} aria-hidden />
					<span>
						<span className={styles.date}>{formatDateTime(backup.createdAt)}</span>
						<span className={styles.kind}>
							{t("{{why}}, {{pictures}}", {
								why: backupKindWord(backup.kind, t),
								pictures: backupPicturesWord(backup.pictures, t),
							})}
						</span>
					</span>
					<span className={styles.size}>{formatBytes(backup.bytes)}</span>
				</Radio>
			))}
		</RadioGroup>
	);
}
