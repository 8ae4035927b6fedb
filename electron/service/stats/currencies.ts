import type { Statement } from "#domain/stats/observation.ts";

const USUAL_CURRENCY = "USD";

/** The currency with the most statements about earnings, and the others. */
export function mainCurrency(earnings: readonly Statement[]): { main: string; others: string[] } {
	const counts = Map.groupBy(earnings, (one) => one.currency ?? USUAL_CURRENCY);
	const [main = USUAL_CURRENCY, ...others] = [...counts]
		.sort((a, b) => b[1].length - a[1].length)
		.map(([code]) => code);
	return { main, others };
}
