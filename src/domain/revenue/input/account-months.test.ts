import { describe, expect, test } from "vitest";
import { monthlyFigures } from "#tests/support/monthly-figures.ts";
import type { Statement } from "../../stats/observation.ts";
import { addDays, dayNumber, dayPeriod, monthPeriod } from "../../stats/periods.ts";
import { completionOf } from "../provisional.ts";
import { accountMonths, monthsAhead } from "./account-months.ts";

const BELIEVED = completionOf([]);

const statement = (changes: Partial<Statement>): Statement => ({
	subject: "account",
	metric: "earnings",
	definition: "earnings-month",
	period: monthPeriod("2026-01", "UTC"),
	value: 1000,
	currency: "USD",
	rounding: "exact",
	provisional: false,
	row: 1,
	observedAt: "2026-03-19T10:00:00.000Z",
	importId: "i",
	...changes,
});
const month = (name: string, value: number, observedAt?: string): Statement =>
	statement({ period: monthPeriod(name, "UTC"), value, ...(observedAt ? { observedAt } : {}) });
const known = (statements: readonly Statement[]) => accountMonths(monthlyFigures(statements), BELIEVED);

describe("the running month", () => {
	test("stated so far, holds what its newest days usually show by then", () => {
		const { months, running } = known([month("2026-01", 900), month("2026-02", 1100), month("2026-03", 600)]);
		expect(months.map(({ month: name, value }) => [name, value])).toEqual([
			["2026-01", 900],
			["2026-02", 1100],
		]);
		// The 19th, the 18th and the 17th are believed to be half, four fifths and nearly in.
		expect(running).toMatchObject({ month: "2026-03", toDate: 600, knownUntil: dayNumber("2026-03-01") + 18 });
	});

	test("summed from days, ends before the first provisional one", () => {
		const days = Array.from({ length: 12 }, (_, at) =>
			statement({
				definition: "earnings-day",
				period: dayPeriod(addDays("2026-03-01", at), "UTC"),
				value: 10,
				provisional: at >= 10,
				observedAt: "2026-03-12T20:00:00.000Z",
			}),
		);
		const { running } = known([month("2026-02", 1100), ...days]);
		expect(running).toMatchObject({
			toDate: 100,
			provisional: 20,
			knownUntil: dayNumber("2026-03-11"),
			until: dayNumber("2026-04-01"),
		});
	});

	test("is known though months before it are not, and none where nothing has begun", () => {
		expect(known([month("2026-01", 900), month("2026-03", 600)]).running).toMatchObject({ month: "2026-03" });
		expect(known([month("2026-01", 900), month("2026-02", 800)]).running).toBeNull();
	});

	test("that is over, seen a week later and still called provisional, counts as complete", () => {
		const late = { ...month("2026-03", 700, "2026-04-09T10:00:00.000Z"), provisional: true };
		const { months, running } = known([month("2026-02", 1100), late]);
		expect(running).toBeNull();
		expect(months.at(-1)).toMatchObject({ month: "2026-03", value: 700 });
	});
});

test("a month of one story changes nothing of an account's history, whenever it was", () => {
	const history = [month("2025-11", 900), month("2025-12", 800), month("2026-01", 1000)];
	for (const later of ["2025-09", "2026-02", "2026-03"]) {
		const one = { ...month(later, 40), subject: "story:0123456789ab" as const, importId: "single" };
		expect(known([...history, one])).toEqual(known(history));
	}
	const running = month("2026-03", 600);
	const one = { ...month("2026-02", 40), subject: "story:0123456789ab" as const, importId: "single" };
	expect(known([...history, running, one])).toEqual(known([...history, running]));
});

test("months ahead begin with the running one, else with the one after the last", () => {
	const names = (statements: readonly Statement[], count: number) =>
		monthsAhead(known(statements), count).map(({ month: name }) => name);
	expect(names([month("2026-02", 5), month("2026-03", 5)], 2)).toEqual(["2026-03", "2026-04"]);
	expect(names([month("2025-11", 5), month("2025-12", 5)], 2)).toEqual(["2026-01", "2026-02"]);
	expect(names([], 2)).toEqual([]);
});
