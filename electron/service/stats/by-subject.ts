/** The ledger read subject by subject, so that of millions of statements never more than those of one are held. */
import type { Statement, Subject } from "#domain/stats/observation.ts";
import type { LedgerSeries, ObservationRepository } from "../database/observations.ts";
import type { SubjectIndex } from "./subjects.ts";

/** What is said of one subject in one currency. */
export interface SubjectStatements {
	subject: Subject;
	/** Empty for what is not money. */
	currency: string;
	/** By the period they are about. */
	statements: readonly Statement[];
}

const byPeriod = (a: Statement, b: Statement): number => {
	const [left, right] = [a.period.start ?? "", b.period.start ?? ""];
	return left < right ? -1 : left > right ? 1 : 0;
};

/**
 * One currency after the other, and in each the subjects in the order in which they are first told of. What is said of a title is said of the story that bears it.
 * @param all as `seriesInOrder` gives them, of one metric
 */
export function* statementsBySubject(
	observations: ObservationRepository,
	subjects: SubjectIndex,
	all: readonly LedgerSeries[],
): Generator<SubjectStatements> {
	const statementsOf = observations.statements();
	for (const [currency, own] of Map.groupBy(all, (one) => one.currency))
		for (const [subject, series] of Map.groupBy(own, (one) => subjects.resolve(one.subject))) {
			// Of two statements about one period that are as new, the one of the later series counts.
			const statements = series.sort((a, b) => a.id - b.id).flatMap(statementsOf);
			if (series.length > 1) statements.sort(byPeriod);
			yield { subject, currency, statements };
		}
}
