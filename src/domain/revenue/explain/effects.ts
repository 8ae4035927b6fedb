/**
 * What goes with how well the writer's stories do, of what is known before a story comes out. Only what helps on stories
 * it has not seen is told. Responses and follows are not tried: they come with the attention they would explain.
 */
import { type CovariateFinding, type CovariateRow, covariateFindings } from "../covariates.ts";
import type { StoryRecord } from "../engine/story-record.ts";

/** What is known of a story besides its days; `null` where nothing is. */
export interface StoryTraits {
	topic: string | null;
	publication: string | null;
	readingMinutes: number | null;
}

/** Attention of a story's first days is compared, so that old and young stories are alike. */
const FIRST_DAYS = 28;
const WEEKDAYS = 7;

export interface Effects {
	/** Those that are shown, the most useful first. */
	shown: CovariateFinding[];
	/** All that were tried. */
	tried: string[];
	/** Stories with known first days. */
	stories: number;
}

/** 0 is Monday: 1970-01-01 was a Thursday. */
const weekdayOf = (day: number) => (((day + 3) % WEEKDAYS) + WEEKDAYS) % WEEKDAYS;

function rowOf(story: StoryRecord, traits: StoryTraits, until: number, dataFrom: number): CovariateRow | null {
	const { published, days, attention } = story;
	if (published === null || published < dataFrom || published + FIRST_DAYS > until) return null;
	let hours = 0;
	for (const [at, day] of days.entries())
		if (day >= published && day < published + FIRST_DAYS) hours += attention[at] ?? 0;
	if (!(hours > 0)) return null;
	return {
		id: story.id,
		outcome: Math.log(hours),
		values: {
			topic: traits.topic,
			publication: traits.publication,
			weekday: String(weekdayOf(published)),
			length: traits.readingMinutes,
		},
	};
}

/** @param dataFrom first day of the stories' data; stories that came out before have unseen first days */
export function effectsOf(
	stories: readonly StoryRecord[],
	traitsOf: (id: string) => StoryTraits,
	dataFrom: number,
	until: number,
): Effects {
	const rows = stories.flatMap((story) => rowOf(story, traitsOf(story.id), until, dataFrom) ?? []);
	const findings = covariateFindings(rows);
	return {
		shown: findings.filter(({ shown }) => shown),
		tried: findings.map(({ name }) => name),
		stories: rows.length,
	};
}
