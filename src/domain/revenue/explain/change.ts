/**
 * Why one month earned other than the one before: the change split into causes that add up to the cent.
 *
 * A month's earnings from stories are rate × engagement mix × days × hours a day; the log-mean Divisia split (Ang, 2004)
 * gives each factor its exact part of a change. Hours a day are split further into stories that were out already and
 * stories of the month itself.
 */

export interface MonthFacts {
	/** `YYYY-MM`. */
	month: string;
	days: number;
	/** Everything earned, minor units. */
	earned: number;
	/** Of it by stories whose attention is known. */
	fromStories: number;
	/** Attention of stories published before the month, and of those published in it. */
	attentionOut: number;
	attentionNew: number;
	/** All attention with engagement weighed in. */
	weighted: number;
}

export const CAUSES = [
	"rate",
	"backCatalogue",
	"newStories",
	"storyPay",
	"engagementMix",
	"calendarDays",
	"rest",
] as const;
export type Cause = (typeof CAUSES)[number];

export interface Change {
	from: string;
	to: string;
	/** Whether the causes can be told apart. Where not, all of it is in `rest` and the other parts, being 0, say nothing. */
	split: boolean;
	/** Minor units; the parts add up to it exactly. */
	total: number;
	parts: Record<Cause, number>;
}

/** Causes that are told together where it is not known when stories came out. */
export type ToldCause = Cause | "newAndOut";

/**
 * Causes that a change is told by, each with its part: of engagement nothing is said where none of it stands out.
 * @param undated stories of which it is not known whether they are new: new ones are not told apart then
 */
export function toldCauses(
	{ split, parts }: Pick<Change, "split" | "parts">,
	undated: number,
): { cause: ToldCause; minor: number }[] {
	return CAUSES.flatMap((cause): { cause: ToldCause; minor: number }[] => {
		if (cause === "engagementMix" && split && parts.engagementMix === 0) return [];
		if (undated === 0 || !split) return [{ cause, minor: parts[cause] }];
		if (cause === "newStories") return [];
		const together = parts.backCatalogue + parts.newStories;
		return [cause === "backCatalogue" ? { cause: "newAndOut", minor: together } : { cause, minor: parts[cause] }];
	});
}

/** Logarithmic mean of two numbers above zero. */
export function logMean(a: number, b: number): number {
	const ratio = Math.log(a / b);
	return Math.abs(ratio) < 1e-9 ? (a + b) / 2 : (a - b) / ratio;
}

/** Whole numbers with the same sum: the largest remainders are rounded up. */
export function roundToSum<Key extends string>(
	parts: Readonly<Record<Key, number>>,
	total: number,
): Record<Key, number> {
	const entries = (Object.entries(parts) as [Key, number][]).map(([key, value]) => ({
		key,
		whole: Math.floor(value),
		rest: value - Math.floor(value),
	}));
	let missing = total - entries.reduce((sum, { whole }) => sum + whole, 0);
	for (const entry of entries.toSorted((a, b) => b.rest - a.rest)) {
		if (missing <= 0) break;
		entry.whole += 1;
		missing -= 1;
	}
	return Object.fromEntries(entries.map(({ key, whole }) => [key, whole])) as Record<Key, number>;
}

/** Beyond this whole numbers are not exact. */
export const LARGEST = 2 ** 50;

const perDay = (month: MonthFacts) => ({
	out: month.attentionOut / month.days,
	new: month.attentionNew / month.days,
});

/** What the number of days did to what both months have in common: minor units. @param smaller what the smaller month earned */
export function daysEffect(smaller: number, before: number, after: number): number {
	return Math.sign(after - before) * smaller * (Math.max(before, after) / Math.min(before, after) - 1);
}

type StoryParts = Omit<Record<Cause, number>, "rest">;

/**
 * What stories earned, split; `null` where a month has no money or no attention from stories, so that no factor is known.
 * A month's days count for no more than the smaller month: what came in one of them only would have come in any.
 */
function splitStories(before: MonthFacts, after: MonthFacts): StoryParts | null {
	const [a, b] = [perDay(before), perDay(after)];
	const [hoursBefore, hoursAfter] = [a.out + a.new, b.out + b.new];
	const positive = [before.fromStories, after.fromStories, hoursBefore, hoursAfter, before.weighted, after.weighted];
	if (positive.some((value) => !(value > 0))) return null;
	const scale = logMean(after.fromStories, before.fromStories);
	const mix = ({ weighted, attentionOut, attentionNew }: MonthFacts) => weighted / (attentionOut + attentionNew);
	const rate = ({ fromStories, weighted }: MonthFacts) => fromStories / weighted;
	const anHour = scale / logMean(hoursAfter, hoursBefore);
	const calendarDays = daysEffect(Math.min(before.fromStories, after.fromStories), before.days, after.days);
	const beyond = scale * Math.log(after.days / before.days) - calendarDays;
	const byNew = hoursAfter > hoursBefore ? b.new / hoursAfter : 0;
	const parts = {
		rate: scale * Math.log(rate(after) / rate(before)),
		engagementMix: scale * Math.log(mix(after) / mix(before)),
		calendarDays,
		// All of the earlier month's stories were out before the later one began.
		backCatalogue: anHour * (b.out - hoursBefore) + (1 - byNew) * beyond,
		newStories: anHour * b.new + byNew * beyond,
		storyPay: 0,
	};
	// Figures too small to divide by say nothing.
	return Object.values(parts).every((part) => Math.abs(part) < LARGEST) ? parts : null;
}

export const NO_PARTS: Readonly<Record<Cause, number>> = {
	rate: 0,
	backCatalogue: 0,
	newStories: 0,
	storyPay: 0,
	engagementMix: 0,
	calendarDays: 0,
	rest: 0,
};

/** Whether the stories of two months tell what their change came from. */
export const canSplit = (before: MonthFacts, after: MonthFacts): boolean => splitStories(before, after) !== null;

/** @param before the month before `after`; earnings are whole minor units */
export function explainChange(before: MonthFacts, after: MonthFacts): Change {
	const total = after.earned - before.earned;
	const split = splitStories(before, after);
	const stories: StoryParts = { ...(split ?? NO_PARTS) };
	const explained = Object.values(stories).reduce((sum, value) => sum + value, 0);
	return {
		from: before.month,
		to: after.month,
		split: split !== null,
		total,
		parts: roundToSum({ ...stories, rest: total - explained }, total),
	};
}
