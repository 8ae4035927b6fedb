import { useTranslation } from "react-i18next";
import type { WindowError } from "#app/rpc.ts";
import styles from "./ImportDialog.module.css";

/** What happened, what is safe, what to do next. */
export function ImportFailure({ error }: { error: WindowError }) {
	const { t } = useTranslation();
	const what = (() => {
		switch (error.code) {
			case "UNSUPPORTED_FORMAT":
				return t("This is not a Medium export, or it holds no stories.");
			case "UNREADABLE_FILE":
				return t("The file is empty, damaged or cut short.");
			case "NOT_FOUND":
				return t("The file is not there any more.");
			case "DISK_FULL":
				return t("The disk is full.");
			case "CONFLICT":
				return t("Another import is still running.");
			default:
				return t("The import stopped: {{reason}}", { reason: error.message });
		}
	})();
	const { file, place, reason } = error.details;
	return (
		<div role="alert" className={styles.failure}>
			<p>
				<strong>{what}</strong>
			</p>
			{(file || reason) && (
				<p className={styles.detail} dir="auto">
					{[file, place, reason].filter(Boolean).join(" · ")}
				</p>
			)}
			<p>{t("Your library is as it was: nothing was imported.")}</p>
			<p>{t("Download the archive from Medium again and choose the zip file as it is, without unpacking it.")}</p>
		</div>
	);
}
