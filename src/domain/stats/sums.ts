/** Sums of statements that tell where they come from, without keeping what was summed. */
import type { Statement } from "./observation.ts";

/** What statements of one kind come to. */
export interface Sum {
	value: number;
	/** One of them may still change. */
	provisional: boolean;
	/** Where the first of their periods begins and the last one ends; `null` for lifetimes. */
	start: string | null;
	end: string | null;
	/** ISO 8601: when the oldest of them was seen. */
	oldest: string;
	/** Of them; of several as new the one that came first. */
	newest: Statement;
	/** Which one that was of all that came. */
	place: number;
	/** How many they are. */
	count: number;
}

const sumOfOne = (one: Statement, place: number): Sum => ({
	value: one.value,
	provisional: one.provisional,
	start: one.period.start,
	end: one.period.end,
	oldest: one.observedAt,
	newest: one,
	place,
	count: 1,
});

function addTo(sum: Sum, other: Readonly<Sum>): void {
	sum.value += other.value;
	sum.count += other.count;
	sum.provisional ||= other.provisional;
	if (other.start !== null && (sum.start === null || other.start < sum.start)) sum.start = other.start;
	if (other.end !== null && (sum.end === null || other.end > sum.end)) sum.end = other.end;
	if (other.oldest < sum.oldest) sum.oldest = other.oldest;
	const [known, seen] = [sum.newest.observedAt, other.newest.observedAt];
	if (seen < known || (seen === known && other.place > sum.place)) return;
	sum.newest = other.newest;
	sum.place = other.place;
}

/** One sum of all; `null` for none. */
export function joined(sums: readonly Sum[]): Sum | null {
	const [first, ...others] = sums;
	if (!first) return null;
	const all = { ...first };
	for (const one of others) addTo(all, one);
	return all;
}

/** `null` for none. */
export const sumOf = (statements: readonly Statement[]): Sum | null => joined(statements.map(sumOfOne));

/** One sum for each time at which a period begins: of millions of statements only those are kept. */
export class SumsByPeriod {
	readonly #sums = new Map<string | null, Sum>();
	#count = 0;

	add(one: Statement): void {
		const sum = sumOfOne(one, this.#count);
		this.#count += 1;
		const known = this.#sums.get(sum.start);
		if (known) addTo(known, sum);
		else this.#sums.set(sum.start, sum);
	}

	all(): Sum[] {
		return [...this.#sums.values()];
	}
}
