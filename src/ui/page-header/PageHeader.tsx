import type { ReactNode } from "react";
import { classes } from "#ui/classes/classes.ts";
import styles from "./PageHeader.module.css";

interface Props {
	title: string;
	/** One sentence under it. */
	description?: ReactNode;
	/** Buttons at the end; at most one primary. */
	actions?: ReactNode;
	className?: string;
}

/** The top of a room's page; its heading is the page's `h1` and takes focus when the writer arrives. */
export function PageHeader({ title, description, actions, className }: Props) {
	return (
		<header className={classes(styles.header, className)}>
			<div className={styles.words}>
				<h1 className={styles.title} tabIndex={-1} data-page-heading>
					{title}
				</h1>
				{description && <p className={styles.description}>{description}</p>}
			</div>
			{actions && <div className={styles.actions}>{actions}</div>}
		</header>
	);
}
