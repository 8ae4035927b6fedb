import type { ReactNode } from "react";
import styles from "./Card.module.css";

/** Cards side by side, as many as fit. */
export function Cards({ children }: { children: ReactNode }) {
	return (
		<div className={styles.room}>
			<div className={styles.cards}>{children}</div>
		</div>
	);
}

interface Props {
	label: string;
	/** The one figure, or what stands for it. */
	value: ReactNode;
	/** What it means, smaller. */
	children?: ReactNode;
}

/** A figure with its name and a word about it. */
export function Card({ label, value, children }: Props) {
	return (
		<section className={styles.card}>
			<h2 className={styles.label}>{label}</h2>
			<p className={styles.value}>{value}</p>
			{children}
		</section>
	);
}
