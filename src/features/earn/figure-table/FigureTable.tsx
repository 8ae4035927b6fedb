import type { ReactNode } from "react";
import styles from "./FigureTable.module.css";

interface Props {
	label: string;
	head: readonly string[];
	/** Each begins with the row's name. */
	rows: readonly (readonly ReactNode[])[];
	/** Columns that hold words instead of figures, counted from 0. The first one always does. */
	words?: readonly number[];
}

/** Figures in rows and columns, in a box that scrolls. */
export function FigureTable({ label, head, rows, words }: Props) {
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
		<section className={styles.scroll} aria-label={label} tabIndex={0}>
			<table className={styles.table}>
				<thead>
					<tr>
						{head.map((name, column) => (
							<th key={name} scope="col" data-words={words?.includes(column) || undefined}>
								{name}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map(([first, ...rest], row) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: rows have an order and no other name
						<tr key={row}>
							<th scope="row">{first}</th>
							{rest.map((cell, column) => (
								<td key={head[column + 1]} data-words={words?.includes(column + 1) || undefined}>
									{cell}
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}
