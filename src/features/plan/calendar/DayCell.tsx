import { type KeyboardEvent, useRef } from "react";
import { useDrop } from "react-aria-components/useDrop";
import { useTranslation } from "react-i18next";
import type { PlanEntry } from "#contract/plan.ts";
import type { MonthDay } from "#domain/planning/calendar.ts";
import { dateParts, type PlainDate } from "#domain/planning/plain-date.ts";
import { classes } from "#ui/classes/classes.ts";
import { formatDate, formatNumber } from "#ui/format/format.ts";
import { usePlan } from "../use-plan.ts";
import styles from "./DayCell.module.css";
import { EntryChip } from "./EntryChip.tsx";
import { droppedEntry, ENTRY_DRAG_TYPE } from "./entry-drag.ts";

/** More entries than this are behind "more". */
const SHOWN_ENTRIES = 3;

interface Props {
	day: MonthDay;
	today: PlainDate;
	entries: readonly PlanEntry[];
	/** A free day of the writer's rhythm. */
	isSlot: boolean;
	/** The one cell of the grid that Tab reaches. */
	isActive: boolean;
	onActivate: () => void;
	onOpen: (cell: HTMLElement) => void;
	onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
	onMoved: (entry: PlanEntry, date: PlainDate | null) => void;
}

export function DayCell({ day, today, entries, isSlot, isActive, onActivate, onOpen, onKeyDown, onMoved }: Props) {
	const { t } = useTranslation();
	const { schedule } = usePlan();
	const cell = useRef<HTMLTableCellElement>(null);
	const { date } = day;
	const { dropProps, isDropTarget } = useDrop({
		ref: cell,
		getDropOperation: (types) => (types.has(ENTRY_DRAG_TYPE) ? "move" : "cancel"),
		onDrop: async ({ items }) => {
			const dropped = await droppedEntry(items);
			if (dropped) await schedule([dropped.subject], date, dropped.title || t("Untitled"));
		},
	});
	const shown = entries.length > SHOWN_ENTRIES ? entries.slice(0, SHOWN_ENTRIES - 1) : entries;
	const open = () => cell.current && onOpen(cell.current);
	const count = t("{{count}} entries", {
		count: entries.length,
		defaultValue_one: "{{count}} entry",
		defaultValue_other: "{{count}} entries",
	});
	return (
		<td
			{...dropProps}
			ref={cell}
			// biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of an interactive grid
			role="gridcell"
			tabIndex={isActive ? 0 : -1}
			data-date={date}
			aria-current={date === today ? "date" : undefined}
			aria-label={
				isSlot
					? t("{{date}}, {{entries}}, open slot", { date: formatDate(date, "long"), entries: count })
					: t("{{date}}, {{entries}}", { date: formatDate(date, "long"), entries: count })
			}
			className={classes(
				styles.cell,
				!day.inMonth && styles.outside,
				date === today && styles.today,
				isDropTarget && styles.target,
			)}
			onFocus={onActivate}
			onClick={(event) => {
				if (event.target === event.currentTarget || !(event.target as Element).closest("button")) open();
			}}
			onKeyDown={onKeyDown}
		>
			<div className={styles.stack}>
				<span className={styles.number}>{formatNumber(dateParts(date).day)}</span>
				{shown.map((entry) => (
					<EntryChip
						key={`${entry.subject.type} ${entry.subject.id}`}
						entry={entry}
						today={today}
						isReachable={isActive}
						onMoved={onMoved}
					/>
				))}
				{shown.length < entries.length && (
					<button type="button" tabIndex={isActive ? 0 : -1} className={styles.more} onClick={open}>
						{t("{{left}} more", { left: entries.length - shown.length })}
					</button>
				)}
				{isSlot && <span className={styles.slot}>{t("Open slot")}</span>}
			</div>
		</td>
	);
}
