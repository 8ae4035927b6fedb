import { type ReactNode, useId } from "react";
import styles from "./Panel.module.css";

interface Props {
	title: string;
	/** Choices about what is shown, beside the title. */
	actions?: ReactNode;
	children: ReactNode;
	/** Holds a chart or the like; what is in it has its own name then. */
	figure?: boolean;
}

/** A titled box on a page of figures. */
export function Panel({ title, actions, children, figure = false }: Props) {
	const id = useId();
	const content = (
		<>
			<div className={styles.head}>
				<h2 className={styles.title} id={id}>
					{title}
				</h2>
				{actions}
			</div>
			{children}
		</>
	);
	return figure ? (
		<figure className={styles.panel}>{content}</figure>
	) : (
		<section className={styles.panel} aria-labelledby={id}>
			{content}
		</section>
	);
}
