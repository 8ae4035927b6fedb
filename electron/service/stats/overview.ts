import type { EarnMonth, EarnOverview, ProjectionAnswer } from "#contract/earn.ts";
import { nextPayout } from "#domain/revenue/payout.ts";
import { type Projection, type ProjectionInput, project, type RunningMonth } from "#domain/revenue/project.ts";
import { effectiveRate } from "#domain/revenue/rate.ts";
import type { StoryEarnings } from "#domain/revenue/split.ts";
import { elapsedShare, type MonthFigure, monthlyFigures, storyMonths } from "#domain/stats/monthly.ts";
import type { Metric, Statement } from "#domain/stats/observation.ts";
import { addDays, addMonths, daysBetween, monthOf } from "#domain/stats/periods.ts";
import type { Library } from "../library.ts";
import { OriginTable } from "./origins.ts";
import { bestLifetime } from "./story-table.ts";
import { SubjectIndex } from "./subjects.ts";
import { turn } from "./turn.ts";

const USUAL_CURRENCY = "USD";
/** Days after which the newest earnings are called old. */
const STALE_DAYS = 45;
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

async function readLedger(library: Library): Promise<Ledger> {
	const subjects = new SubjectIndex(library);
	const statements: Statement[] = [];
	for (const metric of ["earnings", ...READING] as const)
		for (const grain of ["month", "day"] as const) {
			await turn();
			statements.push(...subjects.resolveAll(library.observations.latest({ metrics: [metric], grains: [grain] })));
		}
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

/** The last projection of each library: pages of Earn ask for the same one again and again. */
const lastProjection = new WeakMap<Library, { key: string; projection: Projection }>();

function projectOnce(library: Library, input: ProjectionInput, options: { months: number; seed: number }): Projection {
	const stories = input.stories.map(({ subject, publishedMonth, months }) => [subject, publishedMonth, ...months]);
	const key = JSON.stringify([options, { ...input, stories }]);
	const known = lastProjection.get(library);
	if (known?.key === key) return known.projection;
	const projection = project(input, options);
	lastProjection.set(library, { key, projection });
	return projection;
}

async function projectLedger(
	library: Library,
	ledger: Ledger,
	today: string,
	options: { months: number; seed: number },
): Promise<ProjectionAnswer> {
	const history = unbroken(ledger.months);
	const running = runningMonth(ledger.months);
	const input: ProjectionInput = {
		currency: ledger.currency,
		months: history.map(({ month, value }) => ({ month, minor: value })),
		running,
		stories: storyEarnings(ledger),
	};
	await turn();
	const projection = projectOnce(library, input, options);
	const value = (metric: (typeof READING)[number], month: string) =>
		ledger.reading[metric].find((one) => one.month === month && one.state === "complete")?.value ?? null;
	const last = ledger.months.at(-1);
	const asOf = last ? addDays(last.until, -1) : null;
	return {
		...projection,
		asOf,
		stale: asOf !== null && daysBetween(asOf, today) > STALE_DAYS,
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

const utcDay = (now: Date) => now.toISOString().slice(0, 10);

/** The projection alone, for the command line. */
export async function projection(
	library: Library,
	now: Date,
	options: { months: number; seed: number },
): Promise<ProjectionAnswer> {
	return projectLedger(library, await readLedger(library), utcDay(now), options);
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

/** Lifetime totals of stories in one currency, each story once. */
function lifetimeTotals(library: Library, ledger: Ledger): Statement[] {
	const stated = library.observations
		.latest({ metrics: ["earnings"], grains: ["lifetime"] })
		.filter((one) => one.currency === ledger.currency && one.subject !== "account");
	const byStory = Map.groupBy(ledger.subjects.resolveAll(stated), (one) => one.subject);
	return [...byStory.values()].flatMap((list) => bestLifetime(list) ?? []);
}

/** Everything of the first page of Earn. */
export async function overview(
	library: Library,
	now: Date,
	options: { months: number; seed: number },
): Promise<EarnOverview> {
	const ledger = await readLedger(library);
	const today = utcDay(now);
	const answer = await projectLedger(library, ledger, today, options);
	await turn();
	const origins = new OriginTable(library);
	const totals = lifetimeTotals(library, ledger);
	const months = allMonths(ledger, origins);
	const recent = months.some((month) => month.month >= addMonths(monthOf(today), -3));
	return {
		today,
		currency: ledger.currency,
		otherCurrencies: ledger.otherCurrencies,
		months,
		lifetime: origins.sum(totals),
		payout: recent ? nextPayout(answer.history, answer.months, ledger.currency, today) : null,
		projection: answer,
		origins: origins.list,
		stories: totals.length,
	};
}
