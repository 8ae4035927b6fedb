/** What reaches the bank: earnings are paid a month later, and only once they come to the least payout. */
import { addMonths } from "../stats/periods.ts";
import type { Bands } from "./bands.ts";
import { PROGRAM_RULES } from "./rules.ts";

export interface PayoutOutlook {
	/** The month whose earnings it pays. */
	month: string;
	/** `YYYY-MM-DD`: usually started by then. */
	by: string;
	/** Minor units carried over from earlier months that came to too little. */
	rolledOver: number;
	/** The month's own part; equal ends when it is known. Minor units. */
	low: number;
	likely: number;
	high: number;
	/** Minor units below which it rolls over. */
	threshold: number;
	/** Even the low end is paid; even the high end rolls over; or it depends. */
	outcome: "paid" | "rolls-over" | "depends";
}

/**
 * The next payout on or after a day, gross. Rollover is worked out from the months known, as if nothing was carried
 * into the first of them. `null` without a month, or in a currency whose threshold is not known.
 */
export function nextPayout(
	months: readonly { month: string; minor: number }[],
	projected: readonly { month: string; total: Bands }[],
	currency: string,
	today: string,
): PayoutOutlook | null {
	if (currency !== PROGRAM_RULES.payout.currency) return null;
	const { thresholdMinor, day } = PROGRAM_RULES.payout;
	const thisMonth = today.slice(0, 7);
	const pays = addMonths(thisMonth, Number(today.slice(8, 10)) <= day ? -1 : 0);
	let rolledOver = 0;
	for (const { month, minor } of months) {
		if (month >= pays) break;
		rolledOver += minor;
		if (rolledOver >= thresholdMinor) rolledOver = 0;
	}
	const known = months.find(({ month }) => month === pays);
	const bands = projected.find(({ month }) => month === pays)?.total;
	if (!known && !bands) return null;
	const low = known?.minor ?? bands?.p10 ?? 0;
	const high = known?.minor ?? bands?.p90 ?? 0;
	return {
		month: pays,
		by: `${addMonths(pays, 1)}-${String(day).padStart(2, "0")}`,
		rolledOver,
		low,
		likely: known?.minor ?? bands?.p50 ?? 0,
		high,
		threshold: thresholdMinor,
		outcome:
			rolledOver + low >= thresholdMinor ? "paid" : rolledOver + high < thresholdMinor ? "rolls-over" : "depends",
	};
}
