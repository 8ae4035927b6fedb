import type { ReactNode } from "react";
import styles from "./SettingRow.module.css";

interface Props {
	title: string;
	hint?: ReactNode;
	children?: ReactNode;
}

/** One setting: its name and what it does at the start, its control at the end. */
export function SettingRow({ title, hint, children }: Props) {
	return (
		<div className={styles.row}>
			<div className={styles.words}>
				<h2 className={styles.title}>{title}</h2>
				{hint && <p className={styles.hint}>{hint}</p>}
			</div>
			{children && <div className={styles.control}>{children}</div>}
		</div>
	);
}
