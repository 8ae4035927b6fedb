/** Which titles of a story can be laid side by side: each once, blank ones not at all. */
export interface DistinctTitles {
	/** To compare with the title, in order. */
	others: string[];
	/** For each variant, which of the titles before it says the same: 0 is the title itself, 1 the first variant. */
	sameAs: (number | null)[];
}

/** As it is compared: spaces at its ends and runs of spaces say nothing. */
export const plainTitle = (title: string) => title.replace(/\s+/g, " ").trim();

export function distinctTitles(title: string, variants: readonly string[]): DistinctTitles {
	const all = [title, ...variants].map(plainTitle);
	const sameAs = variants.map((_, index) => {
		const own = all[index + 1];
		const first = all.indexOf(own ?? "");
		return own !== "" && first <= index ? first : null;
	});
	return { others: all.slice(1).filter((one, index) => one !== "" && sameAs[index] === null), sameAs };
}
