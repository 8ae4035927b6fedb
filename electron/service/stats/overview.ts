import type { EarnMonth, EarnOverview, ProjectionAnswer } from "#contract/earn.ts";
import { nextPayout } from "#domain/revenue/payout.ts";
import { type ProjectionInput, project, type RunningMonth } from "#domain/revenue/project.ts";
import { effectiveRate } from "#domain/revenue/rate.ts";
import type { StoryEarnings } from "#domain/revenue/split.ts";
import { elapsedShare, type MonthFigure, monthlyFigures, storyMonths } from "#domain/stats/monthly.ts";
import type { Metric, Statement } from "#domain/stats/observation.ts";
import { addDays, addMonths, monthOf } from "#domain/stats/periods.ts";
import type { Library } from "../library.ts";
import { OriginTable } from "./origins.ts";
import { storyTable } from "./story-table.ts";
import { SubjectIndex } from "./subjects.ts";

const USUAL_CURRENCY = "USD";
const READING = ["reads", "memberReads", "memberReadingSeconds", "views"] as const satisfies readonly Metric[];

/** The currency with the most statements about earnings, and the others. */
function currencies(earnings: readonly Statement[]): { main: string; others: string[] } {
	const counts = Map.groupBy(earnings, (one) => one.currency ?? USUAL_CURRENCY);
	const [main = USUAL_CURRENCY, ...others] = [...counts]
		.sort((a, b) => b[1].length - a[1].length)
		.map(([code]) => code);
	return { main, others };
}

interface Ledger {
	currency: string;
	otherCurrencies: string[];
	earnings: Statement[];
	months: MonthFigure[];
	reading: Record<(typeof READING)[number], MonthFigure[]>;
	subjects: SubjectIndex;
}

function readLedger(library: Library): Ledger {
	const subjects = new SubjectIndex(library);
	const statements = subjects.resolveAll(
		library.observations.latest({ metrics: ["earnings", ...READING], grains: ["month", "day"] }),
	);
	const all = statements.filter((one) => one.metric === "earnings");
	const { main, others } = currencies(all);
	const earnings = all.filter((one) => one.currency === main);
	const months = (metric: Metric) => monthlyFigures(statements, metric);
	return {
		currency: main,
		otherCurrencies: others,
		earnings,
		months: monthlyFigures(earnings, "earnings"),
		reading: {
			reads: months("reads"),
			memberReads: months("memberReads"),
			memberReadingSeconds: months("memberReadingSeconds"),
			views: months("views"),
		},
		subjects,
	};
}

/** The complete months with nothing missing between them and the last one. */
function unbroken(months: readonly MonthFigure[]): MonthFigure[] {
	const complete = months.filter((month) => month.state === "complete");
	let from = complete.length - 1;
	while (from > 0 && addMonths(complete[from - 1]?.month ?? "", 1) === complete[from]?.month) from -= 1;
	return complete.slice(Math.max(0, from));
}

function runningMonth(months: readonly MonthFigure[]): RunningMonth | null {
	const last = months.at(-1);
	if (!last || last.state === "complete") return null;
	return { month: last.month, toDate: last.value, elapsed: last.state === "running" ? elapsedShare(last) : null };
}

function storyEarnings(ledger: Ledger): StoryEarnings[] {
	return [...storyMonths(ledger.earnings, "earnings")].map(([subject, months]) => ({
		subject,
		publishedMonth: ledger.subjects.story(subject).publishedAt?.slice(0, 7) ?? null,
		months: new Map([...months].map(([month, list]) => [month, list.reduce((sum, one) => sum + one.value, 0)])),
	}));
}

function projectLedger(ledger: Ledger, options: { months: number; seed: number }): ProjectionAnswer {
	const history = unbroken(ledger.months);
	const running = runningMonth(ledger.months);
	const input: ProjectionInput = {
		currency: ledger.currency,
		months: history.map(({ month, value }) => ({ month, minor: value })),
		running,
		stories: storyEarnings(ledger),
	};
	const projection = project(input, options);
	const value = (metric: (typeof READING)[number], month: string) =>
		ledger.reading[metric].find((one) => one.month === month && one.state === "complete")?.value ?? null;
	const last = ledger.months.at(-1);
	return {
		...projection,
		asOf: last ? addDays(last.until, -1) : null,
		rate: effectiveRate(
			history.map(({ month, value: earnedMinor }) => ({
				month,
				earnedMinor,
				memberReadingSeconds: value("memberReadingSeconds", month),
				memberReads: value("memberReads", month),
				reads: value("reads", month),
			})),
			ledger.currency,
		),
		history: [...input.months],
		leftOut: ledger.months.filter((month) => month.state === "complete").length - history.length,
		seed: options.seed,
	};
}

/** The projection alone, for the command line. */
export function projection(library: Library, options: { months: number; seed: number }): ProjectionAnswer {
	return projectLedger(readLedger(library), options);
}

function allMonths(ledger: Ledger, origins: OriginTable): EarnMonth[] {
	const names = new Set([ledger.months, ...Object.values(ledger.reading)].flat().map(({ month }) => month));
	return [...names].sort().map((month) => {
		const earned = ledger.months.find((one) => one.month === month);
		const reading = (metric: (typeof READING)[number]) =>
			origins.sum(ledger.reading[metric].find((one) => one.month === month)?.statements ?? []);
		return {
			month,
			earnings: earned ? origins.sum(earned.statements) : null,
			basis: earned?.basis ?? null,
			state: earned?.state ?? "complete",
			reads: reading("reads"),
			memberReads: reading("memberReads"),
			memberReadingSeconds: reading("memberReadingSeconds"),
			views: reading("views"),
		};
	});
}

/** Everything of the first page of Earn. */
export function overview(library: Library, now: Date, options: { months: number; seed: number }): EarnOverview {
	const ledger = readLedger(library);
	const origins = new OriginTable(library);
	const today = now.toISOString().slice(0, 10);
	const answer = projectLedger(ledger, options);
	const stories = storyTable(library, null);
	const lifetimes = library.observations
		.latest({ metrics: ["earnings"], grains: ["lifetime"] })
		.filter((one) => one.currency === ledger.currency);
	const shown = new Set(
		stories.rows.flatMap(({ subject, figures }) => {
			const figure = figures.earnings;
			const origin = figure && stories.origins[figure.origin];
			return origin ? [`${subject} ${figure.value} ${origin.observedAt} ${origin.importId}`] : [];
		}),
	);
	const months = allMonths(ledger, origins);
	return {
		today,
		currency: ledger.currency,
		otherCurrencies: ledger.otherCurrencies,
		months,
		lifetime: origins.sum(
			ledger.subjects
				.resolveAll(lifetimes)
				.filter((one) => shown.has(`${one.subject} ${one.value} ${one.observedAt} ${one.importId}`)),
		),
		payout: months.some((month) => month.month >= addMonths(monthOf(today), -3))
			? nextPayout(answer.history, answer.months, ledger.currency, today)
			: null,
		projection: answer,
		origins: origins.list,
		stories: stories.rows.length,
	};
}
