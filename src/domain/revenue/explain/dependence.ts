/** How much of the income of the last year hangs on single stories, topics and months of publication. */
import { gapsOf, sinceGap } from "../engine/gaps.ts";
import { type KnownMonth, wholeValue } from "../engine/history.ts";
import type { StoryRecord } from "../engine/story-record.ts";
import { type Concentration, concentrationOf, swingOf } from "./concentration.ts";

/** As long as twelve months can be, days. */
const YEAR = 366;

export interface Dependence {
	/** First and last of the months it is about. */
	from: string;
	to: string;
	byStory: Concentration;
	/** By the story's first topic; `null` when no topic is known. Stories without one are one part, with the key "". */
	byTopic: Concentration | null;
	/** By `YYYY-MM` of publication; stories of unknown age are one part, with the key "". */
	byPublication: Concentration;
	/** Usual step of the income from month to month in logarithms, over the newest months that are neighbours; and the same without the largest story; `null` where nothing is left. */
	swing: number | null;
	swingWithoutLargest: number | null;
}

const earnedIn = ({ days, earned }: StoryRecord, { from, until }: Pick<KnownMonth, "from" | "until">) => {
	let sum = 0;
	for (const [at, day] of days.entries()) if (day >= from && day < until) sum += earned[at] || 0;
	return sum;
};

/**
 * @param months oldest first; some between may be unknown, those that lack days at the pace of the others
 * @param topicOf the first topic of a story, or "" where none is known
 * @param publishedIn its month of publication, or ""
 * @returns `null` when no story earned anything
 */
export function dependenceOf(
	months: readonly KnownMonth[],
	stories: readonly StoryRecord[],
	topicOf: (id: string) => string,
	publishedIn: (id: string) => string,
): Dependence | null {
	const last = months.at(-1);
	const recent = months.filter(({ from }) => last && from >= last.until - YEAR);
	const [first] = recent;
	if (!first || !last) return null;
	const span = { from: first.from, until: last.until };
	const earned = stories.map((story) => ({ story, minor: Math.round(earnedIn(story, span)) }));
	const by = (keyOf: (id: string) => string) =>
		concentrationOf(earned.map(({ story, minor }) => [keyOf(story.id), minor] as const));
	const [byStory, byPublication] = [by((id) => id), by(publishedIn)];
	if (!byStory || !byPublication) return null;
	const topics = earned.some(({ story }) => topicOf(story.id) !== "");
	const largest = stories.find(({ id }) => id === byStory.shares[0]?.key);
	const neighbours = sinceGap(recent, gapsOf(recent, []));
	const ofLargest = (month: KnownMonth) => (largest ? wholeValue({ ...month, value: earnedIn(largest, month) }) : 0);
	const rest = neighbours.map((month) => Math.max(0, month.value - ofLargest(month)));
	return {
		from: first.month,
		to: last.month,
		byStory,
		byTopic: topics ? by(topicOf) : null,
		byPublication,
		swing: swingOf(neighbours.map(({ value }) => value)),
		swingWithoutLargest: rest.some((value) => value > 0) ? swingOf(rest) : null,
	};
}
