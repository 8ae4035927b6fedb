/** Reading time against what was observed on Medium. */

/** Claps of stories of a whole reading time in minutes against their group's mean, per cent. Source: MEDIUM_READING_TIME. */
export const CLAPS_BY_MINUTES: readonly (readonly [minutes: number, percent: number])[] = [
	[1, -84],
	[2, -68],
	[3, -46],
	[4, -13],
	[5, 14],
	[6, 24],
	[7, 28],
	[8, 43],
	[10, 55],
	[12, 62],
];

/** Minutes from which stories were above their group. No drop was seen beyond. */
export const ENOUGH_MINUTES = 5;

/** The observed figure for a reading time, the nearest minute that was reported. */
export function clapsAt(minutes: number): number {
	let best = CLAPS_BY_MINUTES[0] ?? ([1, 0] as const);
	for (const entry of CLAPS_BY_MINUTES) if (Math.abs(entry[0] - minutes) <= Math.abs(best[0] - minutes)) best = entry;
	return best[1];
}
