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

/** Whether pictures are inside, in the middle of a sentence. */
export function backupPicturesWord(pictures: BackupInfo["pictures"], t: TFunction): string {
	return pictures === null
		? t("without pictures")
		: t("with {{count}} pictures", { count: pictures, defaultValue_one: "with {{count}} picture" });
}
