/** Invented stats and earnings, shaped as attention is: a burst, a long noisy floor, a slowly growing audience. */
import type { Observation, Period, Subject } from "#domain/stats/observation.ts";
import { addDays, addMonths, dayPeriod, daysBetween, lifetime, monthOf, monthPeriod } from "#domain/stats/periods.ts";
import { chance } from "./random.ts";

export interface PublishedSample {
	key: string;
	subject: Subject;
	/** `YYYY-MM-DD`. */
	published: string;
	readingSeconds: number;
	appeal: number;
}

/** What was known at one time. */
export interface Batch {
	/** ISO 8601. */
	observedAt: string;
	observations: Observation[];
}

interface Tally {
	memberReadingSeconds: number;
	memberReads: number;
	memberViews: number;
	reads: number;
	views: number;
	claps: number;
	follows: number;
	earnings: number;
}

const METRICS = {
	memberReadingSeconds: "member-reading-time",
	memberReads: "member-reads",
	memberViews: "member-views",
	reads: "reads-30-seconds",
	views: "views-visitors",
	claps: "claps",
	follows: "follows",
	earnings: "earnings-story",
} as const satisfies Record<keyof Tally, string>;
const NAMES = Object.keys(METRICS) as (keyof Tally)[];

/** Seconds of member reading that a usual story draws, before decay. */
const BURST_SECONDS = 9_000;
const FLOOR_SHARE = 0.011;
const CENTS_PER_HOUR = 310;
const CURRENCY = "USD";
/** Days of the account's own earnings that are kept singly. */
const DAYS_KEPT = 120;

const empty = (): Tally => ({
	memberReadingSeconds: 0,
	memberReads: 0,
	memberViews: 0,
	reads: 0,
	views: 0,
	claps: 0,
	follows: 0,
	earnings: 0,
});

/** Whole numbers day by day that add up to what was meant. */
function wholeParts(): (name: keyof Tally, exact: number) => number {
	const carried = empty();
	return (name, exact) => {
		const due = carried[name] + exact;
		const whole = Math.floor(due);
		carried[name] = due - whole;
		return whole;
	};
}

function* daysOf(story: PublishedSample, from: string, today: string): Generator<[date: string, tally: Tally]> {
	const random = chance(`figures ${story.key}`);
	const whole = wholeParts();
	const length = Math.max(40, story.readingSeconds);
	const memberShare = 0.5 + random.next() * 0.2;
	const readRatio = 0.48 + random.next() * 0.24;
	for (let age = 0; age <= daysBetween(story.published, today); age += 1) {
		const date = addDays(story.published, age);
		const growth = 0.6 + daysBetween(from, date) / 720;
		const weekend = [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()) ? 0.8 : 1;
		const shape = 0.42 * (age + 1) ** -1.08 + FLOOR_SHARE * Math.exp(-age / 420);
		const seconds = BURST_SECONDS * story.appeal * growth * weekend * shape * random.noise(0.45);
		const memberReads = seconds / (length * 0.72);
		const rate = CENTS_PER_HOUR * (0.9 + 0.2 * chance(`rate ${monthOf(date)}`).next());
		const exact: Tally = {
			memberReadingSeconds: seconds,
			memberReads,
			memberViews: memberReads / readRatio,
			reads: memberReads / memberShare,
			views: memberReads / readRatio / memberShare,
			claps: memberReads * 1.7,
			follows: memberReads * 0.012,
			earnings: (seconds / 3600) * rate,
		};
		const tally = empty();
		for (const name of NAMES) tally[name] = whole(name, exact[name]);
		yield [date, tally];
	}
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : 1);

function add(into: Map<string, Tally>, key: string, tally: Tally): void {
	const sum = into.get(key) ?? empty();
	for (const name of NAMES) sum[name] += tally[name];
	into.set(key, sum);
}

/**
 * Observations of all stories, one batch for each month as it was known on the 3rd of the next, and one for now.
 * The account's months are the sums of its stories' months; the days are the sums of their days.
 * @param from first day of the figures
 * @param now ISO 8601
 */
export function inventFigures(stories: readonly PublishedSample[], from: string, now: string): Batch[] {
	const today = now.slice(0, 10);
	const months = new Map<string, Map<string, Tally>>();
	const days = new Map<string, number>();
	const totals = new Map<string, Tally>();
	for (const story of stories)
		for (const [date, tally] of daysOf(story, from, today)) {
			const month = monthOf(date);
			const perStory = months.get(month) ?? new Map<string, Tally>();
			months.set(month, perStory);
			add(perStory, story.subject, tally);
			days.set(date, (days.get(date) ?? 0) + tally.earnings);
			add(totals, story.subject, tally);
		}
	let row = 0;
	const numbered = (one: Omit<Observation, "rounding" | "row">): Observation => {
		row += 1;
		return { ...one, rounding: "exact", row };
	};
	const batches: Batch[] = [];
	let followers = 84;
	const ofStory = (subject: string, tally: Tally, period: Period, provisional: boolean) =>
		NAMES.map((name) =>
			numbered({
				subject: subject as Subject,
				metric: name,
				definition: name === "earnings" && period.grain === "lifetime" ? "earnings-story-to-date" : METRICS[name],
				period,
				value: tally[name],
				currency: name === "earnings" ? CURRENCY : null,
				provisional,
			}),
		);
	for (const [month, perStory] of [...months].sort(byName)) {
		const provisional = month === monthOf(today);
		const settled = `${addMonths(month, 1)}-03T06:00:00.000Z`;
		const period = monthPeriod(month, "UTC");
		const observations: Observation[] = [];
		let earned = 0;
		for (const [subject, tally] of perStory) {
			earned += tally.earnings;
			followers += tally.follows;
			observations.push(...ofStory(subject, tally, period, provisional));
		}
		const account = { subject: "account", period, provisional } as const;
		observations.push(
			numbered({ ...account, metric: "earnings", definition: "earnings-month", value: earned, currency: CURRENCY }),
			numbered({ ...account, metric: "followers", definition: "followers", value: followers, currency: null }),
		);
		batches.push({ observedAt: settled < now ? settled : now, observations });
	}
	const latest = [...days]
		.sort(byName)
		.slice(-DAYS_KEPT)
		.map(([date, value]) =>
			numbered({
				subject: "account",
				metric: "earnings",
				definition: "earnings-day",
				period: dayPeriod(date, "UTC"),
				value,
				currency: CURRENCY,
				provisional: date === today,
			}),
		);
	for (const [subject, tally] of totals) latest.push(...ofStory(subject, tally, lifetime(), false));
	batches.push({ observedAt: now, observations: latest });
	return batches;
}
