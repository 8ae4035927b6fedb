import { useTranslation } from "react-i18next";
import { native } from "#app/native.ts";
import { say } from "#app/words/say.ts";
import type { EarnOverview, ProjectionAnswer } from "#contract/earn.ts";
import { LEVEL_MODEL } from "#domain/revenue/level-model.ts";
import { refusalMessage } from "#domain/revenue/refusal.ts";
import { PROGRAM_RULES, RULES_READ_ON } from "#domain/revenue/rules.ts";
import { Button } from "#ui/button/Button.tsx";
import { formatDate, formatMoney, formatMoneyRange, formatNumber, formatPercent } from "#ui/format/format.ts";
import { rateUnitName } from "../words.ts";
import styles from "./ModelPage.module.css";

const decimals = (value: number) => formatNumber(value, { maximumFractionDigits: 2, minimumFractionDigits: 2 });

function Backtest({ answer }: { answer: ProjectionAnswer }) {
	const { t } = useTranslation();
	const { backtest, currency } = answer;
	if (!backtest || backtest.rows.length === 0)
		return <p>{t("There are too few months to try the model on: it takes at least four complete ones.")}</p>;
	const money = (minor: number) => formatMoney({ minor, currency });
	const share = (inside: number, of: number) =>
		t("{{inside}} of {{of}}", { inside: formatNumber(inside), of: formatNumber(of) });
	const next = backtest.rows[0];
	const better = next && next.model < Math.min(next.naive, next.meanOfThree);
	return (
		<>
			<p>
				{t(
					"From each earlier month the model forecast the months after it, knowing only what was known then. The table gives the mean miss of the likely value beside two simple rules, and how many months fell inside the ranges as they would have been drawn on that day.",
				)}
			</p>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
			<section className={styles.scroll} aria-label={t("Back-test")} tabIndex={0}>
				<table className={styles.table}>
					<thead>
						<tr>
							<th scope="col">{t("Months ahead")}</th>
							<th scope="col">{t("Forecasts")}</th>
							<th scope="col">{t("Miss of the model")}</th>
							<th scope="col">{t("Same as last month")}</th>
							<th scope="col">{t("Mean of three")}</th>
							<th scope="col">{t("In 50% range")}</th>
							<th scope="col">{t("In 80% range")}</th>
							<th scope="col">{t("In 95% range")}</th>
						</tr>
					</thead>
					<tbody>
						{backtest.rows.map((row) => (
							<tr key={row.horizon}>
								<th scope="row">{formatNumber(row.horizon)}</th>
								<td>{formatNumber(row.forecasts)}</td>
								<td>{money(row.model)}</td>
								<td>{money(row.naive)}</td>
								<td>{money(row.meanOfThree)}</td>
								<td>{share(row.inside50, row.forecasts)}</td>
								<td>{share(row.inside80, row.forecasts)}</td>
								<td>{share(row.inside95, row.forecasts)}</td>
							</tr>
						))}
					</tbody>
				</table>
			</section>
			<p>
				{better
					? t("One month ahead the model missed by less than both simple rules.")
					: t(
							"One month ahead a simple rule missed by no more than the model. Its worth is then in the ranges, not in the likely value.",
						)}
			</p>
		</>
	);
}

function Fit({ answer }: { answer: ProjectionAnswer }) {
	const { t } = useTranslation();
	const { fit, history, currency, split, rate, backtest } = answer;
	const [first] = history;
	const last = history.at(-1);
	if (!fit || !first || !last)
		return answer.refusals.map((refusal) => <p key={refusal.code}>{say(refusalMessage(refusal))}</p>);
	const money = (log: number) => formatMoney({ minor: Math.max(0, Math.round(Math.exp(log) - fit.offset)), currency });
	const spread = Math.exp(fit.deviation);
	return (
		<ul>
			<li>
				{t("Fitted on {{count}} complete months, {{first}} to {{last}}.", {
					defaultValue_one: "Fitted on {{count}} complete month, {{last}}.",
					defaultValue_other: "Fitted on {{count}} complete months, {{first}} to {{last}}.",
					count: fit.months,
					first: formatDate(`${first.month}-01`, "month"),
					last: formatDate(`${last.month}-01`, "month"),
				})}
			</li>
			<li>
				{t("The level now is {{level}}; the long mean it is drawn to is {{mean}}.", {
					level: money(fit.level),
					mean: money(fit.mean),
				})}
			</li>
			<li>
				{t("The newest month weighs {{weight}}. A miss by a factor of {{factor}} either way is normal.", {
					weight: formatPercent(fit.weight),
					factor: decimals(spread),
				})}
			</li>
			{backtest?.widening[0] !== undefined && (
				<li>
					{t("Past misses make the ranges {{factor}} times as wide as the plain model says, one month ahead.", {
						factor: decimals(backtest.widening[0]),
					})}
				</li>
			)}
			{split ? (
				<li>
					{t(
						"Stories already out lose about {{loss}} of their share of the income each month, from {{count}} comparisons.",
						{
							defaultValue_one:
								"Stories already out lose about {{loss}} of their share of the income each month, from {{count}} comparison.",
							defaultValue_other:
								"Stories already out lose about {{loss}} of their share of the income each month, from {{count}} comparisons.",
							loss: formatPercent(1 - Math.exp(-split.decay)),
							count: split.comparisons,
						},
					)}
				</li>
			) : (
				answer.refusals.map((refusal) => <li key={refusal.code}>{say(refusalMessage(refusal))}</li>)
			)}
			{rate && (
				<li>
					{t(
						"For {{unit}} you earned {{range}}. It is a rate of your own past, not Medium's price: it drifts with the pool and the rules.",
						{
							unit: rateUnitName(t, rate.unit),
							range: formatMoneyRange({
								lowMinor: rate.low,
								highMinor: rate.high,
								likelyMinor: rate.likely,
								currency: rate.currency,
							}),
						},
					)}
				</li>
			)}
		</ul>
	);
}

/** The model in words and numbers: what it does, what it was fitted on, how it did, what it takes for granted. */
export function ModelPage({ data }: { data: EarnOverview }) {
	const { t } = useTranslation();
	return (
		<div className={styles.page}>
			<section className={styles.section}>
				<h2>{t("The model in words")}</h2>
				<p>
					{t(
						"A month's earnings are a level times luck. The level follows your last months, the newest weighing most, and is slowly drawn back to your long mean: each month ahead keeps {{share}} of its distance. There is no trend, because on a year or two of months a trend runs away.",
						{ share: formatPercent(LEVEL_MODEL.reversion) },
					)}
				</p>
				<p>
					{t(
						"Luck has three parts: the single month, how well the level is known, and how it drifts from month to month. Four thousand possible courses are drawn from it, always the same ones for the same figures, and the ranges are read off them. One month gone viral counts as an outlier, not as a habit.",
					)}
				</p>
				<p>
					{t(
						"Of a month that is running, what is in already stands; only the rest is forecast, and the pace so far counts more the more of the month is over.",
					)}
				</p>
			</section>
			<section className={styles.section}>
				<h2>{t("On your figures")}</h2>
				<Fit answer={data.projection} />
			</section>
			<section className={styles.section}>
				<h2>{t("How it would have done")}</h2>
				<Backtest answer={data.projection} />
			</section>
			<section className={styles.section}>
				<h2>{t("What it takes for granted, and where it refuses")}</h2>
				<ul>
					<li>{t("You go on publishing about as you did. What you do not write, it cannot know.")}</li>
					<li>
						{t(
							"Medium's rules and the size of its pool stay about as they are. After a change of rules the ranges are too narrow.",
						)}
					</li>
					<li>
						{t(
							"Only complete months count. Lifetime totals are never turned into months, and currencies are never mixed.",
						)}
					</li>
					<li>
						{t(
							"With fewer than three complete months, or only months of nothing, it gives no number and says what is missing.",
						)}
					</li>
					<li>
						{t(
							"With few months it starts from what is usual for other writers: a normal miss by a factor of {{factor}}.",
							{ factor: decimals(Math.exp(LEVEL_MODEL.priorDeviation)) },
						)}
					</li>
				</ul>
			</section>
			<section className={styles.section}>
				<h2>{t("Rules of the program it knows of")}</h2>
				<p>{t("As read on {{day}}. They change; the live page decides.", { day: formatDate(RULES_READ_ON) })}</p>
				<ul className={styles.rules}>
					{PROGRAM_RULES.timeline.map((rule) => (
						<li key={rule.since} className={styles.rule}>
							<time dateTime={rule.since}>{formatDate(rule.since)}</time>
							<span>{t(rule.text)}</span>
							<Button
								aria-label={t("Check the live page of {{day}}", { day: formatDate(rule.since) })}
								onPress={() => void native.openExternal(rule.url)}
							>
								{t("Check the live page")}
							</Button>
						</li>
					))}
				</ul>
			</section>
		</div>
	);
}
