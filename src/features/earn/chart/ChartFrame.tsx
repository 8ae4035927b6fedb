import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Segmented } from "#ui/segmented/Segmented.tsx";
import { FigureTable } from "../figure-table/FigureTable.tsx";
import { Panel } from "../panel/Panel.tsx";
import styles from "./ChartFrame.module.css";

interface Props {
	title: string;
	/** What the chart shows, in a sentence made from its data. */
	sentence: string;
	/** Time zone, currency, what was left out. */
	note?: string;
	/** One line for every place along the chart, oldest first. */
	readouts: readonly string[];
	/** The place pointed at, kept by the page so that the chart can mark it. */
	active: number;
	onActive: (place: number) => void;
	/** The chart; it fills its box. */
	children: ReactNode;
	/** What the marks mean, under the chart. */
	legend?: ReactNode;
	/** The same data as a `table`. Columns hold figures, except the first and those of `words`, counted from 0. */
	table: { head: string[]; rows: ReactNode[][]; words?: readonly number[] };
}

/**
 * A chart with what every chart needs: a title, a sentence, its data as a table, and a line that says what is pointed
 * at. Arrows, Home and End move through it like through a slider; nothing appears only under the pointer.
 */
export function ChartFrame({ title, sentence, note, readouts, active, onActive, children, legend, table }: Props) {
	const { t } = useTranslation();
	const [view, setView] = useState<"chart" | "table">("chart");
	const sentenceId = useId();
	const last = readouts.length - 1;

	function move(event: KeyboardEvent): void {
		const steps: Record<string, number> = {
			ArrowLeft: active - 1,
			ArrowDown: active - 1,
			ArrowRight: active + 1,
			ArrowUp: active + 1,
			Home: 0,
			End: last,
		};
		const place = steps[event.key];
		if (place === undefined) return;
		event.preventDefault();
		onActive(Math.min(last, Math.max(0, place)));
	}

	return (
		<Panel
			figure
			title={title}
			actions={
				<Segmented
					label={t("Show {{title}} as", { title })}
					options={[
						{ value: "chart", label: t("Chart") },
						{ value: "table", label: t("Table") },
					]}
					value={view}
					onChange={setView}
				/>
			}
		>
			{view === "chart" ? (
				<>
					<p className={styles.readout}>{readouts[active]}</p>
					<div
						className={styles.plot}
						role="slider"
						tabIndex={0}
						aria-label={title}
						aria-describedby={sentenceId}
						aria-valuemin={0}
						aria-valuemax={last}
						aria-valuenow={active}
						aria-valuetext={readouts[active] ?? ""}
						onKeyDown={move}
					>
						{children}
					</div>
					{legend}
				</>
			) : (
				<FigureTable label={title} {...table} />
			)}
			<p id={sentenceId}>{sentence}</p>
			{note && <p className={styles.note}>{note}</p>}
		</Panel>
	);
}
