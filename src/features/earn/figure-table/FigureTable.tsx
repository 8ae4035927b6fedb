import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button/Button.tsx";
import { formatNumber } from "#ui/format/format.ts";
import { SideScroll } from "#ui/side-scroll/SideScroll.tsx";
import styles from "./FigureTable.module.css";

interface Props {
	label: string;
	head: readonly string[];
	/** Each begins with the row's name. */
	rows: readonly (readonly ReactNode[])[];
	/** Columns that hold words instead of figures, counted from 0. The first one always does. */
	words?: readonly number[];
	/** Rows shown until the others are asked for. */
	most?: number;
}

/** Figures in rows and columns, in a box that scrolls. */
export function FigureTable({ label, head, rows, words, most = rows.length }: Props) {
	const { t } = useTranslation();
	const [all, setAll] = useState(false);
	const id = useId();
	const hidden = rows.length - most;
	const number = formatNumber(all ? most : rows.length);
	// A page may have several tables, and buttons of one name.
	const [change, name] = all
		? [
				t("Show only the first {{number}}", { number }),
				t("Show only the first {{number}}: {{label}}", { number, label }),
			]
		: [t("Show all {{number}}", { number }), t("Show all {{number}}: {{label}}", { number, label })];
	return (
		<>
			<SideScroll id={id} className={styles.scroll} label={label}>
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
						{(all ? rows : rows.slice(0, most)).map(([first, ...rest], row) => (
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
			</SideScroll>
			{hidden > 0 && (
				<p className={styles.more}>
					{!all &&
						t("{{shown}} of {{total}} are shown.", {
							shown: formatNumber(most),
							total: formatNumber(rows.length),
						})}{" "}
					<Button aria-label={name} aria-controls={id} onPress={() => setAll(!all)}>
						{change}
					</Button>
				</p>
			)}
		</>
	);
}
