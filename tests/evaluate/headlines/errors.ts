/** How exactly the weights are known: the model fitted again and again to tests drawn with replacement. */
import { type HeadlineFeatures, headlineFeatures } from "#domain/feedback/headline/features.ts";
import { type HeadlineModel, titleParts } from "#domain/feedback/headline/model.ts";
import { seededRandom } from "#domain/revenue/random.ts";
import { UNJUDGED } from "./cross-validate.ts";
import { fitTo, type Regression } from "./fit.ts";
import type { HeadlinePair } from "./tests-data.ts";

const DRAWS = 40;
/** Pairs whose differences are looked at, evenly over the file. */
const PAIRS = 1000;

const round = (value: number) => Math.round(value * 1e4) / 1e4;

/** Root of the mean over `series` of their variances, each taken over draws. */
function typicalError(series: readonly (readonly number[])[]): number {
	const variances = series.map((values) => {
		const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
		return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
	});
	return round(Math.sqrt(variances.reduce((sum, value) => sum + value, 0) / variances.length));
}

function differentWords(a: HeadlineFeatures, b: HeadlineFeatures): number {
	return new Set(a.words).symmetricDifference(new Set(b.words)).size;
}

/** Standard errors of signals' weights and, for typical pairs, of the other families' differences; in log odds. */
export function errorsOf(
	regression: Regression,
	pairs: readonly HeadlinePair[],
	onDraw: (done: number) => void = () => {},
	draws = DRAWS,
): HeadlineModel["errors"] {
	const { rows } = regression;
	const random = seededRandom(29).uniform;
	const tests = [...new Set(rows.map((row) => row.test))];
	const every = Math.max(1, Math.floor(pairs.length / PAIRS));
	const looked = pairs
		.filter((_, at) => at % every === 0)
		.map(({ a, b }) => [a, b].map((row) => headlineFeatures(rows[row]?.headline ?? "")))
		.flatMap(([a, b]) => (a && b ? [{ a, b, root: Math.sqrt(differentWords(a, b)) }] : []));
	const signals = new Map<string, number[]>();
	const [length, form, wording] = [looked, looked, looked].map((some) => some.map((): number[] => []));
	for (let draw = 0; draw < draws; draw += 1) {
		const times = new Map<string, number>();
		for (let n = 0; n < tests.length; n += 1) {
			const test = tests[Math.floor(random() * tests.length)] ?? "";
			times.set(test, (times.get(test) ?? 0) + 1);
		}
		const model = { ...UNJUDGED, ...fitTo(regression, times) };
		for (const [id, weight] of Object.entries(model.signals)) signals.set(id, [...(signals.get(id) ?? []), weight]);
		for (const [at, { a, b, root }] of looked.entries()) {
			const [first, second] = [titleParts(model, a), titleParts(model, b)];
			const sum = (parts: typeof first) => [...parts.wording.values()].reduce((total, value) => total + value, 0);
			length?.[at]?.push(first.length - second.length);
			form?.[at]?.push(first.form - second.form);
			if (root > 0) wording?.[at]?.push((sum(first) - sum(second)) / root);
		}
		onDraw(draw + 1);
	}
	const differing = (wording ?? []).filter((values) => values.length > 0);
	return {
		signals: Object.fromEntries([...signals].map(([id, weights]) => [id, typicalError([weights])])),
		length: typicalError(length ?? []),
		form: typicalError(form ?? []),
		wording: typicalError(differing),
	};
}
