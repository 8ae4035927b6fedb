/** What both charts share: tick words and the colours of the tokens. */
import { formatDate, formatMoney } from "#ui/format/format.ts";

export const TICK = { fill: "var(--ink-soft)", fontSize: 11 } as const;

/** "Mar 2026" of `2026-03`. */
export function monthTick(month: string): string {
	return formatDate(`${month}-01`, "month").replace(/^(\p{L}{3})\p{L}+/u, "$1");
}

export const moneyTick = (currency: string) => (minor: number) => formatMoney({ minor, currency }, { whole: true });

/** The month a mouse event of recharts points at; recharts types it as any place of any chart. */
export function placeOf(state: { activeTooltipIndex?: number | string | null | undefined }): number | null {
	const place = Number(state.activeTooltipIndex ?? Number.NaN);
	return Number.isInteger(place) ? place : null;
}
