/**
 * `npm run fit:headlines -- --data FILE`: fits the headline model to all tests of a file, judges it by
 * cross-validation, and writes `resources/headlines/model.json` and its data card.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type HeadlineModel, packModel } from "#domain/feedback/headline/model.ts";
import { HEADLINE_SIGNALS, transferFor } from "#domain/feedback/headline/signals.ts";
import { UPWORTHY } from "#domain/feedback/sources.ts";
import { wordBalance } from "./baselines.ts";
import { calibrate } from "./calibrate.ts";
import { crossValidate, judge } from "./cross-validate.ts";
import { dataCard } from "./data-card.ts";
import { errorsOf } from "./errors.ts";
import { scoreHeadlines } from "./evaluate.ts";
import { fitTo, regressionOf } from "./fit.ts";
import { liftOf } from "./lifts.ts";
import { pairsOf, readHeadlineTests } from "./tests-data.ts";
import { readVectors, VECTORS } from "./vectors.ts";

const { values } = parseArgs({ options: { data: { type: "string" } } });
if (!values.data) throw new Error("Which tests? npm run fit:headlines -- --data FILE");
const vectors = readVectors(VECTORS);
const rows = readHeadlineTests(values.data);
const pairs = pairsOf(rows);
const held = crossValidate(rows, pairs, vectors, (fold) => console.error(`fold ${fold + 1} of 10`));
const calibration = calibrate(rows, held);
const scores = scoreHeadlines(
	rows,
	judge(held, calibration.families),
	calibration.verdicts,
	"crossValidated",
	wordBalance(vectors),
);
const regression = regressionOf(rows, vectors);
const errors = errorsOf(regression, pairs, (done) => console.error(`drawn ${done}`));
const model: HeadlineModel = {
	...fitTo(regression),
	errors,
	...calibration,
	measured: {
		pairs: scores.pairs,
		significantPairs: scores.significantPairs,
		clearly: scores.clearly,
		refused: scores.refused,
	},
};
const folder = new URL("../../../resources/headlines/", import.meta.url);
writeFileSync(new URL("model.json", folder), `${JSON.stringify(packModel(model))}\n`);
const lifts = HEADLINE_SIGNALS.map((signal) => ({
	id: signal.id,
	weight: model.signals[signal.id] ?? 0,
	transfer: transferFor(signal, "news"),
	lift: liftOf(signal, rows, pairs),
}));
writeFileSync(new URL("README.md", folder), dataCard({ rows, scores, model, lifts, attribution: UPWORTHY.title }));
for (const { id, lift } of lifts)
	console.log(
		id.padEnd(16),
		lift ? `${lift.percent} [${lift.low}, ${lift.high}] in ${lift.tests} tests` : "too few pairs",
	);
