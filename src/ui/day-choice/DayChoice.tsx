import { type CalendarDate, parseDate } from "@internationalized/date";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button as AriaButton } from "react-aria-components/Button";
import {
	Calendar,
	CalendarCell,
	CalendarGrid,
	CalendarGridBody,
	CalendarGridHeader,
	CalendarHeaderCell,
} from "react-aria-components/Calendar";
import { Heading } from "react-aria-components/Heading";
import styles from "./DayChoice.module.css";
import { TypedDay } from "./TypedDay.tsx";

interface Props {
	label: string;
	/** `YYYY-MM-DD`, or `null` while nothing is chosen. */
	value: string | null;
	/** The day it is, `YYYY-MM-DD`; marked, and the month shown while nothing is chosen. */
	today: string;
	onChange: (date: string) => void;
	/** Begins in the field: digits go into it, and Enter takes nothing that was not typed or gone to. */
	autoFocus?: boolean;
}

/** A day to type, or one month to choose it from; in the month arrows, Page Up and Page Down move. */
export function DayChoice(props: Props) {
	return (
		<div className={styles.choice}>
			<TypedDay value={props.value} onChange={props.onChange} autoFocus={props.autoFocus ?? false} />
			<Month {...props} />
		</div>
	);
}

function Month({ label, value, today, onChange }: Props) {
	return (
		<Calendar
			aria-label={label}
			className={styles.calendar}
			value={value === null ? null : parseDate(value)}
			defaultFocusedValue={parseDate(value ?? today)}
			onChange={(date: CalendarDate) => onChange(date.toString())}
		>
			<header className={styles.header}>
				<AriaButton slot="previous" className={styles.arrow}>
					<ChevronLeft aria-hidden size={16} />
				</AriaButton>
				<Heading className={styles.heading} />
				<AriaButton slot="next" className={styles.arrow}>
					<ChevronRight aria-hidden size={16} />
				</AriaButton>
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
