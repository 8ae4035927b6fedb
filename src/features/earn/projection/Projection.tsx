import { useTranslation } from "react-i18next";
import { say } from "#app/words/say.ts";
import type { EarnOverview } from "#contract/earn.ts";
import type { Bands } from "#domain/revenue/bands.ts";
import { refusalMessage } from "#domain/revenue/refusal.ts";
import { Button } from "#ui/button/Button.tsx";
import { Card, Cards } from "#ui/card/Card.tsx";
import { EmptyState } from "#ui/empty-state/EmptyState.tsx";
import { formatDate, formatMoneyRange, formatNumber } from "#ui/format/format.ts";
import { Notice } from "#ui/notice/Notice.tsx";
import { monthTick } from "../chart/axis.ts";
import { StaleNotice } from "../StaleNotice.tsx";
import { FanChart } from "./FanChart.tsx";
import styles from "./Projection.module.css";

/** The coming months: ranges first, the chart, how often such ranges held, and what is missing. */
export function Projection({ data, onImport }: { data: EarnOverview; onImport: () => void }) {
	const { t } = useTranslation();
	const { projection, currency, today } = data;
	const range = (bands: Bands, likely = false) =>
		formatMoneyRange({
			lowMinor: bands.p10,
			highMinor: bands.p90,
			likelyMinor: likely ? bands.p50 : undefined,
			currency,
		});
	const known = monthTick(projection.history.at(-1)?.month ?? today.slice(0, 7));
	const next = projection.backtest?.rows[0];
	return (
		<>
			<StaleNotice answer={projection} />
			{projection.months.length === 0 ? (
				<EmptyState
					action={
						<Button variant="primary" onPress={onImport}>
							{t("Import stats")}
						</Button>
					}
				>
					{projection.refusals.map((refusal) => say(refusalMessage(refusal))).join(" ")}
				</EmptyState>
			) : (
				projection.refusals.map((refusal) => <Notice key={refusal.code}>{say(refusalMessage(refusal))}</Notice>)
			)}
			{projection.leftOut > 0 && (
				<Notice>
					{t("{{count}} earlier months were left out, because months are missing after them.", {
						defaultValue_one: "{{count}} earlier month was left out, because months are missing after it.",
						defaultValue_other: "{{count}} earlier months were left out, because months are missing after them.",
						count: projection.leftOut,
					})}
				</Notice>
			)}
			{projection.months.length > 0 && (
				<>
					<Cards>
						{projection.months.map(({ month, toDate, total, backCatalogue, newStories }) => (
							<Card key={month} label={formatDate(`${month}-01`, "month")} value={range(total, true)}>
								<dl className={styles.parts}>
									{toDate > 0 && (
										<>
											<dt>{t("In already")}</dt>
											<dd>{formatMoneyRange({ lowMinor: toDate, highMinor: toDate, currency })}</dd>
										</>
									)}
									{backCatalogue && (
										<>
											<dt>{t("Out by {{month}}", { month: known })}</dt>
											<dd>{range(backCatalogue)}</dd>
										</>
									)}
									{newStories && (
										<>
											<dt>{t("Later stories")}</dt>
											<dd>{range(newStories)}</dd>
										</>
									)}
								</dl>
							</Card>
						))}
					</Cards>
					<FanChart answer={projection} today={today} />
					{next && (
						<p className={styles.track}>
							{t(
								"Tried on your own past: of {{count}} months forecast one month ahead, {{inside}} fell inside the four-in-five range.",
								{
									defaultValue_one:
										"Tried on your own past: {{count}} month forecast one month ahead, {{inside}} fell inside the four-in-five range.",
									defaultValue_other:
										"Tried on your own past: of {{count}} months forecast one month ahead, {{inside}} fell inside the four-in-five range.",
									count: next.forecasts,
									inside: formatNumber(next.inside80),
								},
							)}
						</p>
					)}
				</>
			)}
		</>
	);
}
