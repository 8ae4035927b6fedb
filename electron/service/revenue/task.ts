/** The engine in its thread: reads the ledger once, answers quickly first, and then whatever it is asked. */
import { join } from "node:path";
import Database from "better-sqlite3";
import type { ExplainAnswer, ProjectionAnswer, WhatIfAnswer, WhatIfAssumptions } from "#contract/earn.ts";
import { cashRulesFor, type PayoutAssumptions } from "#domain/revenue/cash.ts";
import type { Prepared } from "#domain/revenue/engine/engine.ts";
import type { Refusal } from "#domain/revenue/refusal.ts";
import { ObservationRepository } from "../database/observations.ts";
import { DATABASE_FILE } from "../lifecycle/files.ts";
import type { TaskOutcome } from "../threads/tasks.ts";
import { type AnswerContext, preparedFor } from "./answer-context.ts";
import { explainOf } from "./explanation.ts";
import { type RevenueRequest, readRevenueLedger } from "./ledger.ts";
import { projectionOf, refusedProjection } from "./projection.ts";
import { refusedWhatIf, whatIfOf } from "./what-if.ts";

export interface RevenueTaskInput extends RevenueRequest {
	/** Folder of the library. */
	directory: string;
}

/** How many months ahead, and the seed of the luck. */
export interface Drawing {
	months: number;
	seed: number;
}

export type RevenueQuestion = Drawing &
	(
		| { ask: "quick" }
		| { ask: "refined" }
		| { ask: "explain"; month: string }
		| { ask: "whatIf"; assumptions: WhatIfAssumptions; goal: number | null }
	);

/** What crosses to the thread: payouts are worked out of what was fitted, so their rules come with each question. */
export type AskedRevenue = RevenueQuestion & { payouts: PayoutAssumptions };

export interface RevenueReplies {
	quick: ProjectionAnswer;
	refined: ProjectionAnswer;
	explain: ExplainAnswer;
	whatIf: WhatIfAnswer;
}

const isRefusal = (found: Prepared | Refusal): found is Refusal => "code" in found;

/** Fits that are kept: with and without the back-test, of few seeds. */
const FITS_KEPT = 4;

/** Runs in the thread. The library's file is closed again before the first answer. */
export function revenueTask({ directory, importedBy, ...request }: RevenueTaskInput): TaskOutcome<"revenue"> {
	const database = new Database(join(directory, DATABASE_FILE), { readonly: true, fileMustExist: true });
	let known: Omit<AnswerContext, "cash">;
	try {
		const observations = new ObservationRepository(database, importedBy);
		const read = () => readRevenueLedger({ database, observations }, request);
		known = { ledger: database.transaction(read).deferred(), today: request.today };
	} finally {
		database.close();
	}
	const fits = new Map<string, Prepared | Refusal>();
	function fitFor({ seed }: Drawing, backtest: boolean): Prepared | Refusal {
		const key = `${seed} ${backtest}`;
		const found = fits.get(key) ?? preparedFor(known, seed, backtest);
		fits.delete(key);
		fits.set(key, found);
		const [oldest] = fits.keys();
		if (fits.size > FITS_KEPT && oldest !== undefined) fits.delete(oldest);
		return found;
	}
	function project(context: AnswerContext, drawing: Drawing, refined: boolean): ProjectionAnswer {
		const found = fitFor(drawing, refined);
		return isRefusal(found)
			? refusedProjection(context, drawing, found, refined)
			: projectionOf(context, drawing, found, refined);
	}
	return {
		value: null,
		answer({ payouts, ...question }) {
			const context = { ...known, cash: cashRulesFor(known.ledger.known.currency, payouts) };
			switch (question.ask) {
				case "quick":
					return project(context, question, false);
				case "refined":
					return project(context, question, true);
				case "explain": {
					// What is left in stories is told as the projection tells it: mixed by how past forecasts went.
					const found = fitFor(question, true);
					return explainOf(context, question.month, isRefusal(found) ? null : found, question.seed);
				}
				case "whatIf": {
					const found = fitFor(question, true);
					return isRefusal(found) ? refusedWhatIf(context, question, found) : whatIfOf(context, question, found);
				}
			}
		},
	};
}
