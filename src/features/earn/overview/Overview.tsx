import { useTranslation } from "react-i18next";
import { say, sayValue } from "#app/words/say.ts";
import type { EarnMonth, EarnOverview, ProjectionAnswer } from "#contract/earn.ts";
import { noPayoutMessage } from "#domain/revenue/payout.ts";
import { refusalMessage } from "#domain/revenue/refusal.ts";
import { youngMessage } from "#domain/revenue/young.ts";
import { chanceValue } from "#domain/words/chance.ts";
import { Button } from "#ui/button/Button.tsx";
import { Card, Cards } from "#ui/card/Card.tsx";
import { EmptyState } from "#ui/empty-state/EmptyState.tsx";
import { formatDate, formatMoney, formatMoneyRange, formatPercent } from "#ui/format/format.ts";
import { AgeNotice } from "../AgeNotice.tsx";
import { Explain } from "../explain/Explain.tsx";
import { FigureValue } from "../figure/FigureValue.tsx";
import { OtherCurrencies } from "../OtherCurrencies.tsx";
import { ProvisionalNote } from "../ProvisionalNote.tsx";
import { TierNote } from "../TierNote.tsx";
import { heldWords, rateUnitName } from "../words.ts";
import { DependencePanel } from "./DependencePanel.tsx";
import { MonthsChart } from "./MonthsChart.tsx";
import styles from "./Overview.module.css";

interface Props {
	data: EarnOverview;
	/** `undefined` while it is worked out. */
	projection: ProjectionAnswer | undefined;
}

/** Why nothing can be told of the coming months, where that is not for want of newer figures. */
function refusalOf({ months, age, refusals, young }: ProjectionAnswer): string | null {
	const [first] = refusals;
	if (months.length > 0 || age.outdated || !first) return null;
	return [refusalMessage(first), ...(young ? [youngMessage(young)] : [])].map(say).join(" ");
}

function ThisMonth({ data, projection }: Props) {
	const { t } = useTranslation();
	const { currency, origins } = data;
	const name = data.today.slice(0, 7);
	const month = data.months.find((one) => one.month === name);
	// Of figures that are months old nothing is told as this month's, however many months were asked for.
	const ahead = projection?.age.outdated ? undefined : projection?.months.find((one) => one.month === name);
	const planned = ahead ? (projection?.planned[projection.months.indexOf(ahead)] ?? 0) : 0;
	const label = formatDate(`${name}-01`, "month");
	const range =
		ahead &&
		formatMoneyRange({ lowMinor: ahead.total.p10, highMinor: ahead.total.p90, likelyMinor: ahead.total.p50, currency });
	return (
		<Card
			label={label}
			value={
				range ?? (month?.earnings ? <FigureValue figure={month.earnings} origins={origins} /> : t("No figures yet"))
			}
		>
			{range && !projection?.refined && (
				<p className={styles.more} role="status">
					{t("A first look, still being refined: the numbers may still change.")}
				</p>
			)}
			{range && projection && (
				<p className={styles.more}>
					{t("Where the month should end before tax and fees, meant to hold four times in five.")}{" "}
					{heldWords(t, projection, 1)}
				</p>
			)}
			{planned > 0 && (
				<p className={styles.more}>
					{t("It counts on {{count}} planned stories.", {
						defaultValue_one: "It counts on {{count}} planned story.",
						defaultValue_other: "It counts on {{count}} planned stories.",
						count: planned,
					})}
				</p>
			)}
			{range && month?.earnings && (
				<p className={styles.more}>
					{t("So far:")} <FigureValue figure={month.earnings} origins={origins} />
				</p>
			)}
			{range && projection && <ProvisionalNote answer={projection} included />}
			{!range && projection && (
				<p className={styles.more}>{refusalOf(projection) ?? t("Import the newest dashboard to see this month.")}</p>
			)}
		</Card>
	);
}

const READING_FIELDS = ["memberReadingSeconds", "memberReads", "reads"] as const;

const lastWith = (months: readonly EarnMonth[], field: (typeof READING_FIELDS)[number]) =>
	months.findLast((month) => month[field] !== null);

function Reading({ data }: { data: EarnOverview }) {
	const { t } = useTranslation();
	const { months, origins } = data;
	const kinds = [
		["memberReadingSeconds", t("Member reading time")],
		["memberReads", t("Member reads")],
		["reads", t("Reads")],
	] as const;
	for (const [field, label] of kinds) {
		const month = lastWith(months, field);
		const figure = month?.[field];
		if (!month || !figure) continue;
		// As it is shown: the plural goes by that.
		const hours = field === "memberReadingSeconds" ? Math.round(figure.value / 360) / 10 : null;
		return (
			<Card
				label={label}
				value={
					<FigureValue
						figure={figure}
						origins={origins}
						{...(hours === null
							? {}
							: { text: t("{{count}} hours", { count: hours, defaultValue_one: "{{count}} hour" }) })}
					/>
				}
			>
				<p className={styles.more}>{formatDate(`${month.month}-01`, "month")}</p>
				{data.otherCurrencies.length > 0 && (
					<p className={styles.more}>{t("Of all your stories, whatever currency they earn in.")}</p>
				)}
				{field !== "memberReadingSeconds" && (
					<p className={styles.more}>{t("Hours of reading are not in your data.")}</p>
				)}
			</Card>
		);
	}
	return (
		<Card label={t("Reading")} value={t("Not known")}>
			<p className={styles.more}>{t("No month of reads or reading time came in yet.")}</p>
		</Card>
	);
}

/** By the engine where it knows hours story by story, else by the account's own months. */
function Rate({ data, projection }: Props) {
	const { t } = useTranslation();
	const label = t("What reading is worth");
	const { rate, currency } = data;
	const hour = projection?.rate;
	const known = hour ?? rate;
	if (!known)
		return (
			<Card label={label} value={t("Not known")}>
				<p className={styles.more}>
					{data.months.some(({ earnings }) => (earnings?.value ?? 0) > 0)
						? t("That takes two months with both earnings and reads, or member reading time.")
						: t("No month earned anything yet, so nothing can be divided by what was read.")}
				</p>
			</Card>
		);
	const { low, high, likely } = known;
	return (
		<Card label={label} value={formatMoneyRange({ lowMinor: low, highMinor: high, likelyMinor: likely, currency })}>
			<p className={styles.more}>
				{hour
					? t("For an hour of member reading, engagement weighed in, as of {{day}}.", { day: formatDate(hour.asOf) })
					: rate &&
						t("For {{unit}}, from {{count}} months.", {
							defaultValue_one: "For {{unit}}, from {{count}} month.",
							defaultValue_other: "For {{unit}}, from {{count}} months.",
							unit: rateUnitName(t, rate.unit),
							count: rate.months.length,
						})}
			</p>
		</Card>
	);
}

function Payout({ projection }: Pick<Props, "projection">) {
	const { t } = useTranslation();
	if (!projection) return <Card label={t("Next payout")} value="…" />;
	const { payout, currency, leastPayout } = projection;
	if (!payout)
		return (
			<Card label={t("Next payout")} value={t("Not known")}>
				<p className={styles.more}>
					{leastPayout === null
						? say(noPayoutMessage(currency))
						: (refusalOf(projection) ?? t("Import the newest partner dashboard to see what is due."))}
				</p>
			</Card>
		);
	const { rolledOver, due, withheld } = payout;
	const range =
		due.low === due.high
			? formatMoney({ minor: due.low, currency })
			: formatMoneyRange({ lowMinor: due.low, highMinor: due.high, likelyMinor: due.likely, currency });
	const taxed = withheld > 0 && payout.outcome !== "rolls-over";
	const outcomes = {
		paid: t("For {{month}}, usually started by {{day}}.", {
			month: formatDate(`${payout.month}-01`, "month"),
			day: formatDate(payout.by, "short"),
		}),
		"rolls-over":
			due.high < 0
				? t("Corrections took more than was earned: coming months pay off the debt before anything is paid out.")
				: t("Below {{threshold}}: it rolls over to the next month.", {
						threshold: formatMoney({ minor: payout.threshold, currency }),
					}),
		depends: t("Paid by {{day}} with a chance of {{chance}}: below {{threshold}} before tax it rolls over.", {
			day: formatDate(payout.by, "short"),
			chance: sayValue(chanceValue(payout.chance)),
			threshold: formatMoney({ minor: payout.threshold, currency }),
		}),
	};
	return (
		<Card label={t("Next payout")} value={range}>
			<p className={styles.more}>
				{outcomes[payout.outcome]}{" "}
				{taxed
					? t("{{share}} is taken off for tax, fees are not.", { share: formatPercent(withheld, 1) })
					: t("Before tax and fees.")}
			</p>
			{payout.missing > 0 && (
				<p className={styles.more}>
					{t("{{count}} days of what it pays for have no figures: it may be more.", {
						defaultValue_one: "{{count}} day of what it pays for has no figures: it may be more.",
						defaultValue_other: "{{count}} days of what it pays for have no figures: it may be more.",
						count: payout.missing,
					})}
				</p>
			)}
			{rolledOver !== 0 && (
				<p className={styles.more}>
					{rolledOver > 0
						? t("{{money}} of it rolled over from earlier, before tax.", {
								money: formatMoney({ minor: rolledOver, currency }),
							})
						: t("{{money}} of corrections of earlier months is taken off.", {
								money: formatMoney({ minor: -rolledOver, currency }),
							})}
				</p>
			)}
		</Card>
	);
}

/** The first page: this month, what reading is worth, the next payout, the months so far and why they differ. */
export function Overview({ data, projection, onImport }: Props & { onImport: () => void }) {
	const { t } = useTranslation();
	const { lifetime, origins, currency } = data;
	const earned = data.months.some((month) => month.earnings !== null);
	const reading = READING_FIELDS.some((field) => lastWith(data.months, field));
	const newest = data.months.findLast((month) => month.state === "complete" && month.earnings !== null);
	return (
		<>
			{projection && <AgeNotice answer={projection} />}
			<OtherCurrencies {...data} />
			{(earned || reading || lifetime) && (
				<Cards>
					{earned && <ThisMonth data={data} projection={projection} />}
					{(earned || reading) && <Reading data={data} />}
					{earned && (
						<>
							<Rate data={data} projection={projection} />
							<Payout projection={projection} />
						</>
					)}
					{lifetime && (
						<Card
							label={t("Lifetime of {{count}} stories", {
								defaultValue_one: "Lifetime of {{count}} story",
								defaultValue_other: "Lifetime of {{count}} stories",
								count: data.stories,
							})}
							value={<FigureValue figure={lifetime} origins={origins} />}
						>
							<p className={styles.more}>
								{t("Story totals as Medium states them; the months below need not add up to it.")}
							</p>
						</Card>
					)}
				</Cards>
			)}
			{earned ? (
				<>
					<MonthsChart months={data.months} origins={origins} currency={currency} />
					{newest && <Explain newest={newest.month} />}
					{projection &&
						(projection.dependence ? <DependencePanel answer={projection} /> : <TierNote tier={projection.tier} />)}
				</>
			) : (
				<EmptyState
					action={
						<Button variant="primary" onPress={onImport}>
							{t("Import stats")}
						</Button>
					}
				>
					{say(refusalMessage({ code: "no-earnings" }))}
				</EmptyState>
			)}
		</>
	);
}
