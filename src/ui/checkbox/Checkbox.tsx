import { Check, Minus } from "lucide-react";
import type { ReactNode } from "react";
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from "react-aria-components/Checkbox";
import { classes } from "#ui/classes/classes.ts";
import styles from "./Checkbox.module.css";

interface Props extends Omit<AriaCheckboxProps, "className" | "children"> {
	/** The words beside the box; give `aria-label` when there are none. */
	children?: ReactNode;
	className?: string;
}

export function Checkbox({ children, className, ...props }: Props) {
	return (
		<AriaCheckbox {...props} className={classes(styles.checkbox, className)}>
			{({ isSelected, isIndeterminate }) => (
				<>
					<span className={styles.box} aria-hidden>
						{isIndeterminate ? <Minus size={12} /> : isSelected ? <Check size={12} /> : null}
					</span>
					{children}
				</>
			)}
		</AriaCheckbox>
	);
}
