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
	/** What an empty field stands for, in words; without it the field is never empty. */
	emptyMeans?: null extends Value ? string : never;
	onChange: (value: Value) => void;
	className?: string;
}

const shown = (value: number | null) => (value === null ? "" : String(value));

/** A number within bounds. Taken when the field is left or Enter is pressed; what does not fit goes back to what it was. */
export function NumberField<Value extends number | null>(props: Props<Value>) {
	const { label, hideLabel = false, value, least, most, emptyMeans, onChange, className } = props;
	const { t } = useTranslation();
	const [text, setText] = useState(shown(value));
	useEffect(() => setText(shown(value)), [value]);
	const empty = text.trim() === "";
	const number = empty ? null : Number(text.trim().replace(",", "."));
	const fits = number === null ? emptyMeans !== undefined : number >= least && number <= most;
	const bounds = t("{{least}} to {{most}}", { least: formatNumber(least), most: formatNumber(most) });
	const take = () => {
		if (!fits) setText(shown(value));
		else if (number !== value) onChange(number as Value);
	};
	return (
		<TextField
			className={className ?? ""}
			label={label}
			hideLabel={hideLabel}
			inputMode="decimal"
			value={text}
			onChange={setText}
			onBlur={take}
			onKeyDown={(event) => event.key === "Enter" && take()}
			hint={emptyMeans ? `${bounds}. ${emptyMeans}` : bounds}
			error={fits ? undefined : t("Only {{bounds}}", { bounds })}
		/>
	);
}
