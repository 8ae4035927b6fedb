import { type CalendarDate, parseDate } from "@internationalized/date";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import {
	Calendar,
	CalendarCell,
	CalendarGrid,
	CalendarGridBody,
	CalendarGridHeader,
	CalendarHeaderCell,
} from "react-aria-components/Calendar";
import { DateField, DateInput, DateSegment, type DateValue } from "react-aria-components/DateField";
import { Heading } from "react-aria-components/Heading";
import { Label } from "react-aria-components/Label";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button/Button.tsx";
import styles from "./DateCalendar.module.css";

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
export function DateCalendar(props: Props) {
	return (
		<div className={styles.choice}>
			<TypedDay value={props.value} onChange={props.onChange} autoFocus={props.autoFocus ?? false} />
			<Month {...props} />
		</div>
	);
}

/** Nothing is planned for years before it: one of three digits is not typed to its end. */
const FIRST_YEAR = 1900;

/** A year of two digits is one of this century. */
const wholeYear = (date: DateValue) => (date.year < 100 ? date.set({ year: date.year + 2000 }) : date);

/** Day, month and year in the order of the reader's language; taken with Enter or the button, not while it is being typed. */
function TypedDay({ value, onChange, autoFocus }: Pick<Props, "value" | "onChange"> & { autoFocus: boolean }) {
	const { t } = useTranslation();
	const [typed, setTyped] = useState<DateValue | null>(value === null ? null : parseDate(value));
	const day = typed && wholeYear(typed);
	const isReady = day !== null && day.year >= FIRST_YEAR && day.toString() !== value;
	const take = () => {
		if (isReady) onChange(day.toString());
	};
	return (
		<div className={styles.typed}>
			<DateField
				className={styles.field}
				value={typed}
				onChange={setTyped}
				granularity="day"
				autoFocus={autoFocus}
				onKeyDown={(event) => {
					if (event.key === "Enter") take();
				}}
			>
				<Label className={styles.label}>{t("Type a day")}</Label>
				<DateInput className={styles.input}>
					{(segment) => <DateSegment segment={segment} className={styles.segment} />}
				</DateInput>
			</DateField>
			<Button isDisabled={!isReady} onPress={take}>
				{t("Set")}
			</Button>
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
