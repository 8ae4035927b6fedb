import type { Statement } from "#domain/stats/observation.ts";

const USUAL_CURRENCY = "USD";

export const currencyOf = ({ currency }: Pick<Statement, "currency">): string => currency ?? USUAL_CURRENCY;

export interface MainCurrency {
	main: string;
	others: string[];
	/** The writer said which counts. */
	isChosen: boolean;
}

/**
 * The currency that counts, and the others.
 * @param counts how many statements there are in each
 * @param chosen counts where there are earnings in it; else, or `null`, the one with the most statements does
 */
export function mostStated(counts: ReadonlyMap<string, number>, chosen: string | null): MainCurrency {
	const counting = [...counts].sort((a, b) => b[1] - a[1]).map(([code]) => code);
	const isChosen = chosen !== null && counts.has(chosen);
	const main = isChosen ? chosen : (counting[0] ?? USUAL_CURRENCY);
	return { main, others: counting.filter((code) => code !== main), isChosen };
}

/** As `mostStated`, with the currencies of lifetime totals too. Those choose only where no other earnings are known. */
export function mainCurrency(earnings: readonly Statement[], chosen: string | null): MainCurrency {
	const dated = earnings.filter((one) => one.period.grain !== "lifetime");
	const counts = Map.groupBy(dated.length > 0 ? dated : earnings, currencyOf);
	const { main, others, isChosen } = mostStated(new Map([...counts].map(([code, own]) => [code, own.length])), chosen);
	const all = new Set([...others, ...earnings.map(currencyOf)]);
	return { main, others: [...all].filter((code) => code !== main), isChosen };
}
