import { Check, ChevronDown } from "lucide-react";
import { Button } from "react-aria-components/Button";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Select as AriaSelect, SelectValue } from "react-aria-components/Select";
import { Text } from "react-aria-components/Text";
import { classes } from "#ui/classes/classes.ts";
import styles from "./Select.module.css";

interface Option<Value extends string> {
	value: Value;
	label: string;
	/** One line under the label. */
	hint?: string;
}

interface Props<Value extends string> {
	label: string;
	/** Keeps the label for screen readers only. */
	hideLabel?: boolean;
	options: readonly Option<Value>[];
	value: Value;
	onChange: (value: Value) => void;
	isDisabled?: boolean;
	/** Without a border until hover. */
	bare?: boolean;
	className?: string;
}

/** One of a few. */
export function Select<Value extends string>({
	label,
	hideLabel = false,
	options,
	value,
	onChange,
	isDisabled = false,
	bare = false,
	className,
}: Props<Value>) {
	return (
		<AriaSelect
			{...(hideLabel ? { "aria-label": label } : {})}
			className={classes(styles.select, className)}
			value={value}
			isDisabled={isDisabled}
			onChange={(key) => {
				const chosen = options.find((option) => option.value === key);
				if (chosen) onChange(chosen.value);
			}}
		>
			{!hideLabel && <Label className={styles.label}>{label}</Label>}
			<Button className={classes(styles.button, bare && styles.bare)}>
				<SelectValue className={styles.value}>{({ selectedText }) => selectedText}</SelectValue>
				<ChevronDown aria-hidden size={14} className={styles.arrow} />
			</Button>
			<Popover className={styles.popover} offset={4}>
				<ListBox className={styles.list} items={options}>
					{(option) => (
						<ListBoxItem id={option.value} textValue={option.label} className={styles.option}>
							{({ isSelected }) => (
								<>
									<span className={styles.check}>{isSelected && <Check aria-hidden size={14} />}</span>
									<span className={styles.words}>
										<Text slot="label">{option.label}</Text>
										{option.hint && (
											<Text slot="description" className={styles.hint}>
												{option.hint}
											</Text>
										)}
									</span>
								</>
							)}
						</ListBoxItem>
					)}
				</ListBox>
			</Popover>
		</AriaSelect>
	);
}
