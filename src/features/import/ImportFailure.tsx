import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { WindowError } from "#app/rpc.ts";
import { wholeSentence } from "#app/words/whole-sentence.ts";
import styles from "./ImportDialog.module.css";

/** What to do next, where the service has no better advice. */
function generalAdvice({ code }: WindowError, t: TFunction): string {
	switch (code) {
		case "DISK_FULL":
			return t("Make room on the disk and import it again.");
		case "UNREACHABLE":
		case "LIBRARY_UNAVAILABLE":
		case "LIBRARY_LOCKED":
			return t("Import it again when the library is open.");
		case "NOT_FOUND":
			return t("Choose it again where it is now.");
		default:
			return t("Try it again, or choose another file.");
	}
}

/** What happened, in the words the command line has for it too, what is safe, what to do next. */
export function ImportFailure({ error }: { error: WindowError }) {
	const { t } = useTranslation();
	const { file, place, reason, advice } = error.details;
	return (
		<div role="alert" className={styles.failure}>
			<p>
				<strong>{error.message}</strong>
			</p>
			{(file || place) && (
				<p className={styles.detail} dir="auto">
					{[file, place].filter(Boolean).join(" · ")}
				</p>
			)}
			{reason && <p dir="auto">{wholeSentence(reason, t)}</p>}
			<p>{t("Your library is as it was: nothing was imported.")}</p>
			<p>{advice ?? generalAdvice(error, t)}</p>
		</div>
	);
}
