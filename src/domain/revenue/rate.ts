/** What reading was worth: money over hours of member reading, or over reads where hours are not known. */

/** An hour of member reading, or a thousand reads. */
export type RateUnit = "memberHour" | "thousandMemberReads" | "thousandReads";

export interface RateMonth {
	month: string;
	/** Minor units a unit. */
	minor: number;
}

export interface EffectiveRate {
	unit: RateUnit;
	currency: string;
	/** Minor units a unit, 80 % range of the rate now. */
	low: number;
	likely: number;
	high: number;
	/** The months it was taken from, oldest first. */
	months: RateMonth[];
}

export interface ReadingMonth {
	month: string;
	earnedMinor: number;
	/** `null` where the data do not say. */
	memberReadingSeconds: number | null;
	memberReads: number | null;
	reads: number | null;
}

const LEAST_MONTHS = 2;
const MOST_MONTHS = 12;
/** Weight of each older month against the one after it: the rate drifts. */
const MEMORY = 0.8;
/** Deviation of ln(rate) from month to month for a writer of whom nothing is known, as this many months. */
const PRIOR_DEVIATION = 0.25;
const PRIOR_MONTHS = 3;
const Z_80 = 1.2816;

const UNITS: readonly (readonly [RateUnit, (month: ReadingMonth) => number | null])[] = [
	["memberHour", (month) => month.memberReadingSeconds && month.memberReadingSeconds / 3600],
	["thousandMemberReads", (month) => month.memberReads && month.memberReads / 1000],
	["thousandReads", (month) => month.reads && month.reads / 1000],
];

/** From complete months, oldest first. The best unit with two months or more is used; `null` when there is none. */
export function effectiveRate(months: readonly ReadingMonth[], currency: string): EffectiveRate | null {
	for (const [unit, amount] of UNITS) {
		const used = months
			.map((month) => ({ month: month.month, rate: month.earnedMinor / (amount(month) || Number.NaN) }))
			.filter(({ rate }) => Number.isFinite(rate) && rate > 0)
			.slice(-MOST_MONTHS);
		if (used.length < LEAST_MONTHS) continue;
		const logs = used.map(({ rate }) => Math.log(rate));
		const weights = logs.map((_, at) => MEMORY ** (logs.length - 1 - at));
		const sum = weights.reduce((total, weight) => total + weight, 0);
		const middle = logs.reduce((total, log, at) => total + log * (weights[at] ?? 0), 0) / sum;
		const squares = logs.reduce((total, log, at) => total + (weights[at] ?? 0) * (log - middle) ** 2, 0);
		const variance = (squares + PRIOR_MONTHS * PRIOR_DEVIATION ** 2) / (sum + PRIOR_MONTHS);
		const half = Z_80 * Math.sqrt(variance * (1 / sum + 1));
		const minor = (log: number) => Math.round(Math.exp(log));
		return {
			unit,
			currency,
			low: minor(middle - half),
			likely: minor(middle),
			high: minor(middle + half),
			months: used.map(({ month, rate }) => ({ month, minor: Math.round(rate) })),
		};
	}
	return null;
}
