import { useTranslation } from "react-i18next";
import { useSettings } from "#app/settings/settings.ts";
import type { ProjectionAnswer } from "#contract/earn.ts";
import { formatDate, formatMoneyRange, formatPercent } from "#ui/format/format.ts";
import { FigureTable } from "../figure-table/FigureTable.tsx";
import { Panel } from "../panel/Panel.tsx";

/** When the coming months' money is paid, and how likely it is that a month is paid at all. */
export function Payouts({ answer }: { answer: ProjectionAnswer }) {
	const { t } = useTranslation();
	const { cash, currency } = answer;
	const { taxWithheld } = useSettings();
	if (!cash) return null;
	const title = t("Payouts");
	const range = (low: number, high: number) => formatMoneyRange({ lowMinor: low, highMinor: high, currency });
	return (
		<Panel title={title}>
			<p>
				{t("What is paid for a month rolls over while it is below the least payout. Ranges hold four times in five.")}{" "}
				{taxWithheld > 0 && t("{{share}} of it is taken off for tax.", { share: formatPercent(taxWithheld, 1) })}
			</p>
			<FigureTable
				label={title}
				head={[t("Month"), t("Usually started by"), t("Chance of a payout"), t("Paid"), t("Carried over")]}
				rows={cash.map(({ month, by, chance, paid, carried }) => [
					formatDate(`${month}-01`, "month"),
					formatDate(by),
					formatPercent(chance),
					range(paid.p10, paid.p90),
					range(carried.p10, carried.p90),
				])}
			/>
		</Panel>
	);
}
