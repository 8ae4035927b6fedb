import { useTranslation } from "react-i18next";
import { orderedBounds } from "#domain/feedback/rule-choices.ts";
import type { Rule } from "#domain/feedback/types.ts";
import { NumberField } from "#ui/number-field/NumberField.tsx";
import styles from "./CoachPage.module.css";
import { thresholdWords } from "./threshold-words.ts";

interface Props {
	rule: Rule;
	name: string;
	/** All figures of the rule as they are set. */
	inForce: Rule["thresholds"];
	onChange: (value: number) => void;
}

/** A figure that a rule compares with. */
export function ThresholdField({ rule, name, inForce, onChange }: Props) {
	const { t } = useTranslation();
	const { least, most, step, above, below } = orderedBounds(rule, name, inForce);
	const words = (other: string) => thresholdWords(rule, other, t);
	const because = [
		above && t("Stays above “{{other}}”.", { other: words(above) }),
		below && t("Stays below “{{other}}”.", { other: words(below) }),
	].filter((one) => one !== undefined);
	return (
		<NumberField
			className={styles.threshold ?? ""}
			label={words(name)}
			value={inForce[name] ?? 0}
			least={least}
			most={most}
			whole={Number.isInteger(step)}
			because={because.join(" ")}
			onChange={onChange}
		/>
	);
}
