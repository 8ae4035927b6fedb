import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { thresholdBounds } from "#domain/feedback/rule-choices.ts";
import type { Rule } from "#domain/feedback/types.ts";
import { formatNumber } from "#ui/format/format.ts";
import { TextField } from "#ui/text-field/TextField.tsx";
import styles from "./CoachPage.module.css";
import { thresholdWords } from "./threshold-words.ts";

interface Props {
	rule: Rule;
	name: string;
	value: number;
	onChange: (value: number) => void;
}

/** A figure that a rule compares with. Taken when the field is left or Enter is pressed, and only within its bounds. */
export function ThresholdField({ rule, name, value, onChange }: Props) {
	const { t } = useTranslation();
	const { least, most } = thresholdBounds(rule, name);
	const [text, setText] = useState(String(value));
	useEffect(() => setText(String(value)), [value]);
	const number = Number(text.trim().replace(",", "."));
	const fits = text.trim() !== "" && number >= least && number <= most;
	const bounds = t("{{least}} to {{most}}", { least: formatNumber(least), most: formatNumber(most) });
	const take = () => {
		if (fits && number !== value) onChange(number);
		else if (!fits) setText(String(value));
	};
	return (
		<TextField
			className={styles.threshold ?? ""}
			label={thresholdWords(name, t)}
			inputMode="decimal"
			value={text}
			onChange={setText}
			onBlur={take}
			onKeyDown={(event) => event.key === "Enter" && take()}
			hint={bounds}
			error={fits ? undefined : t("Only {{bounds}}", { bounds })}
		/>
	);
}
