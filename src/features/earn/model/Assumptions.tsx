import { useQueryClient } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useTRPC } from "#app/rpc.ts";
import { updateSettings, useSettings } from "#app/settings/settings.ts";
import { say } from "#app/words/say.ts";
import { DEFAULT_SETTINGS, MOST_LEAST_PAYOUT } from "#contract/default-settings.ts";
import { PROJECTION_MONTHS, type ProjectionAnswer } from "#contract/earn.ts";
import type { SettingsPatch } from "#contract/settings.ts";
import { parsePlainDate } from "#domain/planning/plain-date.ts";
import { noPayoutMessage } from "#domain/revenue/payout.ts";
import { PROGRAM_RULES, RULES_READ_ON } from "#domain/revenue/rules.ts";
import { addMonths } from "#domain/stats/periods.ts";
import { Button } from "#ui/button/Button.tsx";
import { currencyDigits, formatDate, formatMoney, formatNumber } from "#ui/format/format.ts";
import { IconButton } from "#ui/icon-button/IconButton.tsx";
import { NumberField } from "#ui/number-field/NumberField.tsx";
import { Select } from "#ui/select/Select.tsx";
import { TextField } from "#ui/text-field/TextField.tsx";
import styles from "./Assumptions.module.css";
import { currencyChoices } from "./currencies.ts";

const MOST_STORIES = 60;
/** Stands for no choice of a currency; a code has three letters. */
const MOST_AMOUNTS = "most";

interface RuleDaysProps {
	/** The last month that can be projected, `YYYY-MM`; `null` where none can. */
	reach: string | null;
	change: (patch: SettingsPatch) => void;
}

function RuleDays({ reach, change }: RuleDaysProps) {
	const { t } = useTranslation();
	const { ruleDays } = useSettings();
	const [text, setText] = useState("");
	const day = parsePlainDate(text.trim());
	const known = day !== null && ruleDays.includes(day);
	const isBeyond = (one: string) => reach !== null && one.slice(0, 7) > reach;
	const beyond =
		reach !== null &&
		t("Beyond {{month}}, the last month that can be projected now: it changes nothing yet.", {
			month: formatDate(`${reach}-01`, "month"),
		});
	function add(): void {
		if (day === null || known) return;
		change({ ruleDays: [...ruleDays, day].sort() });
		setText("");
	}
	return (
		<div className={styles.days}>
			<h3>{t("Days on which the rules changed")}</h3>
			<p>{t("From such a day on the engine lets what an hour is worth be another, and says so.")}</p>
			<ul className={styles.list}>
				{ruleDays.map((one) => {
					const rule = PROGRAM_RULES.timeline.find(({ since }) => since === one);
					return (
						<li key={one}>
							<time dateTime={one}>{formatDate(one)}</time>
							<span>
								{rule ? t(rule.text) : t("Your own")}
								{isBeyond(one) && <span className={styles.beyond}>{beyond}</span>}
							</span>
							<IconButton
								label={t("Take out {{day}}", { day: formatDate(one) })}
								icon={X}
								size="small"
								onPress={() => change({ ruleDays: ruleDays.filter((other) => other !== one) })}
							/>
						</li>
					);
				})}
			</ul>
			<div className={styles.add}>
				<TextField
					className={styles.day}
					label={t("Another day (YYYY-MM-DD)")}
					value={text}
					onChange={setText}
					onKeyDown={(event) => event.key === "Enter" && add()}
					hint={(day !== null && isBeyond(day) && beyond) || ""}
					error={
						text.trim().length >= 10 && day === null
							? t("That is no day of the calendar.")
							: known
								? t("That day is in the list.")
								: undefined
					}
				/>
				<Button isDisabled={day === null || known} onPress={add}>
					{t("Add the day")}
				</Button>
			</div>
		</div>
	);
}

/** What the engine takes for granted and the writer can change. */
export function Assumptions({ answer }: { answer: ProjectionAnswer }) {
	const { t } = useTranslation();
	const { currency, refusals } = answer;
	const { storiesAMonth, taxWithheld, leastPayout, otherLeastPayouts, countedCurrency, payoutDay, ruleDays } =
		useSettings();
	const several = refusals.find((refusal) => refusal.code === "other-currencies");
	const currencies = currencyChoices({ currency, others: several?.others ?? [], chosen: countedCurrency });
	const nearest = answer.months[0]?.month;
	const reach = nearest === undefined ? null : addMonths(nearest, PROJECTION_MONTHS.most - 1);
	const queries = useQueryClient();
	const trpc = useTRPC();
	async function change(patch: SettingsPatch): Promise<void> {
		await updateSettings(patch);
		await queries.invalidateQueries({ queryKey: trpc.earn.pathKey() });
	}
	const usual = {
		storiesAMonth: DEFAULT_SETTINGS.storiesAMonth,
		taxWithheld: DEFAULT_SETTINGS.taxWithheld,
		leastPayout: DEFAULT_SETTINGS.leastPayout,
		otherLeastPayouts: DEFAULT_SETTINGS.otherLeastPayouts,
		countedCurrency: DEFAULT_SETTINGS.countedCurrency,
		payoutDay: DEFAULT_SETTINGS.payoutDay,
		ruleDays: DEFAULT_SETTINGS.ruleDays,
	};
	const now = { storiesAMonth, taxWithheld, leastPayout, otherLeastPayouts, countedCurrency, payoutDay, ruleDays };
	const asUsual = JSON.stringify(now) === JSON.stringify(usual);
	const payout = PROGRAM_RULES.payout;
	const isProgram = currency === payout.currency;
	const unit = 10 ** currencyDigits(currency);
	// As it is set: the answer comes later, and until then a change of it would be none.
	const otherLeast = otherLeastPayouts[currency];
	function changeOther(least: number | null): void {
		const { [currency]: _, ...rest } = otherLeastPayouts;
		void change({ otherLeastPayouts: least === null ? rest : { ...rest, [currency]: Math.round(least * unit) } });
	}
	return (
		<>
			<div className={styles.fields}>
				<NumberField<number | null>
					label={t("New stories a month")}
					value={storiesAMonth}
					least={0}
					most={MOST_STORIES}
					emptyMeans={t("Empty: your own pace.")}
					onChange={(value) => void change({ storiesAMonth: value })}
				/>
				<NumberField<number>
					label={t("Tax withheld from payouts, percent")}
					value={Math.round(taxWithheld * 1000) / 10}
					least={0}
					most={100}
					onChange={(value) => void change({ taxWithheld: value / 100 })}
				/>
				{currencies.length > 0 && (
					<Select
						label={t("Currency that is counted")}
						options={[
							{ value: MOST_AMOUNTS, label: t("The one with the most amounts") },
							...currencies.map((code) => ({ value: code, label: code })),
						]}
						value={countedCurrency ?? MOST_AMOUNTS}
						onChange={(code) => void change({ countedCurrency: code === MOST_AMOUNTS ? null : code })}
					/>
				)}
				{isProgram ? (
					<NumberField<number>
						label={t("Least payout ({{currency}})", { currency })}
						value={leastPayout / unit}
						least={0}
						most={MOST_LEAST_PAYOUT / unit}
						onChange={(value) => void change({ leastPayout: Math.round(value * unit) })}
					/>
				) : (
					<NumberField<number | null>
						label={t("Least payout ({{currency}})", { currency })}
						value={otherLeast === undefined ? null : otherLeast / unit}
						least={0}
						most={MOST_LEAST_PAYOUT / unit}
						emptyMeans={t("Empty: not known.")}
						onChange={changeOther}
					/>
				)}
				{answer.leastPayout !== null && (
					<NumberField<number>
						label={t("Payouts start by day")}
						value={payoutDay}
						least={1}
						most={28}
						whole
						onChange={(value) => void change({ payoutDay: value })}
					/>
				)}
			</div>
			{answer.leastPayout === null ? (
				<p>{say(noPayoutMessage(currency))}</p>
			) : (
				<p>
					{t(
						"What is below the least payout rolls over. By the program's rules, as read on {{date}}, it is {{threshold}}, and payouts start by day {{day}} of the next month.",
						{
							date: formatDate(RULES_READ_ON),
							threshold: formatMoney({ minor: payout.thresholdMinor, currency: payout.currency }),
							day: formatNumber(payout.day),
						},
					)}
				</p>
			)}
			<RuleDays reach={reach} change={(patch) => void change(patch)} />
			{!asUsual && (
				<div>
					<Button onPress={() => void change({ ...usual, ruleDays: [...usual.ruleDays] })}>
						{t("Back to the usual assumptions")}
					</Button>
				</div>
			)}
		</>
	);
}
