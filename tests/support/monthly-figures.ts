import { type MonthFigure, MonthsBySubject } from "#domain/stats/monthly.ts";
import type { Statement } from "#domain/stats/observation.ts";

/** What months come to by statements about one thing. */
export function monthlyFigures(statements: readonly Statement[]): MonthFigure[] {
	const months = new MonthsBySubject();
	for (const [subject, own] of Map.groupBy(statements, (one) => one.subject)) months.add(subject, own);
	return months.figures();
}
