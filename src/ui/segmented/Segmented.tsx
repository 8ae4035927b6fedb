import type { ReactNode } from "react";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";
import { classes } from "#ui/classes/classes.ts";
import styles from "./Segmented.module.css";

interface Props<Value extends string> {
	label: string;
	options: readonly { value: Value; label: ReactNode; ariaLabel?: string }[];
	value: Value;
	onChange: (value: Value) => void;
	className?: string;
}

/** One of two to five, all in sight. */
export function Segmented<Value extends string>({ label, options, value, onChange, className }: Props<Value>) {
	return (
		<ToggleButtonGroup
			aria-label={label}
			className={classes(styles.group, className)}
			selectionMode="single"
			disallowEmptySelection
			selectedKeys={[value]}
			onSelectionChange={(keys) => {
				const chosen = options.find((option) => keys.has(option.value));
				if (chosen) onChange(chosen.value);
			}}
		>
			{options.map((option) => (
				<ToggleButton
					key={option.value}
					id={option.value}
					className={styles.segment}
					{...(option.ariaLabel ? { "aria-label": option.ariaLabel } : {})}
				>
					{option.label}
				</ToggleButton>
			))}
		</ToggleButtonGroup>
	);
}
