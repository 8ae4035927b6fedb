import { useTranslation } from "react-i18next";
import { languageCoverage } from "#domain/feedback/looked.ts";
import { formatLanguage, formatList } from "#ui/format/format.ts";
import { Disclosure } from "./Disclosure.tsx";
import styles from "./LanguageNotice.module.css";

/** Which of the coach's parts know the language of a story that is not English, and which do not. */
export function LanguageNotice({ language }: { language: string | null }) {
	const { t } = useTranslation();
	const { whole, partly, none } = languageCoverage(language);
	const parts = [
		{ name: t("Looked at in full"), parts: whole },
		{ name: t("Looked at in part"), parts: partly },
		{ name: t("Not looked at"), parts: none },
	].filter((one) => one.parts.length > 0);
	return (
		<div className={styles.notice}>
			<p>
				{language === null
					? t("The language of the text could not be told.")
					: t("This reads as {{language}}.", { language: formatLanguage(language) })}{" "}
				{t("The coach knows English best.")}
			</p>
			<Disclosure label={t("What is looked at here")}>
				<dl>
					{parts.map((one) => (
						<div key={one.name}>
							<dt>{one.name}</dt>
							<dd>{formatList(one.parts.map((part) => t(part)))}</dd>
						</div>
					))}
				</dl>
			</Disclosure>
		</div>
	);
}
