import { CalendarPlus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Timing } from "#domain/planning/entry.ts";
import { type PlainDate, parsePlainDate } from "#domain/planning/plain-date.ts";
import { Button } from "#ui/button/Button.tsx";
import { DateCalendar } from "#ui/date-calendar/DateCalendar.tsx";
import { formatDate } from "#ui/format/format.ts";
import { Popover } from "#ui/popover/Popover.tsx";
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
	const [open, setOpen] = useState(false);
	const today = useToday();
	if (timing.kind === "published")
		return (
			<span className={styles.published} title={timingLabel(t, timing)}>
				{formatDate(timing.on)}
			</span>
		);
	const choose = (next: PlainDate | null) => {
		setOpen(false);
		if (next !== date) onChange(next);
	};
	const late = timing.kind === "late" ? timingLabel(t, timing) : "";
	return (
		<Popover
			label={t("Day for “{{title}}”", { title })}
			isOpen={open}
			onOpenChange={setOpen}
			placement="bottom end"
			trigger={
				<Button
					bare
					className={styles.button}
					aria-label={
						date === null
							? t("Set a day for “{{title}}”", { title })
							: t("{{shown}}: “{{title}}” is on {{date}}. Change the day", {
									title,
									date: formatDate(date, "long"),
									shown: [formatDate(date, "short"), late].filter(Boolean).join(" "),
								})
					}
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
				</Button>
			}
		>
			<DateCalendar
				autoFocus
				label={t("Day for “{{title}}”", { title })}
				value={date}
				today={today}
				onChange={(chosen) => choose(parsePlainDate(chosen))}
			/>
			{date !== null && (
				<Button bare className={styles.clear} onPress={() => choose(null)}>
					{t("Take off the calendar")}
				</Button>
			)}
		</Popover>
	);
}
