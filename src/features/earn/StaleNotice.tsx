import { useTranslation } from "react-i18next";
import type { ProjectionAnswer } from "#contract/earn.ts";
import { formatDate } from "#ui/format/format.ts";
import { Notice } from "#ui/notice/Notice.tsx";

/** Says from where the months count when the newest earnings are old. */
export function StaleNotice({ answer }: { answer: ProjectionAnswer }) {
	const { t } = useTranslation();
	if (!answer.stale || !answer.asOf) return null;
	return (
		<Notice>
			{t("The newest earnings are of {{day}}; the months shown start there.", { day: formatDate(answer.asOf) })}
		</Notice>
	);
}
