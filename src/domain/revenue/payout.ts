/** What reaches the bank: earnings are paid a month later, and only once they come to the least payout. */
import { addMonths } from "../stats/periods.ts";
import { type Message, message } from "../words/message.ts";
import { CASH_RULES, type CashMonth, type CashRules, isPaid, waitingMonths } from "./cash.ts";
import { PROGRAM_RULES } from "./rules.ts";

export interface PayoutOutlook {
	/** The month whose earnings it pays. */
	month: string;
	/** `YYYY-MM-DD`: usually started by then. */
	by: string;
	/**
	 * Minor units carried over from earlier months that came to too little, 0 where they are not all known; a debt of
	 * corrections is negative.
	 */
	rolledOver: number;
	/**
	 * What is paid, tax taken off and 0 where it rolls over; where it rolls over for certain, what does, of which nothing
	 * is taken off yet. Equal where the month is known. Minor units, below nothing only where a debt of corrections rolls
	 * over.
	 */
	due: { low: number; likely: number; high: number };
	/** Days without figures in the known months it pays: more may be due. */
	missing: number;
	/** Chance that something is paid, 0 to 1. */
	chance: number;
	/** Share taken off for tax, 0 to 1. */
	withheld: number;
	/** Minor units before tax below which it rolls over. */
	threshold: number;
	/** Something is paid on every course; on none; or it depends. */
	outcome: "paid" | "rolls-over" | "depends";
}

/** Why no payout is told of earnings in a currency whose least payout is not known. */
export const noPayoutMessage = (currency: string): Message =>
	message(
		"These earnings are in {{currency}}. The program's least payout is known in {{known}} only, so when they are paid, and how much rolls over, is not told until you set the least payout in {{currency}} on How it works.",
		{ currency, known: PROGRAM_RULES.payout.currency },
	);

const outcomeOf = (chance: number) => (chance >= 1 ? "paid" : chance > 0 ? "depends" : "rolls-over");

/**
 * The next payout on or after a day. Rollover is worked out from the months known, as if nothing was carried into the
 * first of them. `null` without a month.
 * @param calendar payouts of the months ahead, by the same rules: a month that is not known is told as it is there
 */
export function nextPayout(
	months: readonly { month: string; minor: number; missing?: number }[],
	calendar: readonly CashMonth[],
	{ today, rules = CASH_RULES }: { today: string; rules?: CashRules },
): PayoutOutlook | null {
	const { thresholdMinor, day, withheld } = rules;
	const thisMonth = today.slice(0, 7);
	const pays = addMonths(thisMonth, Number(today.slice(8, 10)) <= day ? -1 : 0);
	const waiting = waitingMonths(
		months.filter(({ month }) => month < pays),
		rules,
	);
	const earlier = waiting.reduce((sum, { minor }) => sum + minor, 0);
	const lacking = (some: readonly { missing?: number }[]) => some.reduce((sum, { missing = 0 }) => sum + missing, 0);
	const shared = {
		month: pays,
		by: `${addMonths(pays, 1)}-${String(day).padStart(2, "0")}`,
		withheld,
		threshold: thresholdMinor,
	};
	const known = months.find(({ month }) => month === pays);
	if (known) {
		const gross = earlier + known.minor;
		const chance = isPaid(gross, rules) ? 1 : 0;
		const due = chance === 1 ? Math.round(gross * (1 - withheld)) : gross;
		return {
			...shared,
			rolledOver: earlier,
			missing: lacking([...waiting, known]),
			due: { low: due, likely: due, high: due },
			chance,
			outcome: outcomeOf(chance),
		};
	}
	const listed = calendar.find(({ month }) => month === pays);
	if (!listed) return null;
	const { chance, paid, carried } = listed;
	const { p10, p50, p90 } = chance > 0 ? paid : carried;
	return {
		...shared,
		rolledOver: listed === calendar[0] ? earlier : 0,
		missing: listed === calendar[0] ? lacking(waiting) : 0,
		due: { low: p10, likely: p50, high: p90 },
		chance,
		outcome: outcomeOf(chance),
	};
}
