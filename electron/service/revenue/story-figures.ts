/** Stories' figures out of the ledger, by day and by month. */
import {
	ENGINE_METRICS,
	type EngineMetric,
	type SpanFigure,
	type StoryFigures,
} from "#domain/revenue/input/story-figures.ts";
import type { Subject } from "#domain/stats/observation.ts";
import { dayNumber } from "#domain/stats/periods.ts";
import type { LedgerRow, ObservationRepository } from "../database/observations.ts";
import type { SubjectIndex } from "../stats/subjects.ts";

const GRAINS = ["day", "hour", "month"] as const;
type Grain = (typeof GRAINS)[number];

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

/** Hours of one day are added up; of days and months the newest statement counts. */
function keep(spans: Spans, grain: Grain, [start, end, observedAt, value]: LedgerRow, dayOf: DayOf): void {
	const from = dayOf(start);
	const known = spans.get(from);
	if (grain === "hour" && known) known.value += value;
	else if (!known || observedAt >= known.observedAt) {
		// Of a month that was not over when it was stated, only the days up to then.
		const until = grain === "month" ? Math.max(from + 1, Math.min(dayOf(end), dayOf(observedAt) + 1)) : from + 1;
		spans.set(from, { from, until, value, observedAt });
	}
}

const ordered = (spans: Spans) => [...spans.values()].sort((a, b) => a.from - b.from);

/**
 * @param limits currency of the earnings that count, for currencies are never added; last day that counts, as an ISO date
 */
export function readStoryFigures(
	observations: ObservationRepository,
	subjects: SubjectIndex,
	{ currency, until }: { currency: string; until: string },
): StoryFigures[] {
	const dayOf = dayNumbers();
	const [paid, paidOtherwise] = [new Set<Subject>(), new Set<Subject>()];
	const found = new Map<Subject, Record<Grain, Map<EngineMetric, Spans>>>();
	for (const metric of ENGINE_METRICS)
		for (const grain of GRAINS)
			for (const { series, rows } of observations.rowsBySeries({ metrics: [metric], grains: [grain] })) {
				if (series.subject === "account") continue;
				const subject = subjects.resolve(series.subject);
				if (metric === "earnings") (series.currency === currency ? paid : paidOtherwise).add(subject);
				if (metric === "earnings" && series.currency !== currency) continue;
				const story = found.get(subject) ?? { day: new Map(), hour: new Map(), month: new Map() };
				found.set(subject, story);
				const spans = story[grain].get(metric) ?? new Map();
				story[grain].set(metric, spans);
				for (const row of rows) if (row[0].slice(0, 10) <= until) keep(spans, grain, row, dayOf);
			}
	// Hours that were paid in another currency would make an hour look cheaper than it is.
	const counted = [...found].filter(([subject]) => paid.has(subject) || !paidOtherwise.has(subject));
	return counted.map(([id, { day, hour, month }]): StoryFigures => {
		const { publishedAt, boostedOn, readingSeconds } = subjects.story(id);
		// A day that is stated itself needs no hours.
		const daily = (metric: EngineMetric) => ordered(new Map([...(hour.get(metric) ?? []), ...(day.get(metric) ?? [])]));
		return {
			id,
			published: publishedAt === null ? null : dayNumber(publishedAt),
			boosted: boostedOn === null ? null : dayNumber(boostedOn),
			readingMinutes: readingSeconds && readingSeconds / 60,
			days: Object.fromEntries(ENGINE_METRICS.map((metric) => [metric, daily(metric)])),
			months: Object.fromEntries(ENGINE_METRICS.map((metric) => [metric, ordered(month.get(metric) ?? new Map())])),
		};
	});
}
