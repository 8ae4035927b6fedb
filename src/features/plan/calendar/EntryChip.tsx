import { type KeyboardEvent, useRef, useState } from "react";
import { useDrag } from "react-aria-components/useDrag";
import { useTranslation } from "react-i18next";
import type { PlanEntry } from "#contract/plan.ts";
import { addDays, type PlainDate } from "#domain/planning/plain-date.ts";
import { classes } from "#ui/classes/classes.ts";
import { AnchoredPopover } from "#ui/popover/AnchoredPopover.tsx";
import { overtakenWords, stateLabel, timingLabel } from "../plan-words.ts";
import { usePlan } from "../use-plan.ts";
import { EntryCard } from "./EntryCard.tsx";
import styles from "./EntryChip.module.css";
import { dragItem } from "./entry-drag.ts";

const ALT_STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

interface Props {
	entry: PlanEntry;
	today: PlainDate;
	/** Whether Tab reaches it. */
	isReachable?: boolean;
	onMoved: (entry: PlanEntry, date: PlainDate | null) => void;
}

/** An entry on a day or in the tray: drag it, press it, or move it with Alt and the arrow keys. */
export function EntryChip({ entry, today, isReachable = true, onMoved }: Props) {
	const { t } = useTranslation();
	const { schedule } = usePlan();
	const button = useRef<HTMLButtonElement>(null);
	const [open, setOpen] = useState(false);
	const fixed = entry.state === "published";
	const title = entry.title || t("Untitled");
	const { dragProps, isDragging } = useDrag({
		hasDragButton: true,
		isDisabled: fixed,
		getItems: () => [dragItem(entry)],
		getAllowedDropOperations: () => ["move"],
	});

	const onKeyDown = async (event: KeyboardEvent) => {
		const step = ALT_STEPS[event.key];
		if (!event.altKey || step === undefined || fixed || entry.date === null) return;
		event.preventDefault();
		event.stopPropagation();
		const date = addDays(entry.date, step);
		if (await schedule([entry.subject], date, title)) onMoved(entry, date);
	};

	const late = entry.timing.kind === "late" ? timingLabel(t, entry.timing) : "";
	const details = [
		stateLabel(t, entry.state),
		entry.series ? t("Part {{number}}", { number: entry.series.number }) : "",
		late,
		entry.overtaken ? overtakenWords(t, entry.overtaken) : "",
	].filter((text) => text !== "");
	const remarked = late !== "" || entry.overtaken !== null;
	return (
		<>
			<button
				{...dragProps}
				ref={button}
				type="button"
				tabIndex={isReachable ? 0 : -1}
				data-entry={`${entry.subject.type} ${entry.subject.id}`}
				className={classes(styles.chip, styles[entry.state], isDragging && styles.dragging)}
				aria-haspopup="dialog"
				onClick={() => setOpen(true)}
				onKeyDown={(event) => void onKeyDown(event)}
			>
				<span className={styles.title}>{title}</span>
				{entry.series && (
					<span className={classes(styles.title, styles.details)} dir="auto" title={entry.series.title}>
						{entry.series.title}
					</span>
				)}
				<span className={classes(styles.details, remarked && styles.late)}>{details.join(" · ")}</span>
			</button>
			<AnchoredPopover label={title} anchor={open ? button.current : null} onClose={() => setOpen(false)}>
				<EntryCard
					entry={entry}
					today={today}
					onMoved={(date) => onMoved(entry, date)}
					onClose={() => setOpen(false)}
				/>
			</AnchoredPopover>
		</>
	);
}
