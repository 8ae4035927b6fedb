import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BackupInfo } from "#contract/library.ts";
import { Button } from "#ui/button/Button.tsx";
import { BackupChoice } from "./BackupChoice.tsx";
import styles from "./RestoreChoice.module.css";

interface Props {
	backups: readonly BackupInfo[];
	onRestore: (name: string) => void;
	isDisabled: boolean;
}

/** The backups of a damaged library and the way back to one of them; nothing where there is none. */
export function RestoreChoice({ backups, onRestore, isDisabled }: Props) {
	const { t } = useTranslation();
	const [chosen, setChosen] = useState(backups[0]?.name ?? "");
	if (backups.length === 0) return null;
	return (
		<div className={styles.choice}>
			<BackupChoice backups={backups} chosen={chosen} onChoose={setChosen} />
			<Button variant="primary" isDisabled={isDisabled} onPress={() => onRestore(chosen)}>
				{t("Put back this backup")}
			</Button>
		</div>
	);
}
