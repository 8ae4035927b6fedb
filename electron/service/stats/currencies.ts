import type { Statement } from "#domain/stats/observation.ts";

const USUAL_CURRENCY = "USD";

/**
 * The currency that counts, and the others, of lifetime totals too. Those choose only where no other earnings are known.
 * @param chosen counts where there are earnings in it; else, or `null`, the one with the most statements does
 */
export function mainCurrency(
	earnings: readonly Statement[],
	chosen: string | null,
): { main: string; others: string[]; isChosen: boolean } {
	const currencyOf = (one: Statement) => one.currency ?? USUAL_CURRENCY;
	const dated = earnings.filter((one) => one.period.grain !== "lifetime");
	const counts = Map.groupBy(dated.length > 0 ? dated : earnings, currencyOf);
	const counting = [...counts].sort((a, b) => b[1].length - a[1].length).map(([code]) => code);
	const isChosen = chosen !== null && counts.has(chosen);
	const main = isChosen ? chosen : (counting[0] ?? USUAL_CURRENCY);
	const all = new Set([...counting, ...earnings.map(currencyOf)]);
	return { main, others: [...all].filter((code) => code !== main), isChosen };
}
