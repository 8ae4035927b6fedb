import type { ReactNode } from "react";
import { classes } from "#ui/classes/classes.ts";
import styles from "./EmptyState.module.css";

interface Props {
	/** One sentence. */
	children: ReactNode;
	/** One button. */
	action?: ReactNode;
	className?: string | undefined;
	/** `alert` when it is bad news. */
	role?: "alert";
}

/** Nothing here yet: one sentence, one action, no illustration. */
export function EmptyState({ children, action, className, role }: Props) {
	return (
		<div className={classes(styles.empty, className)} role={role}>
			<p>{children}</p>
			{action}
		</div>
	);
}
