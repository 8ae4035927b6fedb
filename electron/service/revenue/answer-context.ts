/** What every answer of the revenue engine's thread is made from. */
import { type AgedAnswer, type NamedStory, PROJECTION_MONTHS } from "#contract/earn.ts";
import { earningsAge } from "#domain/revenue/age.ts";
import type { CashRules } from "#domain/revenue/cash.ts";
import { type Prepared, prepare, refusalOf } from "#domain/revenue/engine/engine.ts";
import { gapsOf, missingMonths, sinceGap } from "#domain/revenue/engine/gaps.ts";
import type { KnownMonth } from "#domain/revenue/engine/history.ts";
import { LEAST_MONTHS } from "#domain/revenue/engine/trials.ts";
import { monthsAhead } from "#domain/revenue/input/account-months.ts";
import type { Refusal } from "#domain/revenue/refusal.ts";
import type { Subject } from "#domain/stats/observation.ts";
import type { RevenueLedger } from "./ledger.ts";

export interface AnswerContext {
	ledger: RevenueLedger;
	/** ISO date. */
	today: string;
	/** `null` where the least payout in the currency of the earnings is not known. */
	cash: CashRules | null;
}

/** What tells how old the figures are that an answer is drawn from. */
export interface AgedContext {
	ledger: Pick<RevenueLedger, "asOf"> & { known: Pick<RevenueLedger["known"], "currency"> };
	today: string;
}

export const agedAnswer = ({ ledger, today }: AgedContext): AgedAnswer => ({
	asOf: ledger.asOf,
	age: earningsAge(ledger.asOf, today),
	currency: ledger.known.currency,
});

/** How many stories are known to be boosted. */
export const boostedStories = ({ input }: Prepared) => input.stories.filter(({ boosted }) => boosted !== null).length;

/** Stories by their key in the ledger, as people know them. */
export function named({ subjects }: RevenueLedger, ids: Iterable<string>): Record<string, NamedStory> {
	const entries = [...new Set(ids)].map((id) => {
		const { storyId, title, boostedOn } = subjects.story(id as Subject);
		return [id, { storyId, title, boostedOn }] as const;
	});
	return Object.fromEntries(entries);
}

/** What of the ledger is left out of every answer. */
export function leftOutOf({ ledger, today }: AnswerContext): Refusal[] {
	const { otherCurrencies: others, currencyChosen: chosen, known, future, someStories } = ledger;
	const newest = someStories.at(-1);
	return [
		...(others.length > 0 ? [{ code: "other-currencies", currency: known.currency, others, chosen } as const] : []),
		...(newest ? [{ code: "some-stories", month: newest, count: someStories.length } as const] : []),
		...(future ? [{ code: "future-figures", day: today } as const] : []),
	];
}

/** The complete months as they were stated, and what is not known between them and up to the first one ahead. */
export function historyOf({ known }: RevenueLedger) {
	const { months } = known;
	const gaps = gapsOf(months, monthsAhead(known, 1));
	const stated = (some: readonly KnownMonth[]) =>
		some.map(({ month, value, missing = 0 }) => ({ month, minor: value, missing }));
	return {
		history: stated(months),
		/** Of them those after the last gap: what was carried over before it is not known. */
		sinceGap: stated(sinceGap(months, gaps)),
		missing: missingMonths(gaps),
		firstAhead: gaps.ahead + 1,
	};
}

/** A first look needs no back-test; bands that are to hold do. */
export function preparedFor(
	{ ledger }: Pick<AnswerContext, "ledger">,
	seed: number,
	backtest: boolean,
): Prepared | Refusal {
	if (ledger.importedLater !== null) return { code: "imported-later", first: ledger.importedLater };
	// As many as can be asked for, whatever is: a month is the same however many are shown after it.
	const input = { ...ledger.known, ahead: monthsAhead(ledger.known, PROJECTION_MONTHS.most) };
	const refusal = refusalOf(input);
	// Of the only month known the beginning is missing.
	if (refusal?.code === "no-earnings" && ledger.asOf !== null)
		return { code: "few-months", have: 0, need: LEAST_MONTHS };
	return refusal ?? prepare(input, seed, { backtest });
}
