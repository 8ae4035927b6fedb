/** What was measured about one signal: change of click rate between headlines of one test and picture of which exactly one has it. */
import type { Signal } from "#domain/feedback/headline/signals.ts";
import type { Effect } from "#domain/feedback/types.ts";
import { seededRandom } from "#domain/revenue/random.ts";
import type { HeadlinePair, ShownHeadline } from "./tests-data.ts";

const RESAMPLES = 1000;

/** Mean change in log odds by test, each test weighing the same; interval by drawing tests. `null` where no pair tells. */
export function liftOf(
	signal: Signal,
	rows: readonly ShownHeadline[],
	pairs: readonly HeadlinePair[],
): (Effect & { tests: number }) | null {
	const has = rows.map((row) => signal.find(row.headline) !== null);
	const odds = rows.map((row) => Math.log((row.clicks + 0.5) / (row.impressions - row.clicks + 0.5)));
	const telling = pairs.filter(({ a, b }) => has[a] !== has[b]);
	const means = [...Map.groupBy(telling, (pair) => pair.test).values()].map(
		(group) =>
			group.reduce((sum, { a, b }) => sum + ((odds[a] ?? 0) - (odds[b] ?? 0)) * (has[a] ? 1 : -1), 0) / group.length,
	);
	if (means.length < 2) return null;
	const random = seededRandom(13).uniform;
	const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
	const drawn = Array.from({ length: RESAMPLES }, () =>
		mean(means.map(() => means[Math.floor(random() * means.length)] ?? 0)),
	).sort((a, b) => a - b);
	const percent = (value: number) => Math.round(Math.expm1(value) * 1000) / 10;
	const at = (share: number) => percent(drawn[Math.floor(share * (RESAMPLES - 1))] ?? 0);
	return {
		measure: "clickThrough",
		percent: percent(mean(means)),
		low: at(0.025),
		high: at(0.975),
		tests: means.length,
	};
}
