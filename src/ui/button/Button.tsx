import type { Ref } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import { classes } from "#ui/classes/classes.ts";
import styles from "./Button.module.css";

export interface ButtonProps extends Omit<AriaButtonProps, "className"> {
	/** One `primary` a view; `danger` only for what cannot be undone. */
	variant?: "primary" | "quiet" | "danger";
	/** Looks like plain text until hover or focus. */
	bare?: boolean;
	className?: string;
	ref?: Ref<HTMLButtonElement>;
}

export function Button({ variant = "quiet", bare = false, className, ...props }: ButtonProps) {
	return <AriaButton {...props} className={classes(styles.button, styles[variant], bare && styles.bare, className)} />;
}
