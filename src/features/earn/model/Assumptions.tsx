import { useQueryClient } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useTRPC } from "#app/rpc.ts";
import { updateSettings, useSettings } from "#app/settings/settings.ts";
import { say } from "#app/words/say.ts";
import { DEFAULT_SETTINGS, MOST_LEAST_PAYOUT } from "#contract/default-settings.ts";
import type { SettingsPatch } from "#contract/settings.ts";
import { parsePlainDate } from "#domain/planning/plain-date.ts";
import { noPayoutMessage } from "#domain/revenue/payout.ts";
import { PROGRAM_RULES, RULES_READ_ON } from "#domain/revenue/rules.ts";
import { Button } from "#ui/button/Button.tsx";
import { currencyDigits, formatDate, formatMoney, formatNumber } from "#ui/format/format.ts";
import { IconButton } from "#ui/icon-button/IconButton.tsx";
import { NumberField } from "#ui/number-field/NumberField.tsx";
import { TextField } from "#ui/text-field/TextField.tsx";
import styles from "./Assumptions.module.css";

const MOST_STORIES = 60;

function RuleDays({ change }: { change: (patch: SettingsPatch) => void }) {
	const { t } = useTranslation();
	const { ruleDays } = useSettings();
	const [text, setText] = useState("");
	const day = parsePlainDate(text.trim());
	const known = day !== null && ruleDays.includes(day);
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
							<span>{rule ? t(rule.text) : t("Your own")}</span>
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
					label={t("Another day (YYYY-MM-DD)")}
					value={text}
					onChange={setText}
					onKeyDown={(event) => event.key === "Enter" && add()}
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
export function Assumptions({ currency }: { currency: string }) {
	const { t } = useTranslation();
	const { storiesAMonth, taxWithheld, leastPayout, payoutDay, ruleDays } = useSettings();
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
		payoutDay: DEFAULT_SETTINGS.payoutDay,
		ruleDays: DEFAULT_SETTINGS.ruleDays,
	};
	const now = { storiesAMonth, taxWithheld, leastPayout, payoutDay, ruleDays };
	const asUsual = JSON.stringify(now) === JSON.stringify(usual);
	const payout = PROGRAM_RULES.payout;
	const unpaid = noPayoutMessage(currency);
	const unit = 10 ** currencyDigits(payout.currency);
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
				{!unpaid && (
					<>
						<NumberField<number>
							label={t("Least payout ({{currency}})", { currency })}
							value={leastPayout / unit}
							least={0}
							most={MOST_LEAST_PAYOUT / unit}
							onChange={(value) => void change({ leastPayout: Math.round(value * unit) })}
						/>
						<NumberField<number>
							label={t("Payouts start by day")}
							value={payoutDay}
							least={1}
							most={28}
							whole
							onChange={(value) => void change({ payoutDay: value })}
						/>
					</>
				)}
			</div>
			{unpaid ? (
				<p>{say(unpaid)}</p>
			) : (
				<p>
					{t(
						"What is below the least payout rolls over. By the program's rules, as read on {{date}}, it is {{threshold}}, and payouts start by day {{day}} of the next month.",
						{
							date: formatDate(RULES_READ_ON),
							threshold: formatMoney({ minor: payout.thresholdMinor, currency }),
							day: formatNumber(payout.day),
						},
					)}
				</p>
			)}
			<RuleDays change={(patch) => void change(patch)} />
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
