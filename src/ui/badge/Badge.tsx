import type { ReactNode } from "react";
import { classes } from "#ui/classes/classes.ts";
import styles from "./Badge.module.css";

interface Props {
	/** Words or a number: colour never carries the meaning alone. */
	children: ReactNode;
	tone?: "neutral" | "accent" | "caution" | "danger" | "note";
	className?: string;
}

export function Badge({ children, tone = "neutral", className }: Props) {
	return <span className={classes(styles.badge, styles[tone], className)}>{children}</span>;
}
