import { forecast } from "./forecast/evaluate.ts";
import { headlines } from "./headlines/evaluate.ts";
import { portfolio } from "./portfolio/evaluate.ts";
import { revenue } from "./revenue/evaluate.ts";
import { sincerity } from "./sincerity/evaluate.ts";

/** One evaluation: a file in this folder that exports one, and its name in the list below. */
export interface Evaluation {
	name: string;
	summary: string;
	/** `json` is the one object of `--json`; `text` is a readable table. */
	run(words: readonly string[]): Promise<{ json: unknown; text: string }>;
}

export const evaluations: readonly Evaluation[] = [forecast, headlines, portfolio, revenue, sincerity];
