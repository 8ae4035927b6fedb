import { Info } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./Notice.module.css";

/** Something to know before reading the numbers. */
export function Notice({ children }: { children: ReactNode }) {
	return (
		<p className={styles.notice}>
			<Info aria-hidden size={16} />
			<span>{children}</span>
		</p>
	);
}
