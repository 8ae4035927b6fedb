import { CalendarPlus } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Timing } from "#domain/planning/entry.ts";
import { type PlainDate, parsePlainDate } from "#domain/planning/plain-date.ts";
import { DayPopover } from "#ui/day-popover/DayPopover.tsx";
import { formatDate } from "#ui/format/format.ts";
import { timingLabel } from "../plan-words.ts";
import { useToday } from "../use-today.ts";
import styles from "./DateButton.module.css";

interface Props {
	/** What is put on the day. */
	title: string;
	date: PlainDate | null;
	timing: Timing;
	onChange: (date: PlainDate | null) => void;
}

/** The day something is planned for; opens a calendar. A published story only shows the day it came out. */
export function DateButton({ title, date, timing, onChange }: Props) {
	const { t } = useTranslation();
	const today = useToday();
	if (timing.kind === "published")
		return (
			<span className={styles.published} title={timingLabel(t, timing)}>
				{formatDate(timing.on)}
			</span>
		);
	const choose = (next: PlainDate | null) => {
		if (next !== date) onChange(next);
	};
	const late = timing.kind === "late" ? timingLabel(t, timing) : "";
	return (
		<DayPopover
			label={t("Day for “{{title}}”", { title })}
			className={styles.button}
			action={
				date === null
					? t("Set a day for “{{title}}”", { title })
					: t("{{shown}}: “{{title}}” is on {{date}}. Change the day", {
							title,
							date: formatDate(date, "long"),
							shown: [formatDate(date, "short"), late].filter(Boolean).join(" "),
						})
			}
			value={date}
			today={today}
			onChange={(chosen) => choose(parsePlainDate(chosen))}
			others={date === null ? [] : [{ label: t("Take off the calendar"), run: () => choose(null) }]}
		>
			{date === null ? (
				<>
					<CalendarPlus aria-hidden size={14} />
					{t("Set a day")}
				</>
			) : (
				<>
					{`${formatDate(date, "short")} `}
					{late && <span className={styles.late}>{late}</span>}
				</>
			)}
		</DayPopover>
	);
}
