import { useTranslation } from "react-i18next";
import type { WindowError } from "#app/rpc.ts";
import styles from "./ImportDialog.module.css";

/** What happened, in the words the command line has for it too, what is safe, what to do next. */
export function ImportFailure({ error }: { error: WindowError }) {
	const { t } = useTranslation();
	const { file, place, reason } = error.details;
	return (
		<div role="alert" className={styles.failure}>
			<p>
				<strong>{error.message}</strong>
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
