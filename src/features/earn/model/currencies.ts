interface Counted {
	/** The one that counts. */
	currency: string;
	/** Others with earnings; none where there is one currency only. */
	others: readonly string[];
	/** The writer's choice, with earnings in it or not; `null` without one. */
	chosen: string | null;
}

/** Codes that can be chosen, by alphabet; none where there is nothing to choose and no choice to take back. */
export function currencyChoices({ currency, others, chosen }: Counted): string[] {
	if (others.length === 0 && chosen === null) return [];
	return [...new Set([currency, ...others, ...(chosen === null ? [] : [chosen])])].sort();
}
