import { type CalendarDate, parseDate } from "@internationalized/date";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "react-aria-components/Button";
import {
	Calendar,
	CalendarCell,
	CalendarGrid,
	CalendarGridBody,
	CalendarGridHeader,
	CalendarHeaderCell,
} from "react-aria-components/Calendar";
import { Heading } from "react-aria-components/Heading";
import styles from "./DateCalendar.module.css";

interface Props {
	label: string;
	/** `YYYY-MM-DD`, or `null` while nothing is chosen. */
	value: string | null;
	/** The day it is, `YYYY-MM-DD`; marked, and the month shown while nothing is chosen. */
	today: string;
	onChange: (date: string) => void;
	autoFocus?: boolean;
}

/** One month to choose a day from; arrows, Page Up and Page Down move. */
export function DateCalendar({ label, value, today, onChange, autoFocus = false }: Props) {
	return (
		<Calendar
			aria-label={label}
			className={styles.calendar}
			value={value === null ? null : parseDate(value)}
			defaultFocusedValue={parseDate(value ?? today)}
			onChange={(date: CalendarDate) => onChange(date.toString())}
			autoFocus={autoFocus}
		>
			<header className={styles.header}>
				<Button slot="previous" className={styles.arrow}>
					<ChevronLeft aria-hidden size={16} />
				</Button>
				<Heading className={styles.heading} />
				<Button slot="next" className={styles.arrow}>
					<ChevronRight aria-hidden size={16} />
				</Button>
			</header>
			<CalendarGrid className={styles.grid} weekdayStyle="short">
				<CalendarGridHeader>
					{(day) => <CalendarHeaderCell className={styles.weekday}>{day}</CalendarHeaderCell>}
				</CalendarGridHeader>
				<CalendarGridBody>
					{(date) => (
						<CalendarCell date={date} className={styles.day} data-now={date.toString() === today || undefined} />
					)}
				</CalendarGridBody>
			</CalendarGrid>
		</Calendar>
	);
}
