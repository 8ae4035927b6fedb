/** What a story's curve is like in two numbers: how soon it halves, and what of it lasts. */
import { boostBetween } from "../attention/boost.ts";
import { MONTH_DAYS } from "../attention/calendar.ts";
import type { CurveParameters } from "../attention/curve.ts";

export interface StoryShape {
	/** How long it takes until a day brings half of what one brings now. */
	halfLife: {
		days: number;
		/** It takes longer, and how much longer the figures do not tell. */
		orMore: boolean;
	};
	/** Share of its attention a year after publication that comes from the floor, 0 to 1. */
	evergreen: number;
}

/**
 * How far a half-life is told: a power law that was seen to fall slowly for six weeks takes years to halve, by its
 * formula, and six weeks do not tell that. Times a story's age, within days.
 */
const TOLD_AHEAD = { ages: 6, least: 3 * MONTH_DAYS, most: 24 * MONTH_DAYS } as const;

/** @param age days since it came out @param boost size of its second burst, and the age at which it begins; `null` without a Boost */
export function shapeOf(
	{ logDecay, logFloor, fade, onset }: CurveParameters,
	age: number,
	boost: { size: number; age: number | null },
): StoryShape {
	const [decay, floor] = [Math.exp(logDecay), Math.exp(logFloor)];
	const at = (days: number) => (1 + days / onset) ** -decay + floor * Math.exp(-fade * days);
	const lifted = (days: number) =>
		at(days) * (boost.age === null ? 1 : boostBetween(boost.size, boost.age, days, days + 1));
	const now = lifted(age);
	const told = Math.min(TOLD_AHEAD.most, Math.max(TOLD_AHEAD.least, TOLD_AHEAD.ages * age));
	let days = 0;
	while (days < told && lifted(age + days) > now / 2) days += Math.max(1, Math.floor(days / 20));
	return {
		halfLife: { days: Math.min(days, told), orMore: days >= told },
		evergreen: (floor * Math.exp(-365 * fade)) / at(365),
	};
}
