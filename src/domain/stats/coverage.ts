/** Whether stories' sums stand for the account. */
import type { Statement } from "./observation.ts";
import { monthOf } from "./periods.ts";

/** Grains that months are made of. */
export type MonthGrain = "month" | "day";

/** Tells months that stories' sums stand for from those of which only some stories are known. */
export class Coverage {
	/** How many stories each import tells of. */
	readonly #breadth = new Map<string, number>();
	/** How many stories are first told of in each month. */
	readonly #begun = new Map<string, number>();
	/** By grain and month: the imports that tell of it, and of how many stories. */
	readonly #tellers = { month: new Map<string, Set<string>>(), day: new Map<string, Set<string>>() };
	readonly #told = { month: new Map<string, number>(), day: new Map<string, number>() };

	/** @param all everything said of one story, by the month and by the day */
	begin(all: readonly Statement[]): void {
		for (const id of new Set(all.map(({ importId }) => importId)))
			this.#breadth.set(id, (this.#breadth.get(id) ?? 0) + 1);
		const first = all.reduce((least, { period }) => {
			const month = monthOf(period.start ?? "");
			return least === "" || month < least ? month : least;
		}, "");
		if (first !== "") this.#begun.set(first, (this.#begun.get(first) ?? 0) + 1);
	}

	/** @param newest what counts of it */
	tell(grain: MonthGrain, newest: readonly Statement[]): void {
		const months = new Set<string>();
		for (const { period, importId } of newest) {
			const month = monthOf(period.start ?? "");
			months.add(month);
			const tellers = this.#tellers[grain].get(month) ?? new Set();
			this.#tellers[grain].set(month, tellers.add(importId));
		}
		for (const month of months) this.#told[grain].set(month, (this.#told[grain].get(month) ?? 0) + 1);
	}

	covers(grain: MonthGrain, month: string): boolean {
		// A source of several stories leaves out those that earned nothing.
		const tellers = this.#tellers[grain].get(month) ?? [];
		if ([...tellers].some((importId) => (this.#breadth.get(importId) ?? 0) > 1)) return true;
		const begun = [...this.#begun].reduce((sum, [first, count]) => sum + (first <= month ? count : 0), 0);
		return this.#told[grain].get(month) === begun;
	}
}
