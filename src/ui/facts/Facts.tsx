import { Fragment, type ReactNode } from "react";
import styles from "./Facts.module.css";

/** What is known of one thing: a name and a value a line. Without a value there is no line. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
	return (
		<dl className={styles.facts}>
			{facts.map(
				([name, value]) =>
					value !== null && (
						<Fragment key={name}>
							<dt>{name}</dt>
							<dd dir="auto">{value}</dd>
						</Fragment>
					),
			)}
		</dl>
	);
}
