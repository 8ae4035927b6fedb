import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "#ui/classes/classes.ts";
import styles from "./Notice.module.css";

const ICONS = { note: Info, caution: TriangleAlert, danger: CircleAlert };

interface Props {
	/** What it is about; colour and icon follow. */
	tone?: keyof typeof ICONS;
	/** A sentence or a few. */
	children: ReactNode;
	/** Buttons; they keep together. */
	actions?: ReactNode;
	/** `alert` is said aloud at once, `status` when there is time. */
	role?: "alert" | "status";
	/** Makes it a region of the page with this name. */
	label?: string;
	className?: string | undefined;
}

/** Something to know, where it matters, and what can be done about it. */
export function Notice({ tone = "note", children, actions, role, label, className }: Props) {
	const Icon = ICONS[tone];
	const look = classes(styles.notice, styles[tone], className);
	const content = (
		<>
			<div className={styles.words}>
				<Icon aria-hidden size={16} />
				<div>{children}</div>
			</div>
			{actions && <div className={styles.actions}>{actions}</div>}
		</>
	);
	if (label !== undefined)
		return (
			<section className={look} aria-label={label}>
				{content}
			</section>
		);
	return (
		<div className={look} role={role}>
			{content}
		</div>
	);
}
