import { useTranslation } from "react-i18next";
import type { ProjectionAnswer } from "#contract/earn.ts";
import { formatMoney, formatNumber } from "#ui/format/format.ts";
import { besideWords, nearestTried, provedWords } from "../words.ts";
import styles from "./Projection.module.css";

/** How such forecasts of earlier months would have done, in a few sentences. */
export function TrackRecord({ answer }: { answer: ProjectionAnswer }) {
	const { t } = useTranslation();
	const { refined, currency } = answer;
	if (!refined)
		return (
			<p className={styles.track} role="status">
				{t("A first look. The ranges are being tried on your own past…")}
			</p>
		);
	const next = nearestTried(answer);
	if (!next) return <p className={styles.track}>{t("There are too few months to try the ranges on your own past.")}</p>;
	const { row, ahead } = next;
	const money = (minor: number) => formatMoney({ minor, currency });
	return (
		<p className={styles.track}>
			{t(
				"Tried on your own past: of {{count}} months forecast {{ahead}} ahead, {{inside}} fell inside the four-in-five range.",
				{
					defaultValue_one:
						"Tried on your own past: {{count}} month forecast {{ahead}} ahead, {{inside}} fell inside the four-in-five range.",
					defaultValue_other:
						"Tried on your own past: of {{count}} months forecast {{ahead}} ahead, {{inside}} fell inside the four-in-five range.",
					count: row.forecasts,
					inside: formatNumber(row.inside80),
					ahead,
				},
			)}{" "}
			{t(
				"The likely value missed by {{model}} on average, “the same as last month” by {{naive}}, the mean of three months by {{mean}}.",
				{ model: money(row.model), naive: money(row.naive), mean: money(row.meanOfThree) },
			)}{" "}
			{provedWords(t, answer)} {besideWords(t, answer)}
		</p>
	);
}
