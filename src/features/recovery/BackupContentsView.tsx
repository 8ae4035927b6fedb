import { useTranslation } from "react-i18next";
import type { BackupContents } from "#contract/library.ts";
import { formatBytes, formatDate, formatDateTime, formatNumber } from "#ui/format/format.ts";
import styles from "./BackupContentsView.module.css";
import { MissingPictures } from "./MissingPictures.tsx";

/** What a backup file holds, so that a writer knows it again. */
export function BackupContentsView({ contents }: { contents: BackupContents }) {
	const { t } = useTranslation();
	const { file, bytes, stories, trashed, from, to, pictures, schemaVersion, supportedVersion, missing } = contents;
	return (
		<>
			<dl className={styles.facts}>
				<dt>{t("File")}</dt>
				<dd dir="auto">{file}</dd>
				<dt>{t("Stories")}</dt>
				<dd>
					{trashed === 0
						? formatNumber(stories)
						: t("{{count}}, of these {{trashed}} in the trash", { count: stories, trashed })}
				</dd>
				{from !== null && to !== null && (
					<>
						<dt>{t("Oldest story")}</dt>
						<dd>{formatDate(from)}</dd>
						<dt>{t("Last change")}</dt>
						<dd>{formatDateTime(to)}</dd>
					</>
				)}
				<dt>{t("Pictures")}</dt>
				<dd>{pictures === null ? t("not in it") : formatNumber(pictures)}</dd>
				<dt>{t("Size")}</dt>
				<dd>{formatBytes(bytes)}</dd>
				<dt>{t("Library format")}</dt>
				<dd>
					{schemaVersion === supportedVersion
						? t("{{found}}, this version’s own", { found: schemaVersion })
						: t("{{found}}, brought up to {{known}} when it is put back", {
								found: schemaVersion,
								known: supportedVersion,
							})}
				</dd>
			</dl>
			<MissingPictures missing={missing} />
		</>
	);
}
