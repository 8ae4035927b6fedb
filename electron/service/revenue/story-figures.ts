/** Stories' figures out of the ledger, by day and by month. */
import {
	ENGINE_METRICS,
	type EngineMetric,
	type SpanFigure,
	type SpanFigures,
	type StoryFigures,
} from "#domain/revenue/input/story-figures.ts";
import type { Subject } from "#domain/stats/observation.ts";
import { dayNumber } from "#domain/stats/periods.ts";
import type { LedgerRow, LedgerSeries, ObservationRepository } from "../database/observations.ts";
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

/** In columns of numbers: a library has millions of them, which as objects would fill the memory. */
class SpanColumns implements SpanFigures {
	readonly length: number;
	readonly #from: Int32Array;
	readonly #until: Int32Array;
	readonly #value: Float64Array;

	constructor(spans: Spans) {
		const ordered = [...spans.values()].sort((a, b) => a.from - b.from);
		this.length = ordered.length;
		this.#from = Int32Array.from(ordered, ({ from }) => from);
		this.#until = Int32Array.from(ordered, ({ until }) => until);
		this.#value = Float64Array.from(ordered, ({ value }) => value);
	}

	*[Symbol.iterator](): Generator<SpanFigure> {
		for (const [at, from] of this.#from.entries())
			yield { from, until: this.#until[at] ?? from, value: this.#value[at] ?? 0 };
	}
}

type Whose = Map<Subject, LedgerSeries[]>;

/** The series of each story that count: currencies are never added. */
function seriesByStory(observations: ObservationRepository, subjects: SubjectIndex, currency: string): Whose {
	const [paid, paidOtherwise] = [new Set<Subject>(), new Set<Subject>()];
	const found: Whose = new Map();
	for (const metric of ENGINE_METRICS)
		for (const grain of GRAINS)
			for (const series of observations.series({ metrics: [metric], grains: [grain] })) {
				if (series.subject === "account") continue;
				const subject = subjects.resolve(series.subject);
				const counts = metric !== "earnings" || series.currency === currency;
				if (metric === "earnings") (counts ? paid : paidOtherwise).add(subject);
				if (!counts) continue;
				const its = found.get(subject) ?? [];
				its.push(series);
				found.set(subject, its);
			}
	// Hours that were paid in another currency would make an hour look cheaper than it is.
	for (const subject of paidOtherwise) if (!paid.has(subject)) found.delete(subject);
	return found;
}

/**
 * Reads one story after the other.
 * @param limits currency of the earnings that count, for currencies are never added; last day that counts, as an ISO date
 */
export function readStoryFigures(
	observations: ObservationRepository,
	subjects: SubjectIndex,
	{ currency, until }: { currency: string; until: string },
): StoryFigures[] {
	const dayOf = dayNumbers();
	const rowsOf = observations.newestRows();
	return [...seriesByStory(observations, subjects, currency)].map(([id, all]): StoryFigures => {
		const { publishedAt, boostedOn, readingSeconds } = subjects.story(id);
		const spansOf = (metric: EngineMetric, grain: Grain): Spans => {
			const spans: Spans = new Map();
			for (const series of all)
				if (series.metric === metric && series.grain === grain)
					for (const row of rowsOf(series)) if (row[0].slice(0, 10) <= until) keep(spans, grain, row, dayOf);
			return spans;
		};
		const columns = (of: (metric: EngineMetric) => Spans) =>
			Object.fromEntries(
				ENGINE_METRICS.map((metric) => [metric, of(metric)] as const)
					.filter(([, { size }]) => size > 0)
					.map(([metric, spans]) => [metric, new SpanColumns(spans)]),
			);
		return {
			id,
			published: publishedAt === null ? null : dayNumber(publishedAt),
			boosted: boostedOn === null ? null : dayNumber(boostedOn),
			readingMinutes: readingSeconds && readingSeconds / 60,
			// A day that is stated itself needs no hours.
			days: columns((metric) => new Map([...spansOf(metric, "hour"), ...spansOf(metric, "day")])),
			months: columns((metric) => spansOf(metric, "month")),
		};
	});
}
