/**
 * What goes with how well the writer's stories do, of what is known before a story comes out. Only what helps on stories
 * it has not seen is told. Responses and follows are not tried: they come with the attention they would explain.
 */
import type { PlannedLikeness } from "../attention/new-stories.ts";
import {
	type CovariateFinding,
	type CovariateRow,
	covariateFindings,
	type JointEffect,
	jointEffects,
} from "../covariates.ts";
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

const valuesOf = ({ topic, publication, readingMinutes }: StoryTraits, day: number): CovariateRow["values"] => ({
	topic,
	publication,
	weekday: String(weekdayOf(day)),
	length: readingMinutes,
});

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
		values: valuesOf(traits, published),
	};
}

/**
 * How stories began, with what might explain it.
 * @param dataFrom first day of the stories' data; stories that came out before have unseen first days
 */
export function beginningsOf(
	stories: readonly StoryRecord[],
	traitsOf: (id: string) => StoryTraits,
	dataFrom: number,
	until: number,
): CovariateRow[] {
	return stories.flatMap((story) => rowOf(story, traitsOf(story.id), until, dataFrom) ?? []);
}

export function effectsOf(rows: readonly CovariateRow[]): Effects {
	const findings = covariateFindings(rows);
	return {
		shown: findings.filter(({ shown }) => shown),
		tried: findings.map(({ name }) => name),
		stories: rows.length,
	};
}

/** What is known of a story before it comes out: everything but its publication. */
export type PlannedTraits = Omit<StoryTraits, "publication">;

/**
 * Effects that a planned story is drawn by: of what is known of it. The publication is left out before any is taken, for
 * where it says the same as the topic, it would leave nothing to the topic.
 */
export const plannedEffects = (rows: readonly CovariateRow[]): JointEffect[] =>
	jointEffects(rows.map(({ values: { publication: _, ...values }, ...row }) => ({ ...row, values })));

/**
 * How a planned story differs from a usual one, by effects that are shown; `null` where none is known of it.
 * @param day on which it comes out, since 1970-01-01
 */
export function likenessOf(story: PlannedTraits, day: number, effects: readonly JointEffect[]): PlannedLikeness | null {
	const values = valuesOf({ ...story, publication: null }, day);
	const known = effects.flatMap(({ name, benefit, of }) => {
		const value = values[name] ?? null;
		const shift = value === null ? 0 : of(value);
		return shift === 0 ? [] : [{ name, benefit, shift }];
	});
	if (known.length === 0) return null;
	return {
		shifts: Object.fromEntries(known.map(({ name, shift }) => [name, shift])),
		spread: Math.sqrt(known.reduce((left, { benefit }) => left * (1 - Math.min(1, benefit)), 1)),
	};
}
