import { useTranslation } from "react-i18next";
import { say } from "#app/words/say.ts";
import type { ExplainAnswer } from "#contract/earn.ts";
import { causeMessage } from "#domain/revenue/explain/cause-words.ts";
import { type ToldCause, toldCauses } from "#domain/revenue/explain/change.ts";
import { classes } from "#ui/classes/classes.ts";
import { formatSignedMoney } from "#ui/format/format.ts";
import styles from "./Explain.module.css";

interface Props extends Pick<ExplainAnswer, "undated" | "currency"> {
	explanation: NonNullable<ExplainAnswer["explanation"]>;
}

/** The causes of a change that is split, with a bar each: to the right what it added, to the left what it took. They add up to the cent. */
export function ChangeTable({ explanation, undated, currency }: Props) {
	const { t } = useTranslation();
	const causes = toldCauses(explanation, undated.length);
	const largest = Math.max(1, ...causes.map(({ minor }) => Math.abs(minor)));
	const row = (key: ToldCause | "total", name: string, minor: number) => (
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
				{causes.map(({ cause, minor }) => row(cause, say(causeMessage(cause, explanation.lacksDays)), minor))}
				{row("total", t("Change in all"), explanation.total)}
			</tbody>
		</table>
	);
}
