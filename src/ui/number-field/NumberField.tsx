import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "#ui/format/format.ts";
import { TextField } from "#ui/text-field/TextField.tsx";

interface Props<Value extends number | null> {
	label: string;
	hideLabel?: boolean;
	value: Value;
	least: number;
	most: number;
	/** No decimals. */
	whole?: boolean;
	/** What an empty field stands for, in words; without it the field is never empty. */
	emptyMeans?: null extends Value ? string : never;
	/** Why the bounds are narrower than they look, as a sentence of its own. */
	because?: string;
	onChange: (value: Value) => void;
	className?: string;
}

const shown = (value: number | null) => (value === null ? "" : String(value));

/**
 * A number within bounds. Taken when the field is left or Enter is pressed; what does not fit goes back to what it was,
 * and the field says what it did not take and why until something else is typed.
 */
export function NumberField<Value extends number | null>(props: Props<Value>) {
	const {
		label,
		hideLabel = false,
		value,
		least,
		most,
		whole = false,
		emptyMeans,
		because = "",
		onChange,
		className,
	} = props;
	const { t } = useTranslation();
	const [text, setText] = useState(shown(value));
	const [refused, setRefused] = useState<string | null>(null);
	useEffect(() => setText(shown(value)), [value]);
	const empty = text.trim() === "";
	const number = empty ? null : Number(text.trim().replace(",", "."));
	const fits =
		number === null
			? emptyMeans !== undefined
			: number >= least && number <= most && (!whole || Number.isInteger(number));
	const ends = { least: formatNumber(least), most: formatNumber(most) };
	const bounds = whole ? t("{{least}} to {{most}}, whole", ends) : t("{{least}} to {{most}}", ends);
	const only = because ? `${t("Only {{bounds}}", { bounds })}. ${because}` : t("Only {{bounds}}", { bounds });
	const type = (next: string) => {
		setText(next);
		setRefused(null);
	};
	const take = () => {
		if (!fits) {
			setText(shown(value));
			setRefused(
				empty
					? t("An empty field was not taken. {{only}}", { only })
					: t("“{{text}}” was not taken. {{only}}", { text: text.trim(), only }),
			);
		} else if (number !== value) onChange(number as Value);
	};
	return (
		<TextField
			className={className ?? ""}
			label={label}
			hideLabel={hideLabel}
			inputMode="decimal"
			value={text}
			onChange={type}
			onBlur={take}
			onKeyDown={(event) => event.key === "Enter" && take()}
			hint={emptyMeans ? `${bounds}. ${emptyMeans}` : bounds}
			error={refused ?? (fits ? undefined : only)}
		/>
	);
}
