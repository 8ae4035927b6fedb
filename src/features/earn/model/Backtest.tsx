import { useTranslation } from "react-i18next";
import type { ProjectionAnswer } from "#contract/earn.ts";
import { formatMoney, formatNumber } from "#ui/format/format.ts";
import { FigureTable } from "../figure-table/FigureTable.tsx";
import { besideWords, provedWords } from "../words.ts";
import styles from "./ModelPage.module.css";

/** How forecasts from earlier months would have done, beside plain rules. */
export function Backtest({ answer }: { answer: ProjectionAnswer }) {
	const { t } = useTranslation();
	const { backtest, currency, refined } = answer;
	if (!refined) return <p role="status">{t("A first look. The ranges are being tried on your own past…")}</p>;
	if (!backtest)
		return (
			<p>
				{t(
					"There are too few months to try the model on: it takes at least four complete ones, not too far from each other.",
				)}
			</p>
		);
	const money = (minor: number) => formatMoney({ minor, currency });
	const share = (inside: number, of: number) =>
		t("{{inside}} of {{of}}", { inside: formatNumber(inside), of: formatNumber(of) });
	return (
		<>
			<p>
				{t(
					"From each earlier month the model forecast the months after it, knowing only what was known then. The table gives the mean miss of the likely value beside three simple rules, and how many months fell inside the ranges as they would have been drawn on that day.",
				)}
			</p>
			<div className={styles.table}>
				<FigureTable
					label={t("Back-test")}
					head={[
						t("Months ahead"),
						t("Forecasts"),
						t("Miss of the model"),
						t("Same as last month"),
						t("Mean of three"),
						t("Same as a year before"),
						t("In 50% range"),
						t("In 80% range"),
						t("In 95% range"),
					]}
					rows={backtest.rows.map((row) => [
						formatNumber(row.horizon),
						formatNumber(row.forecasts),
						money(row.model),
						money(row.naive),
						money(row.meanOfThree),
						row.seasonalNaive === null ? "–" : money(row.seasonalNaive),
						share(row.inside50, row.forecasts),
						share(row.inside80, row.forecasts),
						share(row.inside95, row.forecasts),
					])}
				/>
			</div>
			<p>
				{provedWords(t, answer)} {besideWords(t, answer)}
			</p>
		</>
	);
}
