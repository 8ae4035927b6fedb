import { forecast } from "./forecast/evaluate.ts";
import { headlines } from "./headlines/evaluate.ts";
import { portfolio } from "./portfolio/evaluate.ts";
import { revenue } from "./revenue/evaluate.ts";
import { sincerity } from "./sincerity/evaluate.ts";

/** One evaluation: a file in this folder that exports one, and its name in the list below. */
export interface Evaluation {
	name: string;
	summary: string;
	/** What it takes, each with what it means; required ones say so. */
	options: Readonly<Record<`--${string}`, string>>;
	/**
	 * `json` is the one object of `--json`, whose `pass` says whether every bar holds; `text` is a readable table.
	 * Throws an `Error` that says in one line what is wrong with options or data.
	 */
	run(words: readonly string[]): Promise<{ json: { pass: boolean }; text: string }>;
}

export const evaluations: readonly Evaluation[] = [forecast, headlines, portfolio, revenue, sincerity];
