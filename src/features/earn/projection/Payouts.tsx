import { useTranslation } from "react-i18next";
import { useSettings } from "#app/settings/settings.ts";
import { say, sayValue } from "#app/words/say.ts";
import type { ProjectionAnswer } from "#contract/earn.ts";
import { noPayoutMessage } from "#domain/revenue/payout.ts";
import { chanceValue } from "#domain/words/chance.ts";
import { formatDate, formatMoney, formatMoneyRange, formatPercent } from "#ui/format/format.ts";
import { FigureTable } from "../figure-table/FigureTable.tsx";
import { Panel } from "../panel/Panel.tsx";

/** When the coming months' money is paid, and how likely it is that a month is paid at all. */
export function Payouts({ answer }: { answer: ProjectionAnswer }) {
	const { t } = useTranslation();
	const { cash, currency, owed, leastPayout } = answer;
	const { taxWithheld } = useSettings();
	const title = t("Payouts");
	if (leastPayout === null)
		return (
			<Panel title={title}>
				<p>{say(noPayoutMessage(currency))}</p>
			</Panel>
		);
	if (!cash) return null;
	const range = (low: number, high: number) => formatMoneyRange({ lowMinor: low, highMinor: high, currency });
	return (
		<Panel title={title}>
			<p>
				{t(
					"What a month earned rolls over while it is below {{threshold}}. Ranges are meant to hold four times in five.",
					{ threshold: formatMoney({ minor: leastPayout, currency }) },
				)}{" "}
				{taxWithheld > 0
					? t("{{share}} of what is paid is taken off for tax, fees are not.", { share: formatPercent(taxWithheld, 1) })
					: t("Before tax and fees.")}
			</p>
			{owed !== null && owed > 0 && (
				<p>
					{t("Corrections left {{money}} owing. The months ahead pay it off before anything is paid out.", {
						money: formatMoney({ minor: owed, currency }),
					})}
				</p>
			)}
			<FigureTable
				label={title}
				head={[t("Month"), t("Usually started by"), t("Chance of a payout"), t("Paid"), t("Carried over")]}
				rows={cash.map(({ month, by, chance, paid, carried }) => [
					formatDate(`${month}-01`, "month"),
					formatDate(by),
					sayValue(chanceValue(chance)),
					range(paid.p10, paid.p90),
					range(carried.p10, carried.p90),
				])}
			/>
			{cash.some(({ carried }) => carried.p10 < 0) && (
				<p>{t("Below nothing, what is carried over is a debt of corrections.")}</p>
			)}
		</Panel>
	);
}
