import { CircleX, Info, Lightbulb, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Severity } from "#domain/feedback/types.ts";
import { classes } from "#ui/classes/classes.ts";
import styles from "./SeverityIcon.module.css";

const ICONS = { error: CircleX, warning: TriangleAlert, suggestion: Lightbulb, note: Info } as const;

export function SeverityIcon({ severity }: { severity: Exclude<Severity, "strength"> }) {
	const { t } = useTranslation();
	const Icon = ICONS[severity];
	const words = { error: t("Error"), warning: t("Important"), suggestion: t("Suggestion"), note: t("Note") }[severity];
	return (
		<span className={classes(styles.icon, styles[severity])} role="img" aria-label={words}>
			<Icon aria-hidden size={14} />
		</span>
	);
}
