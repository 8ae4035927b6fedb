/** A story's days as the engine takes them: columns of numbers, which cross to a worker without being rebuilt. */
import type { EngagementCounts } from "../price/weights.ts";

/** One day of one story. */
export interface StoryDay {
	/** Days since 1970-01-01. */
	day: number;
	/** In one unit for all stories; a correction is negative. */
	attention: number;
	engagement: EngagementCounts;
	/** Readers behind the attention; `null` when not known. */
	readers: number | null;
	/** Minor units; `null` when not known by day. */
	earned: number | null;
	/** Whether `attention` leaves out what was read for the money, because that is not known; absent where it does not. */
	untimed?: boolean;
}

export interface StoryRecord {
	id: string;
	/** Day of publication; `null` when unknown. */
	published: number | null;
	/** Day from which on it was boosted; `null` without a Boost. */
	boosted: number | null;
	/** Ascending, each day once. The other columns have a number for each. */
	days: Int32Array;
	attention: Float64Array;
	claps: Float32Array;
	highlights: Float32Array;
	responses: Float32Array;
	follows: Float32Array;
	/** `NaN` where not known. */
	readers: Float32Array;
	earned: Float64Array;
	/** 1 where the hours that were paid are not known: such money does not tell what an hour is worth. */
	untimed: Uint8Array;
}

export interface StoryRecordInput {
	id: string;
	published: number | null;
	boosted: number | null;
	/** In any order; a day that comes twice is added up, figures that are no numbers are left out. */
	days: readonly StoryDay[];
}

const usable = (value: number) => (Number.isFinite(value) ? value : 0);
const sum = (a: number, b: number) => (Number.isNaN(a) ? b : Number.isNaN(b) ? a : a + b);
const orUnknown = (value: number | null) => (value !== null && Number.isFinite(value) ? value : Number.NaN);

const wholeDay = (day: number | null) => (day !== null && Number.isFinite(day) ? Math.floor(day) : null);

export function storyRecord({ id, published, boosted, days: rows }: StoryRecordInput): StoryRecord {
	const sorted = rows.filter(({ day }) => Number.isSafeInteger(day)).sort((a, b) => a.day - b.day);
	const days: number[] = [];
	for (const { day } of sorted) if (day !== days.at(-1)) days.push(day);
	const { length } = days;
	const unknown = () => new Float32Array(length).fill(Number.NaN);
	const record: StoryRecord = {
		id,
		published: wholeDay(published),
		boosted: wholeDay(boosted),
		days: Int32Array.from(days),
		attention: new Float64Array(length),
		claps: new Float32Array(length),
		highlights: new Float32Array(length),
		responses: new Float32Array(length),
		follows: new Float32Array(length),
		readers: unknown(),
		earned: new Float64Array(length).fill(Number.NaN),
		untimed: new Uint8Array(length),
	};
	let at = -1;
	for (const row of sorted) {
		if (at < 0 || row.day !== days[at]) at += 1;
		record.attention[at] = (record.attention[at] ?? 0) + usable(row.attention);
		for (const kind of ["claps", "highlights", "responses", "follows"] as const)
			record[kind][at] = (record[kind][at] ?? 0) + usable(row.engagement[kind]);
		record.readers[at] = sum(record.readers[at] ?? Number.NaN, orUnknown(row.readers));
		record.earned[at] = sum(record.earned[at] ?? Number.NaN, orUnknown(row.earned));
		if (row.untimed) record.untimed[at] = 1;
	}
	return record;
}

export const NO_ENGAGEMENT: EngagementCounts = { claps: 0, highlights: 0, responses: 0, follows: 0 };
