import { useTranslation } from "react-i18next";
import { thresholdBounds } from "#domain/feedback/rule-choices.ts";
import type { Rule } from "#domain/feedback/types.ts";
import { NumberField } from "#ui/number-field/NumberField.tsx";
import styles from "./CoachPage.module.css";
import { thresholdWords } from "./threshold-words.ts";

interface Props {
	rule: Rule;
	name: string;
	value: number;
	onChange: (value: number) => void;
}

/** A figure that a rule compares with. */
export function ThresholdField({ rule, name, value, onChange }: Props) {
	const { t } = useTranslation();
	return (
		<NumberField
			className={styles.threshold ?? ""}
			label={thresholdWords(name, t)}
			value={value}
			{...thresholdBounds(rule, name)}
			onChange={onChange}
		/>
	);
}
