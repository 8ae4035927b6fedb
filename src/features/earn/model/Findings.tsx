import { useTranslation } from "react-i18next";
import { useSettings } from "#app/settings/settings.ts";
import { say } from "#app/words/say.ts";
import type { ProjectionAnswer } from "#contract/earn.ts";
import { boostMessage } from "#domain/revenue/attention/boost.ts";
import type { AttentionBasis } from "#domain/revenue/attention/hours.ts";
import { gapMessage } from "#domain/revenue/engine/gaps.ts";
import { lackingMessages } from "#domain/revenue/lacking-days.ts";
import { refusalMessage } from "#domain/revenue/refusal.ts";
import { formatDate, formatList, formatMoneyRange, formatNumber, formatPercent } from "#ui/format/format.ts";
import { basisName, effectName, engagementName, firstAheadWords } from "../words.ts";

const decimals = (value: number) => formatNumber(value, { maximumFractionDigits: 2, minimumFractionDigits: 2 });

/** Stories a month as they are shown: the plural goes by that. */
function paceValues(stories: number) {
	const count = Math.round(stories * 10) / 10;
	return { count, pace: formatNumber(count) };
}

function Rate({ answer }: { answer: ProjectionAnswer }) {
	const { t } = useTranslation();
	const { rate, currency } = answer;
	if (!rate) return null;
	return (
		<>
			<li>
				{t(
					"An hour of member reading, engagement weighed in, brought {{range}} as of {{day}}. It is a rate of your own past, not Medium's price; from month to month it usually moves by {{drift}}.",
					{
						range: formatMoneyRange({
							lowMinor: rate.low,
							highMinor: rate.high,
							likelyMinor: rate.likely,
							currency,
						}),
						day: formatDate(rate.asOf),
						drift: formatPercent(rate.monthlyDrift - 1),
					},
				)}
			</li>
			{rate.changes.map(({ date, kind }) => (
				<li key={`${kind} ${date}`}>
					{kind === "epoch"
						? t("A rule changed on {{day}}: from then on the rate may be another.", { day: formatDate(date) })
						: t("Your figures say that the rate changed about {{day}}.", { day: formatDate(date) })}
				</li>
			))}
		</>
	);
}

function Engagement({ answer }: { answer: ProjectionAnswer }) {
	const { t } = useTranslation();
	const named = answer.weights.filter((weight) => weight.named);
	if (answer.weights.length === 0) return null;
	if (named.length === 0)
		return (
			<li>{t("What a clap, a highlight, a response or a follower is worth cannot be told from your figures.")}</li>
		);
	return named.map(({ kind, hours, low, high }) => (
		<li key={kind}>
			{t("In your figures {{engagement}} counted like {{minutes}} minutes of reading ({{low}} to {{high}}).", {
				engagement: engagementName(t, kind, answer.clapUnit),
				minutes: decimals(hours * 60),
				low: decimals(low * 60),
				high: decimals(high * 60),
			})}
		</li>
	));
}

function Effects({ answer }: { answer: ProjectionAnswer }) {
	const { t } = useTranslation();
	const { shown, tried, stories } = answer.effects;
	if (tried.length === 0) return null;
	const names = formatList(tried.map((name) => effectName(t, name)));
	return (
		<>
			{shown.map(({ name, benefit, stories: count }) => (
				<li key={name}>
					{t("{{name}} goes with how well stories do: on {{count}} stories it takes {{benefit}} off the error.", {
						defaultValue_one:
							"{{name}} goes with how well stories do: on {{count}} story it takes {{benefit}} off the error.",
						defaultValue_other:
							"{{name}} goes with how well stories do: on {{count}} stories it takes {{benefit}} off the error.",
						name: effectName(t, name),
						count,
						benefit: formatPercent(benefit),
					})}
				</li>
			))}
			{shown.length > 0 && (
				<li>
					{t(
						"Of their topic, their weekday, and their length once they are ready, planned stories are drawn by what tells something beside the others. Publication and read ratio show only later, and say nothing of a story that is not out.",
					)}
				</li>
			)}
			{shown.length === 0 && (
				<li>
					{t("Tried on {{count}} stories: {{names}}. None of them helps to tell how a story does.", {
						defaultValue_one: "Tried on {{count}} story: {{names}}. None of them helps to tell how a story does.",
						defaultValue_other: "Tried on {{count}} stories: {{names}}. None of them helps to tell how a story does.",
						names,
						count: stories,
					})}
				</li>
			)}
		</>
	);
}

function Boost({ boost }: Pick<ProjectionAnswer, "boost">) {
	const { t } = useTranslation();
	if (!boost) return null;
	const { stories, attention, money, chance } = boost;
	return (
		<>
			<li>
				{attention?.shown
					? say(boostMessage(attention, chance))
					: t(
							"{{count}} stories are known to be boosted. That does not tell yet what a Boost brings, so each counts as a story that did well; only what engagement is worth is learned without its boosted days.",
							{
								defaultValue_one:
									"{{count}} story is known to be boosted. That does not tell yet what a Boost brings, so it counts as a story that did well; only what engagement is worth is learned without its boosted days.",
								defaultValue_other:
									"{{count}} stories are known to be boosted. That does not tell yet what a Boost brings, so each counts as a story that did well; only what engagement is worth is learned without its boosted days.",
								count: stories,
							},
						)}
			</li>
			{money?.shown && (
				<li>
					{t(
						"From a Boost on, an hour of reading paid {{seen}} times as much ({{low}} to {{high}}); reckoned with are {{factor}} times.",
						{
							seen: decimals(money.seen),
							low: decimals(money.low),
							high: decimals(money.high),
							factor: decimals(money.factor),
						},
					)}
				</li>
			)}
		</>
	);
}

/** What the engine learned from the writer's own figures. */
export function Findings({ answer }: { answer: ProjectionAnswer }) {
	const { t } = useTranslation();
	const { history, bases, pace, mix, widening, refusals, months } = answer;
	const gaps = gapMessage(answer);
	const lacking = lackingMessages(answer);
	const ahead = firstAheadWords(answer);
	const paceMonths = Math.round(pace?.months ?? 0);
	const { storiesAMonth } = useSettings();
	const planned = answer.planned.reduce((sum, count) => sum + count, 0);
	const [first] = history;
	const last = history.at(-1);
	const reasons = refusals.map((refusal) => <li key={refusal.code}>{say(refusalMessage(refusal))}</li>);
	if (!first || !last || months.length === 0) return <ul>{reasons}</ul>;
	const [basis, days] = (Object.entries(bases) as [AttentionBasis, number][]).toSorted((a, b) => b[1] - a[1])[0] ?? [
		"hours",
		0,
	];
	const fitted = {
		first: formatDate(`${first.month}-01`, "month"),
		last: formatDate(`${last.month}-01`, "month"),
	};
	return (
		<ul>
			<li>
				{lacking.length > 0
					? t("Fitted on {{count}} months, {{first}} to {{last}}.", {
							defaultValue_one: "Fitted on {{count}} month, {{last}}.",
							defaultValue_other: "Fitted on {{count}} months, {{first}} to {{last}}.",
							count: history.length,
							...fitted,
						})
					: t("Fitted on {{count}} complete months, {{first}} to {{last}}.", {
							defaultValue_one: "Fitted on {{count}} complete month, {{last}}.",
							defaultValue_other: "Fitted on {{count}} complete months, {{first}} to {{last}}.",
							count: history.length,
							...fitted,
						})}{" "}
				{lacking.map(say).join(" ")}
			</li>
			{gaps && (
				<li>
					{say(gaps)}{" "}
					{t(
						"Stories that came out meanwhile have curves and count for your pace; how new ones begin they tell only a little, for nobody saw their first days.",
					)}
				</li>
			)}
			{days > 0 && (
				<li>
					{t("Attention is counted in hours of member reading, worked out mostly from {{basis}}.", {
						basis: basisName(t, basis),
					})}
				</li>
			)}
			<Rate answer={answer} />
			<Engagement answer={answer} />
			{pace && (
				<li>
					{paceMonths > 0
						? t("Your own pace, in stories a month, is {{pace}}, from the last {{count}} months.", {
								defaultValue_one: "Your own pace, in stories a month, is {{pace}}, from the last month.",
								defaultValue_other: "Your own pace, in stories a month, is {{pace}}, from the last {{count}} months.",
								pace: paceValues(pace.usual).pace,
								count: paceMonths,
							})
						: t("No month shows your own pace yet, so it is taken to be {{pace}} stories a month.", {
								defaultValue_one: "No month shows your own pace yet, so it is taken to be {{pace}} story a month.",
								defaultValue_other: "No month shows your own pace yet, so it is taken to be {{pace}} stories a month.",
								...paceValues(pace.usual),
							})}{" "}
					{storiesAMonth === null
						? t("The projection counts on it.")
						: t("The projection counts on {{pace}} stories a month instead, as set below.", {
								defaultValue_one: "The projection counts on {{pace}} story a month instead, as set below.",
								defaultValue_other: "The projection counts on {{pace}} stories a month instead, as set below.",
								...paceValues(storiesAMonth),
							})}{" "}
					{planned > 0 &&
						t("{{count}} planned stories come out in the months ahead.", {
							defaultValue_one: "{{count}} planned story comes out in the months ahead.",
							defaultValue_other: "{{count}} planned stories come out in the months ahead.",
							count: planned,
						})}
				</li>
			)}
			{mix[0] !== undefined && pace && (
				<li>
					{t(
						"{{ahead}} ahead {{share}} of the forecast comes from the stories one by one, the rest from the level of your months.",
						{ ahead, share: formatPercent(mix[0]) },
					)}
				</li>
			)}
			{widening[0] !== undefined && (
				<li>
					{t(
						"{{ahead}} ahead the ranges are {{factor}} times as wide as the plain model says. That is a belief that counts as thirty misses, moved by your own past ones: few of them move it little.",
						{ ahead, factor: decimals(widening[0]) },
					)}
				</li>
			)}
			<Effects answer={answer} />
			<Boost boost={answer.boost} />
			{reasons}
		</ul>
	);
}
