import { useTranslation } from "react-i18next";
import { type Cause, toldCauses } from "#domain/revenue/explain/change.ts";
import type { MonthExplanation } from "#domain/revenue/explain/month.ts";
import { classes } from "#ui/classes/classes.ts";
import { formatSignedMoney } from "#ui/format/format.ts";
import { causeName } from "../words.ts";
import styles from "./Explain.module.css";

/** The causes of a change that is split, with a bar each: to the right what it added, to the left what it took. They add up to the cent. */
export function ChangeTable({ explanation, currency }: { explanation: MonthExplanation; currency: string }) {
	const { t } = useTranslation();
	const { parts, total } = explanation;
	const causes = toldCauses(explanation);
	const largest = Math.max(1, ...causes.map((cause) => Math.abs(parts[cause])));
	const row = (key: Cause | "total", name: string, minor: number) => (
		<tr key={key} data-total={key === "total" || undefined}>
			<th scope="row">{name}</th>
			<td>{formatSignedMoney({ minor, currency })}</td>
			<td aria-hidden>
				{key !== "total" && (
					<span className={styles.track}>
						<span
							className={classes(styles.bar, minor < 0 && styles.less)}
							style={{ inlineSize: `${(50 * Math.abs(minor)) / largest}%` }}
						/>
					</span>
				)}
			</td>
		</tr>
	);
	return (
		<table className={styles.change} aria-label={t("Causes of the change")}>
			<tbody>
				{causes.map((cause) => row(cause, causeName(t, cause), parts[cause]))}
				{row("total", t("Change in all"), total)}
			</tbody>
		</table>
	);
}
