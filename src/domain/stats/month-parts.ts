/** What months are made of, statement by statement or summed up. */
import type { Statement } from "./observation.ts";

/** What months are made of: one statement, or the sum of those about one period. */
export interface Part extends Pick<Statement, "value" | "provisional" | "observedAt"> {
	period: Pick<Statement["period"], "start">;
	/** When the oldest of those summed up was seen; absent where all were at `observedAt`. */
	oldest?: string;
}

/** Collects what is said by month or by day. */
export interface Collector<From extends Part> {
	add: (one: Statement) => void;
	parts: () => readonly From[];
}

/** Every statement as it is, for whoever tells where a figure comes from. */
export function everyStatement(): Collector<Statement> {
	const all: Statement[] = [];
	return { add: (one) => void all.push(one), parts: () => all };
}

/** One sum a period: of millions of statements only those are kept. */
export function sumsByPeriod(): Collector<Part> {
	const sums = new Map<string, Required<Part>>();
	return {
		add({ period: { start }, value, provisional, observedAt }) {
			const known = sums.get(start ?? "");
			if (!known) {
				sums.set(start ?? "", { period: { start }, value, provisional, observedAt, oldest: observedAt });
				return;
			}
			known.value += value;
			known.provisional ||= provisional;
			if (observedAt > known.observedAt) known.observedAt = observedAt;
			if (observedAt < known.oldest) known.oldest = observedAt;
		},
		parts: () => [...sums.values()],
	};
}
