import { useTranslation } from "react-i18next";
import type { PlanEntry, PlanRange } from "#contract/plan.ts";
import type { PlainDate } from "#domain/planning/plain-date.ts";
import { Button } from "#ui/button/Button.tsx";
import { EmptyState } from "#ui/empty-state/EmptyState.tsx";
import { formatDate } from "#ui/format/format.ts";
import { Popover } from "#ui/popover/Popover.tsx";
import styles from "./Agenda.module.css";
import { DayPlan } from "./DayPlan.tsx";
import { EntryChip } from "./EntryChip.tsx";

interface Props {
	range: PlanRange;
	/** Days of the month that is shown. */
	days: readonly PlainDate[];
	onMoved: (entry: PlanEntry, date: PlainDate | null) => void;
	/** Shows the month it is. */
	onToday: () => void;
}

/** The month as a list of the days that have something on them. */
export function Agenda({ range, days, onMoved, onToday }: Props) {
	const { t } = useTranslation();
	const byDay = Map.groupBy(range.entries, (entry) => entry.date);
	const slots = new Set(range.emptySlots);
	const shown = days.filter((date) => byDay.has(date) || slots.has(date) || date === range.today);
	if (shown.length === 0)
		return (
			<EmptyState action={<Button onPress={onToday}>{t("Show this month")}</Button>}>
				{t("Nothing is planned for {{month}}.", { month: formatDate(days[0] ?? range.today, "month") })}
			</EmptyState>
		);
	return (
		<ol className={styles.agenda} aria-label={t("Days of the month")}>
			{shown.map((date) => {
				const entries = byDay.get(date) ?? [];
				return (
					<li key={date} className={styles.day} aria-current={date === range.today ? "date" : undefined}>
						<div className={styles.head}>
							<h3 className={styles.date}>{formatDate(date, "long")}</h3>
							{date === range.today && <span className={styles.word}>{t("Today")}</span>}
							{slots.has(date) && <span className={styles.word}>{t("Open slot")}</span>}
							<Popover
								label={formatDate(date, "long")}
								placement="bottom end"
								trigger={
									<Button bare aria-label={t("Add to {{date}}", { date: formatDate(date, "long") })}>
										{t("Add")}
									</Button>
								}
							>
								{({ close }) => (
									<DayPlan date={date} today={range.today} entries={[]} onMoved={onMoved} onClose={close} />
								)}
							</Popover>
						</div>
						{entries.map((entry) => (
							<EntryChip
								key={`${entry.subject.type} ${entry.subject.id}`}
								entry={entry}
								today={range.today}
								onMoved={onMoved}
							/>
						))}
					</li>
				);
			})}
		</ol>
	);
}
