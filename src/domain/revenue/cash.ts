/** When money reaches the bank: coming months' earnings drawn path by path through threshold, rollover and withholding. */
import { addMonths } from "../stats/periods.ts";
import { type Bands, bandsOf } from "./bands.ts";
import { PROGRAM_RULES } from "./rules.ts";

export interface CashRules {
	/** Minor units below which a payout rolls over. */
	thresholdMinor: number;
	/** Day of the following month by which payouts usually start. */
	day: number;
	/** Share withheld for tax, 0 to 1. */
	withheld: number;
}

export const CASH_RULES: CashRules = {
	thresholdMinor: PROGRAM_RULES.payout.thresholdMinor,
	day: PROGRAM_RULES.payout.day,
	withheld: 0,
};

/** What the writer takes for granted of payouts; see the settings of the same names. */
export interface PayoutAssumptions {
	leastPayout: number;
	/** By currency other than the program's. */
	otherLeastPayouts: Readonly<Record<string, number>>;
	payoutDay: number;
	/** 0 to 1. */
	taxWithheld: number;
}

/** The rules for earnings in a currency; `null` where nothing says what its least payout is. */
export function cashRulesFor(currency: string, given: PayoutAssumptions): CashRules | null {
	const { leastPayout, otherLeastPayouts, payoutDay, taxWithheld } = given;
	const least = currency === PROGRAM_RULES.payout.currency ? leastPayout : otherLeastPayouts[currency];
	return least === undefined ? null : { thresholdMinor: least, day: payoutDay, withheld: taxWithheld };
}

export interface CashMonth {
	/** The month whose earnings it pays. */
	month: string;
	/** `YYYY-MM-DD`: usually started by then. */
	by: string;
	/** Chance that something is paid, 0 to 1. */
	chance: number;
	/** What is paid, withholding taken off, over all paths; 0 where it rolls over. Minor units. */
	paid: Bands;
	/** What is carried over to the next month; a debt of corrections is negative. Minor units. */
	carried: Bands;
}

/** Whether what is due, in minor units before tax, is paid out; else it rolls over. */
export const isPaid = (due: number, { thresholdMinor }: Pick<CashRules, "thresholdMinor">) =>
	due >= thresholdMinor && due > 0;

/** Bands of what is paid: between nothing and the least that can be paid there is nothing, also where a band falls between two draws. */
function paidBands(paid: Float64Array, { thresholdMinor, withheld }: CashRules): Bands {
	const least = Math.round(thresholdMinor * (1 - withheld));
	const bands = bandsOf(paid);
	for (const edge of Object.keys(bands) as (keyof Bands)[]) if (bands[edge] < least) bands[edge] = 0;
	return bands;
}

/**
 * Minor units carried into the month after the known ones, as if nothing was carried into the first of them. A month
 * that was corrected below nothing leaves a debt, which the next ones pay off.
 */
export function carriedInto(months: readonly number[], rules: Pick<CashRules, "thresholdMinor"> = CASH_RULES) {
	return waitingMonths(
		months.map((minor) => ({ minor })),
		rules,
	).reduce((sum, { minor }) => sum + minor, 0);
}

/** The newest of the known months that have not been paid out yet, as if nothing was carried into the first. */
export function waitingMonths<Month extends { minor: number }>(
	months: readonly Month[],
	rules: Pick<CashRules, "thresholdMinor">,
): Month[] {
	let waiting: Month[] = [];
	let carried = 0;
	for (const month of months) {
		carried += month.minor;
		waiting.push(month);
		if (!isPaid(carried, rules)) continue;
		carried = 0;
		waiting = [];
	}
	return waiting;
}

/**
 * One payout for each month ahead.
 * @param draws whole months, by month and path, minor units; corrections can take one below nothing
 * @param carried minor units carried into the first; a debt is negative
 */
export function cashCalendar(
	ahead: readonly { month: string }[],
	draws: readonly Float64Array[],
	options: { carried: number; rules?: CashRules },
): CashMonth[] {
	const { carried, rules = CASH_RULES } = options;
	const { day, withheld } = rules;
	const waiting = new Float64Array(draws[0]?.length ?? 0).fill(carried);
	return ahead.flatMap(({ month }, step): CashMonth[] => {
		const own = draws[step];
		if (!own) return [];
		let paths = 0;
		const paid = waiting.map((before, path) => {
			const due = before + (own[path] ?? 0);
			const pays = isPaid(due, rules);
			waiting[path] = pays ? 0 : due;
			if (pays) paths += 1;
			return pays ? due * (1 - withheld) : 0;
		});
		return [
			{
				month,
				by: `${addMonths(month, 1)}-${String(day).padStart(2, "0")}`,
				chance: paths / Math.max(1, own.length),
				paid: paidBands(paid, rules),
				carried: bandsOf(waiting),
			},
		];
	});
}
