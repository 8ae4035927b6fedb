import { type ReactNode, useId } from "react";
import styles from "./Panel.module.css";

interface Props {
	title: string;
	/** Choices about what is shown, beside the title. */
	actions?: ReactNode;
	children: ReactNode;
}

/** A titled box on a page of figures. */
export function Panel({ title, actions, children }: Props) {
	const id = useId();
	return (
		<section className={styles.panel} aria-labelledby={id}>
			<div className={styles.head}>
				<h2 className={styles.title} id={id}>
					{title}
				</h2>
				{actions}
			</div>
			{children}
		</section>
	);
}
