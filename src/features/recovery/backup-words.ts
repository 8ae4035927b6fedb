import type { TFunction } from "i18next";
import type { BackupInfo } from "#contract/library.ts";

/** Why a backup was made. */
export function backupKindWord(kind: BackupInfo["kind"], t: TFunction): string {
	return {
		migration: t("before an update"),
		manual: t("made by you"),
		automatic: t("automatic"),
		replaced: t("before a backup was put back"),
	}[kind];
}
