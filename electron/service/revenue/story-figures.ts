/** Stories' figures out of the ledger, by day and by month. */
import {
	ENGINE_METRICS,
	type EngineMetric,
	type SpanFigure,
	type StoryFigures,
} from "#domain/revenue/input/story-figures.ts";
import type { Statement, Subject } from "#domain/stats/observation.ts";
import { dayNumber } from "#domain/stats/periods.ts";
import type { ObservationRepository } from "../database/observations.ts";
import type { SubjectIndex } from "../stats/subjects.ts";

const GRAINS = ["day", "hour", "month"] as const;

/** A figure with when it was said: the newest one of a period counts. */
interface Stated extends SpanFigure {
	observedAt: string;
}

type Spans = Map<number, Stated>;

type DayOf = (date: string) => number;

/** The same few dates come again and again. */
function dayNumbers(): DayOf {
	const known = new Map<string, number>();
	return (date) => {
		const found = known.get(date) ?? dayNumber(date);
		known.set(date, found);
		return found;
	};
}

/** The days a statement is about. Of a month that was not over when it was stated, only those up to then. */
function spanOf({ period, observedAt }: Statement, dayOf: DayOf): { from: number; until: number } {
	const from = dayOf(period.start ?? "");
	if (period.grain !== "month") return { from, until: from + 1 };
	return { from, until: Math.max(from + 1, Math.min(dayOf(period.end ?? ""), dayOf(observedAt) + 1)) };
}

/** Hours of one day are added up; of days and months the newest statement counts. */
function keep(spans: Spans, one: Statement, dayOf: DayOf): void {
	const { from, until } = spanOf(one, dayOf);
	const known = spans.get(from);
	const { value, observedAt } = one;
	if (one.period.grain === "hour" && known) spans.set(from, { ...known, value: known.value + value });
	else if (!known || observedAt >= known.observedAt) spans.set(from, { from, until, value, observedAt });
}

const ordered = (spans: Spans) => [...spans.values()].sort((a, b) => a.from - b.from);

/** @param currency of the earnings that count; others are left out, for currencies are never added */
export function readStoryFigures(
	observations: ObservationRepository,
	subjects: SubjectIndex,
	currency: string,
): StoryFigures[] {
	const dayOf = dayNumbers();
	const found = new Map<Subject, Record<(typeof GRAINS)[number], Map<EngineMetric, Spans>>>();
	for (const metric of ENGINE_METRICS)
		for (const grain of GRAINS)
			for (const statements of observations.bySeries({ metrics: [metric], grains: [grain] })) {
				const [first] = statements;
				if (!first || first.subject === "account" || (metric === "earnings" && first.currency !== currency)) continue;
				const subject = subjects.resolve(first.subject);
				const story = found.get(subject) ?? { day: new Map(), hour: new Map(), month: new Map() };
				found.set(subject, story);
				const spans = story[grain].get(metric) ?? new Map();
				story[grain].set(metric, spans);
				for (const one of statements) keep(spans, one, dayOf);
			}
	return [...found].map(([id, { day, hour, month }]): StoryFigures => {
		const { publishedAt, readingSeconds } = subjects.story(id);
		// A day that is stated itself needs no hours.
		const daily = (metric: EngineMetric) => ordered(new Map([...(hour.get(metric) ?? []), ...(day.get(metric) ?? [])]));
		return {
			id,
			published: publishedAt === null ? null : dayNumber(publishedAt),
			readingMinutes: readingSeconds && readingSeconds / 60,
			days: Object.fromEntries(ENGINE_METRICS.map((metric) => [metric, daily(metric)])),
			months: Object.fromEntries(ENGINE_METRICS.map((metric) => [metric, ordered(month.get(metric) ?? new Map())])),
		};
	});
}
