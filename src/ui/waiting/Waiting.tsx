import { classes } from "#ui/classes/classes.ts";
import styles from "./Waiting.module.css";

/** Says what is on its way, once it takes long enough to be noticed. */
export function Waiting({ children, className }: { children: string; className?: string }) {
	return (
		<p className={classes(styles.waiting, className)} role="status">
			{children}
		</p>
	);
}
