import type { EarnMonth, EarnOverview } from "#contract/earn.ts";
import { plainDateAt } from "#domain/planning/plain-date.ts";
import { effectiveRate } from "#domain/revenue/rate.ts";
import { atPace } from "#domain/stats/missing-days.ts";
import type { MonthFigure } from "#domain/stats/monthly.ts";
import type { Metric, Statement } from "#domain/stats/observation.ts";
import { daysInMonth } from "#domain/stats/periods.ts";
import { joined, sumOf } from "#domain/stats/sums.ts";
import type { Library } from "../library.ts";
import { inSlices, turn } from "../turn.ts";
import { statementsBySubject } from "./by-subject.ts";
import { countByCurrency, mainCurrency } from "./currencies.ts";
import { MonthsByCurrency } from "./months-by-currency.ts";
import { OriginTable } from "./origins.ts";
import { furthestDay } from "./parse-source.ts";
import { bestLifetime } from "./story-table.ts";
import { SubjectIndex } from "./subjects.ts";

const READING = ["reads", "memberReads", "memberReadingSeconds", "views"] as const satisfies readonly Metric[];

interface Ledger {
	currency: string;
	otherCurrencies: string[];
	currencyChosen: boolean;
	/** Lifetime totals of stories in the currency. */
	lifetimes: Statement[];
	months: MonthFigure[];
	/** `YYYY-MM` of months in which other currencies were earned too: their reading is not of this one alone. */
	shared: ReadonlySet<string>;
	reading: Record<(typeof READING)[number], MonthFigure[]>;
}

async function readLedger(library: Library, now: Date, counted: string | null): Promise<Ledger> {
	const { observations } = library;
	const subjects = new SubjectIndex(library);
	// A library of an older Inkhour may hold figures of days still to come.
	const last = furthestDay(now);
	const monthsOf = async (metric: Metric) => {
		const series = observations.seriesInOrder({ metrics: [metric], grains: ["month", "day"] });
		const months = new MonthsByCurrency(series, last);
		for await (const one of inSlices(statementsBySubject(observations, subjects, series))) months.add(one);
		return months;
	};
	const reading = async (metric: Metric) => (await monthsOf(metric)).figures("");
	const totals = await observations.latest({ metrics: ["earnings"], grains: ["lifetime"] });
	const earned = await monthsOf("earnings");
	const { main, others, isChosen } = mainCurrency(
		{ dated: earned.counts, lifetimes: countByCurrency(totals) },
		counted,
	);
	return {
		currency: main,
		otherCurrencies: others,
		currencyChosen: isChosen,
		lifetimes: subjects
			.resolveAll(totals)
			.filter(({ currency, subject }) => currency === main && subject !== "account"),
		months: earned.figures(main),
		shared: earned.sharedWith(main),
		reading: {
			reads: await reading("reads"),
			memberReads: await reading("memberReads"),
			memberReadingSeconds: await reading("memberReadingSeconds"),
			views: await reading("views"),
		},
	};
}

/** At the pace of the days that are known: earnings and reading need not lack the same ones. */
const whole = (figure: MonthFigure | undefined): number | null =>
	figure ? atPace(figure.value, daysInMonth(figure.month), figure.missing.length) : null;

/** What reading was worth, from complete months that have both money and reading. */
function rateOf({ months, shared, reading, currency }: Ledger) {
	const value = (metric: (typeof READING)[number], month: string) =>
		whole(reading[metric].find((one) => one.month === month && one.state === "complete"));
	return effectiveRate(
		months
			.filter(({ state, month }) => state === "complete" && !shared.has(month))
			.map((earned) => ({ earnedMinor: whole(earned) ?? 0, month: earned.month }))
			.map(({ month, earnedMinor }) => ({
				month,
				earnedMinor,
				memberReadingSeconds: value("memberReadingSeconds", month),
				memberReads: value("memberReads", month),
				reads: value("reads", month),
			})),
		currency,
	);
}

function allMonths(ledger: Ledger, origins: OriginTable): EarnMonth[] {
	const names = new Set([ledger.months, ...Object.values(ledger.reading)].flat().map(({ month }) => month));
	return [...names].sort().map((month) => {
		const earned = ledger.months.find((one) => one.month === month);
		const reading = (metric: (typeof READING)[number]) =>
			origins.sum(joined(ledger.reading[metric].find((one) => one.month === month)?.sums ?? []));
		return {
			month,
			earnings: origins.sum(joined(earned?.sums ?? [])),
			basis: earned?.basis ?? null,
			state: earned?.state ?? "complete",
			missing: earned?.missing.length ?? 0,
			reads: reading("reads"),
			memberReads: reading("memberReads"),
			memberReadingSeconds: reading("memberReadingSeconds"),
			views: reading("views"),
		};
	});
}

/** Lifetime totals, each story once. */
function lifetimeTotals({ lifetimes }: Ledger): Statement[] {
	const byStory = Map.groupBy(lifetimes, (one) => one.subject);
	return [...byStory.values()].flatMap((list) => bestLifetime(list) ?? []);
}

/**
 * Everything of the first page of Earn that is known; what is projected comes from the revenue engine.
 * @param counted see `mainCurrency`
 */
export async function overview(library: Library, now: Date, counted: string | null): Promise<EarnOverview> {
	const ledger = await readLedger(library, now, counted);
	await turn();
	const origins = new OriginTable(library);
	const totals = lifetimeTotals(ledger);
	return {
		today: plainDateAt(now),
		currency: ledger.currency,
		otherCurrencies: ledger.otherCurrencies,
		currencyChosen: ledger.currencyChosen,
		months: allMonths(ledger, origins),
		lifetime: origins.sum(sumOf(totals)),
		rate: rateOf(ledger),
		origins: origins.list,
		stories: totals.length,
	};
}
