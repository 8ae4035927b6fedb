import type { Figure } from "#contract/stats.ts";
import type { Metric } from "#domain/stats/observation.ts";
import { formatDuration, formatMoney, formatNumber } from "#ui/format/format.ts";

/** A figure in the words of its metric: money, reading time, or a count. */
export function formatFigure(figure: Pick<Figure, "value" | "currency">, metric: Metric): string {
	if (figure.currency !== null) return formatMoney({ minor: figure.value, currency: figure.currency });
	return metric === "memberReadingSeconds" ? formatDuration(figure.value) : formatNumber(figure.value);
}
