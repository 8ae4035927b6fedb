/**
 * One unit of attention for all stories: hours of member reading. Where hours are missing they are worked out from
 * member reads, else from reads, else from views, by shares that are learned from stories that have both and drawn
 * towards a belief while those are few.
 */

/** What a source says of one day of one story; `null` where it says nothing. */
export interface RawDay {
	/** Days since 1970-01-01. */
	day: number;
	memberReadingSeconds: number | null;
	memberReads: number | null;
	reads: number | null;
	views: number | null;
}

export interface RawStory {
	id: string;
	/** How long it takes to read, as it was estimated for readers; `null` when unknown. */
	readingMinutes: number | null;
	days: readonly RawDay[];
}

/** What an attention was worked out from. */
export type AttentionBasis = "hours" | "memberReads" | "reads" | "views";

/** A share that is learned, with what it is believed to be before anything is seen. */
interface Share {
	value: number;
	/** Reads or views behind it. */
	seen: number;
}

export interface AttentionScale {
	/** Part of a story's length that a member reads. */
	ofLength: Share;
	/** Member reads of all reads. */
	memberReads: Share;
	/** Reads of all views. */
	reads: Share;
	/** A story's own hours a member read, where it has some; by id. */
	own: ReadonlyMap<string, Share>;
}

/** Beliefs, and as how many reads or views each counts. */
export const ATTENTION_BELIEFS = {
	ofLength: { value: 0.6, weight: 100 },
	memberReads: { value: 0.5, weight: 100 },
	reads: { value: 0.4, weight: 200 },
	/** Minutes of a story whose length nobody told. */
	readingMinutes: 4,
	/** Member reads that a story's likeness to the others counts as. */
	ownWeight: 30,
} as const;

const usable = (value: number | null): value is number => value !== null && Number.isFinite(value);
const lengthOf = ({ readingMinutes }: RawStory) =>
	usable(readingMinutes) && readingMinutes > 0 ? readingMinutes : ATTENTION_BELIEFS.readingMinutes;

function shareOf(part: number, whole: number, { value, weight }: { value: number; weight: number }, scale = 1): Share {
	return {
		value: Math.max(0, part + value * weight * scale) / (Math.max(0, whole) + weight * scale),
		seen: Math.max(0, whole),
	};
}

/** Learns all shares from days that have both figures; goes through the stories once. */
export function attentionScale(stories: Iterable<RawStory>): AttentionScale {
	let [read, readable, timed, members, reads, seen, views] = [0, 0, 0, 0, 0, 0, 0];
	const sums = new Map<string, { hours: number; reads: number; length: number }>();
	for (const story of stories) {
		const length = lengthOf(story) / 60;
		const own = { hours: 0, reads: 0, length };
		for (const day of story.days) {
			if (usable(day.memberReadingSeconds) && usable(day.memberReads)) {
				own.hours += day.memberReadingSeconds / 3600;
				own.reads += day.memberReads;
			}
			if (usable(day.memberReads) && usable(day.reads)) {
				members += day.memberReads;
				reads += day.reads;
			}
			if (usable(day.reads) && usable(day.views)) {
				seen += day.reads;
				views += day.views;
			}
		}
		read += own.hours;
		readable += own.reads * length;
		timed += own.reads;
		if (own.reads > 0) sums.set(story.id, own);
	}
	const meanLength = timed > 0 ? readable / timed : ATTENTION_BELIEFS.readingMinutes / 60;
	const ofLength = { ...shareOf(read, readable, ATTENTION_BELIEFS.ofLength, meanLength), seen: timed };
	const own = new Map(
		[...sums].map(([id, one]): [string, Share] => [
			id,
			shareOf(one.hours, one.reads, { value: ofLength.value * one.length, weight: ATTENTION_BELIEFS.ownWeight }),
		]),
	);
	return {
		ofLength,
		memberReads: shareOf(members, reads, ATTENTION_BELIEFS.memberReads),
		reads: shareOf(seen, views, ATTENTION_BELIEFS.reads),
		own,
	};
}

/** Hours of one member read of a story. */
export function hoursPerRead(story: RawStory, scale: AttentionScale): number {
	return scale.own.get(story.id)?.value ?? (scale.ofLength.value * lengthOf(story)) / 60;
}

export interface AttentionDay {
	day: number;
	hours: number;
	basis: AttentionBasis;
}

/** Days that have any figure, each by the best one it has. */
export function attentionDays(story: RawStory, scale: AttentionScale): AttentionDay[] {
	const aRead = hoursPerRead(story, scale);
	const aPlainRead = aRead * scale.memberReads.value;
	return story.days.flatMap(({ day, memberReadingSeconds, memberReads, reads, views }): AttentionDay[] => {
		if (usable(memberReadingSeconds)) return [{ day, hours: memberReadingSeconds / 3600, basis: "hours" }];
		if (usable(memberReads)) return [{ day, hours: memberReads * aRead, basis: "memberReads" }];
		if (usable(reads)) return [{ day, hours: reads * aPlainRead, basis: "reads" }];
		if (usable(views)) return [{ day, hours: views * scale.reads.value * aPlainRead, basis: "views" }];
		return [];
	});
}
