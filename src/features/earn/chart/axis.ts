/** What both charts share: tick words, steps of money, the month pointed at. */
import { currencyDigits, formatDate, formatMoney } from "#ui/format/format.ts";
import { roundTicks } from "#ui/format/ticks.ts";

/** Pixels around what is drawn: at the right half of the widest name of a month, which stands under the last point. */
export const CHART_MARGIN = { right: 32, bottom: 0, left: 0 } as const;

/** "Mar 2026" of `2026-03`. */
export function monthTick(month: string): string {
	return formatDate(`${month}-01`, "month").replace(/^(\p{L}{3})\p{L}+/u, "$1");
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
