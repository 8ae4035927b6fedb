import type { Statement } from "#domain/stats/observation.ts";

const USUAL_CURRENCY = "USD";

/**
 * The currency that counts, and the others.
 * @param chosen counts where there are earnings in it; else, or `null`, the one with the most statements does
 */
export function mainCurrency(
	earnings: readonly Statement[],
	chosen: string | null,
): { main: string; others: string[]; isChosen: boolean } {
	const counts = Map.groupBy(earnings, (one) => one.currency ?? USUAL_CURRENCY);
	const all = [...counts].sort((a, b) => b[1].length - a[1].length).map(([code]) => code);
	const isChosen = chosen !== null && counts.has(chosen);
	const main = isChosen ? chosen : (all[0] ?? USUAL_CURRENCY);
	return { main, others: all.filter((code) => code !== main), isChosen };
}
