import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PlanEntry, PlanRange } from "#contract/plan.ts";
import { endOfWeek, type MonthDay, startOfWeek } from "#domain/planning/calendar.ts";
import { addDays, addMonths, type PlainDate, type Weekday } from "#domain/planning/plain-date.ts";
import { formatDate } from "#ui/format/format.ts";
import { AnchoredPopover } from "#ui/popover/AnchoredPopover.tsx";
import { DayCell } from "./DayCell.tsx";
import { DayPlan } from "./DayPlan.tsx";
import styles from "./MonthGrid.module.css";
import { weekdayName } from "./weekday-name.ts";

interface Props {
	weeks: readonly MonthDay[][];
	range: PlanRange;
	weekStart: Weekday;
	/** The day the keyboard is on. */
	active: PlainDate;
	/** `byKeyboard`: the day should take the focus, in another month if need be. */
	onActivate: (date: PlainDate, byKeyboard: boolean) => void;
	onMoved: (entry: PlanEntry, date: PlainDate | null) => void;
}

/** Where a key takes the keyboard from a day, or `null` for other keys. */
function destination(event: KeyboardEvent, date: PlainDate, weekStart: Weekday): PlainDate | null {
	switch (event.key) {
		case "ArrowLeft":
			return addDays(date, -1);
		case "ArrowRight":
			return addDays(date, 1);
		case "ArrowUp":
			return addDays(date, -7);
		case "ArrowDown":
			return addDays(date, 7);
		case "Home":
			return startOfWeek(date, weekStart);
		case "End":
			return endOfWeek(date, weekStart);
		case "PageUp":
			return addMonths(date, event.shiftKey ? -12 : -1);
		case "PageDown":
			return addMonths(date, event.shiftKey ? 12 : 1);
		default:
			return null;
	}
}

/** A month as a grid: arrows move by day and week, Home and End within the week, Page Up and Page Down by month. */
export function MonthGrid({ weeks, range, weekStart, active, onActivate, onMoved }: Props) {
	const { t } = useTranslation();
	const [opened, setOpened] = useState<{ date: PlainDate; cell: HTMLElement } | null>(null);
	const byDay = Map.groupBy(range.entries, (entry) => entry.date);
	const slots = new Set(range.emptySlots);

	const onKeyDown = (event: KeyboardEvent<HTMLElement>, date: PlainDate) => {
		if (event.target !== event.currentTarget) {
			if (event.key === "Escape") event.currentTarget.focus();
			return;
		}
		if (event.altKey || event.ctrlKey || event.metaKey) return;
		if (event.key === "Enter" || event.key === " ") {
			event.preventDefault();
			setOpened({ date, cell: event.currentTarget });
			return;
		}
		const next = destination(event, date, weekStart);
		if (next === null) return;
		event.preventDefault();
		onActivate(next, true);
	};

	return (
		<>
			{/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is an interactive grid */}
			<table role="grid" className={styles.grid} aria-label={t("Calendar of the plan")}>
				<thead>
					<tr>
						{weeks[0]?.map(({ date }) => (
							<th key={date} scope="col" abbr={weekdayName(date, "long")} className={styles.weekday}>
								{weekdayName(date, "short")}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{weeks.map((week) => (
						<tr key={week[0]?.date}>
							{week.map((day) => (
								<DayCell
									key={day.date}
									day={day}
									today={range.today}
									entries={byDay.get(day.date) ?? []}
									isSlot={slots.has(day.date)}
									isActive={day.date === active}
									onActivate={() => onActivate(day.date, false)}
									onOpen={(cell) => setOpened({ date: day.date, cell })}
									onKeyDown={(event) => onKeyDown(event, day.date)}
									onMoved={onMoved}
								/>
							))}
						</tr>
					))}
				</tbody>
			</table>
			<AnchoredPopover
				label={opened ? formatDate(opened.date, "long") : ""}
				anchor={opened?.cell ?? null}
				onClose={() => setOpened(null)}
				placement="right top"
			>
				{opened && (
					<DayPlan
						date={opened.date}
						today={range.today}
						entries={byDay.get(opened.date) ?? []}
						onMoved={onMoved}
						onClose={() => setOpened(null)}
					/>
				)}
			</AnchoredPopover>
		</>
	);
}
