/** Months of the account in each currency, from statements handed over subject by subject. */
import { type MonthFigure, MonthsBySubject } from "#domain/stats/monthly.ts";
import { begunBy } from "#domain/stats/observation.ts";
import { monthOf } from "#domain/stats/periods.ts";
import type { LedgerSeries } from "../database/observations.ts";
import type { SubjectStatements } from "./by-subject.ts";

/** What is not money stands under the empty currency. */
export class MonthsByCurrency {
	readonly #hasBegun: ReturnType<typeof begunBy>;
	readonly #all: ReadonlyMap<string, { months: MonthsBySubject; earning: Set<string> }>;
	/** How many statements there are in each currency, by the first period told of. */
	readonly counts: Map<string, number>;
	/** There is something of days that are still to come. */
	future = false;

	/** @param series all that are handed over. @param last ISO date: what begins later is left out */
	constructor(series: readonly LedgerSeries[], last: string) {
		this.#hasBegun = begunBy(last);
		const currencies = [...new Set(series.map(({ currency }) => currency))];
		this.#all = new Map(currencies.map((code) => [code, { months: new MonthsBySubject(), earning: new Set() }]));
		this.counts = new Map(currencies.map((code) => [code, 0]));
	}

	add({ subject, currency, statements }: SubjectStatements): void {
		const known = this.#all.get(currency);
		if (!known) return;
		const begun = statements.filter(this.#hasBegun);
		if (begun.length < statements.length) this.future = true;
		known.months.add(subject, begun);
		for (const { value, period } of begun) if (value !== 0) known.earning.add(monthOf(period.start ?? ""));
		this.counts.set(currency, (this.counts.get(currency) ?? 0) + begun.length);
	}

	/** Oldest first. */
	figures(currency: string): MonthFigure[] {
		return this.#all.get(currency)?.months.figures() ?? [];
	}

	/** `YYYY-MM` of months in which anything but this currency was earned. */
	sharedWith(currency: string): ReadonlySet<string> {
		return new Set([...this.#all].flatMap(([code, { earning }]) => (code === currency ? [] : [...earning])));
	}
}
