/** From held-out pairs: how steep wins rise with the difference, where verdicts begin, how far each family is believed. */
import { FAMILIES, type HeadlineModel } from "#domain/feedback/headline/model.ts";
import { seededRandom } from "#domain/revenue/random.ts";
import { type JudgedPair, judge, type ReadPair } from "./cross-validate.ts";
import { won } from "./scores.ts";
import type { ShownHeadline } from "./tests-data.ts";

/** Share of all pairs, the furthest apart, of which "clearly" is said; and share of which at least "probably" is said. */
const CLEARLY_SHARE = 0.3;
const PROBABLY_SHARE = 0.7;

/** Maximum likelihood of P(won) = 1 / (1 + exp(−slope · |d|)), Newton's method. */
function slopeOf(pairs: readonly JudgedPair[]): number {
	let slope = 1;
	for (let step = 0; step < 50; step += 1) {
		let [first, second] = [0, 0];
		for (const pair of pairs) {
			const distance = Math.abs(pair.decisive);
			const expected = 1 / (1 + Math.exp(-slope * distance));
			first += distance * (won(pair, pair.decisive) - expected);
			second += distance * distance * expected * (1 - expected);
		}
		slope += first / second;
	}
	return slope;
}

/** Weighted least squares of measured on predicted differences of the families; solved by elimination. */
function familySlopes(rows: readonly ShownHeadline[], pairs: readonly ReadPair[]): number[] {
	const matrix = FAMILIES.map(() => new Array<number>(FAMILIES.length + 1).fill(0));
	const odds = (row: ShownHeadline | undefined) =>
		row ? Math.log((row.clicks + 0.5) / (row.impressions - row.clicks + 0.5)) : 0;
	for (const pair of pairs) {
		const [a, b] = [rows[pair.a], rows[pair.b]];
		const weight = 1 / (1 / ((a?.clicks ?? 0) + 0.5) + 1 / ((b?.clicks ?? 0) + 0.5) + 0.04);
		const cells = [...FAMILIES.map((family) => pair.all[family]), odds(a) - odds(b)];
		for (const [row, line] of matrix.entries())
			for (const [column, cell] of cells.entries())
				line[column] = (line[column] ?? 0) + weight * (cells[row] ?? 0) * cell;
	}
	for (const [at, pivot] of matrix.entries())
		for (const [row, line] of matrix.entries()) {
			if (row === at) continue;
			const factor = (line[at] ?? 0) / (pivot[at] ?? 1);
			for (let column = 0; column <= FAMILIES.length; column += 1)
				line[column] = (line[column] ?? 0) - factor * (pivot[column] ?? 0);
		}
	return matrix.map((line, at) => (line[FAMILIES.length] ?? 0) / (line[at] ?? 1));
}

const RESAMPLES = 400;
const round = (value: number) => Math.round(value * 1e4) / 1e4;

export function calibrate(
	rows: readonly ShownHeadline[],
	pairs: readonly ReadPair[],
): Pick<HeadlineModel, "families" | "verdicts"> {
	const tests = [...Map.groupBy(pairs, (pair) => pair.test).values()];
	const random = seededRandom(7).uniform;
	const drawn = Array.from({ length: RESAMPLES }, () =>
		familySlopes(
			rows,
			tests.flatMap(() => tests[Math.floor(random() * tests.length)] ?? []),
		),
	);
	const point = familySlopes(rows, pairs);
	const familyOf = (at: number) => {
		const sorted = drawn.map((one) => one[at] ?? 0).sort((a, b) => a - b);
		const quantile = (share: number) => round(sorted[Math.floor(share * (RESAMPLES - 1))] ?? 0);
		return { slope: round(point[at] ?? 0), low: quantile(0.025), high: quantile(0.975) };
	};
	const families = { signals: familyOf(0), length: familyOf(1), form: familyOf(2), wording: familyOf(3) };
	const judged = judge(pairs, families);
	const furthest = judged.map((pair) => Math.abs(pair.decisive)).sort((a, b) => b - a);
	const least = (share: number) => round(furthest[Math.floor(share * furthest.length)] ?? 0);
	return {
		families,
		verdicts: { slope: round(slopeOf(judged)), clearly: least(CLEARLY_SHARE), probably: least(PROBABLY_SHARE) },
	};
}
