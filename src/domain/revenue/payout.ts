/** What reaches the bank: earnings are paid a month later, and only once they come to the least payout. */
import { addMonths } from "../stats/periods.ts";
import type { Bands } from "./bands.ts";
import { CASH_RULES, type CashRules, carriedInto } from "./cash.ts";
import { PROGRAM_RULES } from "./rules.ts";

export interface PayoutOutlook {
	/** The month whose earnings it pays. */
	month: string;
	/** `YYYY-MM-DD`: usually started by then. */
	by: string;
	/** Minor units carried over from earlier months that came to too little; a debt of corrections is negative. */
	rolledOver: number;
	/**
	 * What is due: the month and what rolled over into it, equal where the month is known. Minor units, tax taken off;
	 * of what rolls over nothing is taken off yet. Below nothing throughout where all of it is a debt of corrections.
	 */
	due: { low: number; likely: number; high: number };
	/** Share taken off for tax, 0 to 1. */
	withheld: number;
	/** Minor units before tax below which it rolls over. */
	threshold: number;
	/** Even the low end is paid; even the high end rolls over; or it depends. */
	outcome: "paid" | "rolls-over" | "depends";
}

/**
 * The next payout on or after a day. Rollover is worked out from the months known, as if nothing was carried into the
 * first of them. `null` without a month, or in a currency whose threshold is not known.
 */
export function nextPayout(
	months: readonly { month: string; minor: number }[],
	projected: readonly { month: string; total: Bands }[],
	{ currency, today, rules = CASH_RULES }: { currency: string; today: string; rules?: CashRules },
): PayoutOutlook | null {
	if (currency !== PROGRAM_RULES.payout.currency) return null;
	const { thresholdMinor, day, withheld } = rules;
	const thisMonth = today.slice(0, 7);
	const pays = addMonths(thisMonth, Number(today.slice(8, 10)) <= day ? -1 : 0);
	const earlier = months.filter(({ month }) => month < pays).map(({ minor }) => minor);
	const rolledOver = carriedInto(earlier, rules);
	const known = months.find(({ month }) => month === pays);
	const bands = projected.find(({ month }) => month === pays)?.total;
	if (!known && !bands) return null;
	const settled = (minor: number | undefined) => rolledOver + (known?.minor ?? minor ?? 0);
	const least = settled(bands?.p90) < 0 ? Number.NEGATIVE_INFINITY : 0;
	const gross = (minor: number | undefined) => Math.max(least, settled(minor));
	const [low, likely, high] = [gross(bands?.p10), gross(bands?.p50), gross(bands?.p90)];
	const isPaid = (due: number) => due >= thresholdMinor && due > 0;
	const outcome = isPaid(low) ? "paid" : isPaid(high) ? "depends" : "rolls-over";
	const net = (due: number) => (outcome === "rolls-over" ? due : Math.round(due * (1 - withheld)));
	return {
		month: pays,
		by: `${addMonths(pays, 1)}-${String(day).padStart(2, "0")}`,
		rolledOver,
		due: { low: net(low), likely: net(likely), high: net(high) },
		withheld,
		threshold: thresholdMinor,
		outcome,
	};
}
