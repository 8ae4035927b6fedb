import type { ReactNode } from "react";
import { classes } from "#ui/classes/classes.ts";
import styles from "./EmptyState.module.css";

interface Props {
	/** One sentence. */
	children: ReactNode;
	/** One button. */
	action?: ReactNode;
	className?: string;
}

/** Nothing here yet: one sentence, one action, no illustration. */
export function EmptyState({ children, action, className }: Props) {
	return (
		<div className={classes(styles.empty, className)}>
			<p>{children}</p>
			{action}
		</div>
	);
}
