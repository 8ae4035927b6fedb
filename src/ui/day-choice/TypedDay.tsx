import { parseDate } from "@internationalized/date";
import { useState } from "react";
import { DateField, DateInput, DateSegment, type DateValue } from "react-aria-components/DateField";
import { Label } from "react-aria-components/Label";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button/Button.tsx";
import styles from "./TypedDay.module.css";

interface Props {
	/** `YYYY-MM-DD`, or `null` while nothing is chosen. */
	value: string | null;
	onChange: (date: string) => void;
	autoFocus: boolean;
}

/** Nothing is planned for years before it: one of three digits is not typed to its end. */
const FIRST_YEAR = 1900;

/** A year of two digits is one of this century. */
const wholeYear = (date: DateValue) => (date.year < 100 ? date.set({ year: date.year + 2000 }) : date);

/** Day, month and year in the order of the reader's language; taken with Enter or the button, not while it is being typed. */
export function TypedDay({ value, onChange, autoFocus }: Props) {
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
