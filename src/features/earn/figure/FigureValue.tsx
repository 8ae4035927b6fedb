import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Figure, Origin } from "#contract/stats.ts";
import { addDays } from "#domain/stats/periods.ts";
import { Button } from "#ui/button/Button.tsx";
import { formatDate, formatDateTime, formatNumber } from "#ui/format/format.ts";
import { Popover } from "#ui/popover/Popover.tsx";
import { grainName, metricName, zoneName } from "../words.ts";
import styles from "./FigureValue.module.css";
import { formatFigure } from "./format-figure.ts";

function periodWords(t: TFunction, origin: Origin): string {
	if (!origin.start || !origin.end) return t("Lifetime, up to the time below");
	if (origin.grain === "month" && addDays(origin.start, 31) >= origin.end) return formatDate(origin.start, "month");
	return t("{{from}} to {{to}}", {
		from: formatDate(origin.start.slice(0, 10)),
		to: formatDate(addDays(origin.end.slice(0, 10), -1)),
	});
}

function OriginWords({ figure, origin }: { figure: Figure; origin: Origin }) {
	const { t } = useTranslation();
	const source = origin.sourceName || t("Pasted text");
	return (
		<div className={styles.origin}>
			<p>{t(origin.definition)}</p>
			<dl className={styles.facts}>
				<dt>{t("Source")}</dt>
				<dd>
					{figure.row === null ? source : t("{{source}}, row {{row}}", { source, row: formatNumber(figure.row) })}
				</dd>
				<dt>{t("Period")}</dt>
				<dd>{periodWords(t, origin)}</dd>
				<dt>{t("Counted in")}</dt>
				<dd>{zoneName(t, origin.zone)}</dd>
				<dt>{t("As of")}</dt>
				<dd>{formatDateTime(origin.observedAt)}</dd>
				<dt>{t("Kind")}</dt>
				<dd>
					{origin.sumOf === null
						? grainName(t, origin.grain)
						: t("Sum of {{count}} statements", {
								defaultValue_one: "Sum of {{count}} statement",
								defaultValue_other: "Sum of {{count}} statements",
								count: origin.sumOf,
							})}
				</dd>
			</dl>
			{figure.provisional && <p>{t("The source says this may still change.")}</p>}
			{origin.rounding === "whole" && <p>{t("The source states whole units of money only.")}</p>}
			{origin.rounding === "abbreviated" && <p>{t("Read from a shortened number such as 1.2K.")}</p>}
			{origin.definitionSource && <p>{t("Defined in: {{source}}", { source: origin.definitionSource })}</p>}
		</div>
	);
}

interface Props {
	figure: Figure;
	origins: readonly Origin[];
	/** Instead of the figure's own words. */
	text?: string;
}

/** A number that answers "where from?". */
export function FigureValue({ figure, origins, text }: Props) {
	const { t } = useTranslation();
	const origin = origins[figure.origin];
	const words = text ?? (origin ? formatFigure(figure, origin.metric) : formatNumber(figure.value));
	if (!origin) return words;
	return (
		<Popover
			label={t("Where {{metric}} comes from", { metric: metricName(t, origin.metric) })}
			trigger={
				<Button bare className={styles.button} aria-label={t("{{value}}, where from?", { value: words })}>
					{words}
				</Button>
			}
		>
			<OriginWords figure={figure} origin={origin} />
		</Popover>
	);
}
