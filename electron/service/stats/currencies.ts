import type { Statement } from "#domain/stats/observation.ts";

const USUAL_CURRENCY = "USD";

export interface MainCurrency {
	main: string;
	others: string[];
	/** The writer said which counts. */
	isChosen: boolean;
}

/**
 * The currency that counts, and the others.
 * @param counts how many statements there are in each; one without any is none
 * @param chosen counts where there are earnings in it; else, or `null`, the one with the most statements does
 */
export function mostStated(counts: ReadonlyMap<string, number>, chosen: string | null): MainCurrency {
	const stated = [...counts].filter(([, count]) => count > 0);
	const counting = stated.sort((a, b) => b[1] - a[1]).map(([code]) => code);
	const isChosen = chosen !== null && counting.includes(chosen);
	const main = isChosen ? chosen : (counting[0] ?? USUAL_CURRENCY);
	return { main, others: counting.filter((code) => code !== main), isChosen };
}

/** How many statements of money there are in each currency, in the order in which they come. */
export function countByCurrency(statements: readonly Statement[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { currency } of statements) if (currency) counts.set(currency, (counts.get(currency) ?? 0) + 1);
	return counts;
}

/**
 * As `mostStated`, with the currencies of lifetime totals too. Those choose only where no other earnings are known.
 * @param dated,lifetimes how many statements of months and days, and how many totals, there are in each
 */
export function mainCurrency(
	{ dated, lifetimes }: { dated: ReadonlyMap<string, number>; lifetimes: ReadonlyMap<string, number> },
	chosen: string | null,
): MainCurrency {
	const isDated = [...dated.values()].some((count) => count > 0);
	const { main, others, isChosen } = mostStated(isDated ? dated : lifetimes, chosen);
	const totals = [...lifetimes].flatMap(([code, count]) => (count > 0 && code !== main ? [code] : []));
	return { main, others: [...new Set([...others, ...totals])], isChosen };
}
