/** What both charts share: tick words, steps of money, the month pointed at. */
import { addMonths } from "#domain/stats/periods.ts";
import { currencyDigits, formatDate, formatMoney } from "#ui/format/format.ts";
import { roundTicks } from "#ui/format/ticks.ts";

/** Pixels around what is drawn: at the right half of the widest name of a month, which stands under the last point. */
export const CHART_MARGIN = { right: 32, bottom: 0, left: 0 } as const;

/** "Mar 2026" of `2026-03`. */
export function monthTick(month: string): string {
	return formatDate(`${month}-01`, "month").replace(/^(\p{L}{3})\p{L}+/u, "$1");
}

/** Pixels that the name of a month takes below a chart, with room to the next. */
const TICK_ROOM = 72;

/** Months from one name below a chart to the next: so that after a year the same months are named again. */
const TICK_STEPS = [1, 2, 3, 4, 6, 12, 24, 36];

/**
 * The months that are named below a chart: each, or every second, third …, in equal steps from the first.
 * @param months along the chart, one after the other
 * @param width of what is drawn, pixels
 */
export function monthTicks(months: readonly string[], width: number): string[] {
	const most = Math.max(1, Math.floor(width / TICK_ROOM));
	const step = TICK_STEPS.find((every) => months.length <= every * most) ?? months.length;
	return months.filter((_, at) => at % step === 0);
}

/**
 * Months with a place for each that is not known between them, so that the same way along a chart is the same time.
 * @param points in order, by month `YYYY-MM`
 * @param unknown what stands for a month that is not known
 */
export function everyMonth<Point extends { month: string }>(
	points: readonly Point[],
	unknown: (month: string) => Point,
): Point[] {
	return points.flatMap((point, at) => {
		const all = [point];
		const next = points[at + 1]?.month ?? "";
		for (let month = addMonths(point.month, 1); month < next; month = addMonths(month, 1)) all.push(unknown(month));
		return all;
	});
}

/**
 * An axis of money in round steps, from zero or from below the least; its words are exact, with cents only where a step
 * needs them.
 * @param values of what is drawn, minor units
 */
export function moneyAxis(values: readonly number[], currency: string) {
	const unit = 10 ** currencyDigits(currency);
	const ticks = roundTicks(Math.max(unit, ...values), Math.min(0, ...values));
	const whole = ticks.every((minor) => minor % unit === 0);
	return {
		ticks,
		domain: [ticks[0] ?? 0, ticks.at(-1) ?? unit] as [number, number],
		tickFormatter: (minor: number) => formatMoney({ minor, currency }, { whole }),
	};
}

/** The month a mouse event of recharts points at; recharts types it as any place of any chart. */
export function placeOf(state: { activeTooltipIndex?: number | string | null | undefined }): number | null {
	const place = Number(state.activeTooltipIndex ?? Number.NaN);
	return Number.isInteger(place) ? place : null;
}
