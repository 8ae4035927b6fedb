import { useTranslation } from "react-i18next";
import type { ProjectionAnswer } from "#contract/earn.ts";
import { formatDate, formatMoney } from "#ui/format/format.ts";
import styles from "./ProvisionalNote.module.css";

interface Props {
	answer: ProjectionAnswer;
	/** The figure above has these days in it. */
	included?: boolean;
}

/** Says which of the running month's newest days are not counted as in, and why. */
export function ProvisionalNote({ answer, included = false }: Props) {
	const { t } = useTranslation();
	const { provisional, currency } = answer;
	if (!provisional) return null;
	const given = {
		money: formatMoney({ minor: provisional.minor, currency }),
		day: formatDate(provisional.from, "short"),
	};
	return (
		<p className={styles.note}>
			{included
				? t("{{money}} of it came on {{day}} or later.", given)
				: t("{{money}} of {{day}} and later is not in it.", given)}{" "}
			{t("Such new days may still change, so the range counts them as still to come.")}
		</p>
	);
}
