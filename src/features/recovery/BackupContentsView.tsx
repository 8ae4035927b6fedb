import { useTranslation } from "react-i18next";
import type { BackupContents } from "#contract/library.ts";
import { Facts } from "#ui/facts/Facts.tsx";
import { formatBytes, formatDate, formatDateTime, formatNumber } from "#ui/format/format.ts";
import styles from "./BackupContentsView.module.css";
import { focusOn } from "./focus-on.ts";
import { MissingPictures } from "./MissingPictures.tsx";

/** What a backup file holds, so that a writer knows it again. Takes the focus when it comes, to be read first. */
export function BackupContentsView({ contents }: { contents: BackupContents }) {
	const { t } = useTranslation();
	const { file, bytes, stories, trashed, figures, from, to, pictures, schemaVersion, supportedVersion, missing } =
		contents;
	return (
		<section ref={focusOn} tabIndex={-1} className={styles.contents} aria-label={t("What the file holds")}>
			<Facts
				facts={[
					[t("File"), file],
					[
						t("Stories"),
						trashed === 0
							? formatNumber(stories)
							: t("{{count}}, of these {{trashed}} in the trash", { count: stories, trashed }),
					],
					[t("Figures of stats"), formatNumber(figures)],
					[t("Oldest day known"), from && formatDate(from)],
					[t("Last change"), to && formatDateTime(to)],
					[t("Pictures"), pictures === null ? t("not in it") : formatNumber(pictures)],
					[t("Size"), formatBytes(bytes)],
					[
						t("Library format"),
						schemaVersion === supportedVersion
							? t("{{found}}, this version’s own", { found: schemaVersion })
							: t("{{found}}, brought up to {{known}} when it is put back", {
									found: schemaVersion,
									known: supportedVersion,
								}),
					],
				]}
			/>
			<MissingPictures missing={missing} />
		</section>
	);
}
