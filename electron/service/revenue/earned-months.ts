/** What the account earned month by month, read story by story: of millions of statements only sums are kept. */

import { type Part, sumsByPeriod } from "#domain/stats/month-parts.ts";
import { type MonthFigure, MonthsBySubject } from "#domain/stats/monthly.ts";
import { begunBy, type Statement, type Subject } from "#domain/stats/observation.ts";
import type { ObservationRepository } from "../database/observations.ts";
import { currencyOf, type MainCurrency, mostStated } from "../stats/currencies.ts";
import type { SubjectIndex } from "../stats/subjects.ts";

export interface EarnedMonths {
	currency: MainCurrency;
	/** In the currency that counts, oldest first. */
	figures: MonthFigure<Part>[];
	/** There are earnings of months or days, some perhaps still to come. */
	any: boolean;
	/** There are some of days that are still to come. */
	future: boolean;
}

/**
 * @param options.today ISO date: what begins later is left out
 * @param options.counted see `mostStated`
 */
export function readEarnedMonths(
	observations: ObservationRepository,
	subjects: SubjectIndex,
	{ today, counted }: { today: string; counted: string | null },
): EarnedMonths {
	const all = observations.series({ metrics: ["earnings"], grains: ["month", "day"] });
	const statementsOf = observations.statements();
	const hasBegun = begunBy(today);
	// In the order in which they came in: of two with as many statements the first counts.
	const counts = new Map(all.map((series) => [currencyOf(series), 0]));
	const months = new Map<string, MonthsBySubject<Part>>();
	let [any, future] = [false, false];
	for (const [subject, series] of Map.groupBy(all, (one): Subject => subjects.resolve(one.subject))) {
		const stated: Statement[] = [];
		for (const one of series)
			for (const statement of statementsOf(one)) {
				any = true;
				if (hasBegun(statement)) stated.push(statement);
				else future = true;
			}
		for (const [code, own] of Map.groupBy(stated, currencyOf)) {
			counts.set(code, (counts.get(code) ?? 0) + own.length);
			const into = months.get(code) ?? new MonthsBySubject(sumsByPeriod);
			months.set(code, into);
			into.add(subject, own);
		}
	}
	const currency = mostStated(new Map([...counts].filter(([, count]) => count > 0)), counted);
	return { currency, figures: months.get(currency.main)?.figures() ?? [], any, future };
}
