import type { Ref } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { TextArea } from "react-aria-components/TextArea";
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from "react-aria-components/TextField";
import { classes } from "#ui/classes/classes.ts";
import styles from "./TextField.module.css";

interface Props extends Omit<AriaTextFieldProps, "className" | "children"> {
	label: string;
	/** Keeps the label for screen readers only. */
	hideLabel?: boolean;
	/** One sentence under the field. Empty where one may come later: the field is told only at its start that it has one. */
	hint?: string;
	error?: string | undefined;
	placeholder?: string;
	/** More than one makes it a text area. */
	rows?: number;
	className?: string;
	inputRef?: Ref<HTMLInputElement>;
}

export function TextField({
	label,
	hideLabel = false,
	hint,
	error,
	placeholder,
	rows = 1,
	className,
	inputRef,
	...props
}: Props) {
	return (
		<AriaTextField {...props} className={classes(styles.field, className)} isInvalid={error !== undefined}>
			<Label className={hideLabel ? styles.hidden : styles.label}>{label}</Label>
			{rows > 1 ? (
				<TextArea className={styles.input} placeholder={placeholder} rows={rows} />
			) : (
				<Input ref={inputRef} className={styles.input} placeholder={placeholder} />
			)}
			{hint !== undefined && (
				<Text slot="description" className={styles.hint}>
					{hint}
				</Text>
			)}
			<FieldError className={styles.error}>{error}</FieldError>
		</AriaTextField>
	);
}
