/** `npm run evaluate -- headlines --data FILE [--test FILE] [--json]`: the headline model and what others advise, on pairs of tests. */
import { parseArgs } from "node:util";
import { titleWords } from "#domain/feedback/headline/features.ts";
import type { Evaluation } from "../evaluations.ts";
import { PLAIN_PREDICTORS, type Predictor, wordBalance } from "./baselines.ts";
import { calibrate } from "./calibrate.ts";
import { crossValidate, type JudgedPair, judge, readPairs } from "./cross-validate.ts";
import { fitHeadlines } from "./fit.ts";
import { type Accuracy, accuracyOf, isSignificant } from "./scores.ts";
import { type HeadlinePair, pairsOf, readHeadlineTests, type ShownHeadline } from "./tests-data.ts";
import { readVectors, VECTORS } from "./vectors.ts";

const BARS = { all: 58, significant: 66, clearly: 78, clearlyShare: 25 };

interface Scored {
	all: Accuracy;
	significant: Accuracy;
}

export interface HeadlineScores {
	/** How the model was judged. */
	design: "crossValidated" | "trainedOnOther";
	pairs: number;
	significantPairs: number;
	predictors: Record<string, Scored>;
	/** Per cent: of the significant pairs, how many it calls clear; how often it is then right, of all pairs and of significant ones. */
	clearly: { share: number; all: Accuracy; significant: Accuracy };
	/** Per cent of all pairs of which nothing is said. */
	refused: { share: number };
	bars: Record<string, { value: number; limit: number; holds: boolean }>;
	pass: boolean;
}

function scored<Pair extends HeadlinePair>(pairs: readonly Pair[], difference: (pair: Pair) => number): Scored {
	return { all: accuracyOf(pairs, difference), significant: accuracyOf(pairs.filter(isSignificant), difference) };
}

/** Titles too short to compare get no verdict, as in the studio. */
const LEAST_WORDS = 3;

/** Scores what was judged, beside the plain predictors. */
export function scoreHeadlines(
	rows: readonly ShownHeadline[],
	judged: readonly JudgedPair[],
	verdicts: { clearly: number; probably: number },
	design: HeadlineScores["design"],
	balance: Predictor,
): HeadlineScores {
	const title = (row: number) => rows[row]?.headline ?? "";
	const by = (predictor: Predictor) => scored(judged, (pair) => predictor(title(pair.a)) - predictor(title(pair.b)));
	const share = (part: number, whole: number) => Math.round((10_000 * part) / Math.max(1, whole)) / 100;
	const speakable = (pair: JudgedPair) => [pair.a, pair.b].every((row) => titleWords(title(row)).length >= LEAST_WORDS);
	const says = (least: number) => judged.filter((pair) => Math.abs(pair.decisive) >= least && speakable(pair));
	const clear = says(verdicts.clearly);
	const significant = judged.filter(isSignificant).length;
	const inkhour = scored(judged, (pair) => pair.decisive);
	const clearScores = scored(clear, (pair) => pair.decisive);
	const clearShare = share(clear.filter(isSignificant).length, significant);
	const bar = (value: number, limit: number) => ({ value, limit, holds: value >= limit });
	const bars = {
		allPairs: bar(inkhour.all.accuracy, BARS.all),
		significantPairs: bar(inkhour.significant.accuracy, BARS.significant),
		clearlyRight: bar(clearScores.significant.accuracy, BARS.clearly),
		clearlyShare: bar(clearShare, BARS.clearlyShare),
	};
	return {
		design,
		pairs: judged.length,
		significantPairs: significant,
		predictors: {
			chance: scored(judged, () => 0),
			length: by(PLAIN_PREDICTORS.length),
			sixWords: by(PLAIN_PREDICTORS.sixWords),
			fiftyFiveCharacters: by(PLAIN_PREDICTORS.fiftyFiveCharacters),
			wordBalance: by(balance),
			inkhour,
		},
		clearly: { share: clearShare, ...clearScores },
		refused: { share: share(judged.length - says(verdicts.probably).length, judged.length) },
		bars,
		pass: Object.values(bars).every((one) => one.holds),
	};
}

const line = (name: string, { all, significant }: Scored) =>
	[name, all, significant]
		.map((cell) =>
			typeof cell === "string"
				? cell.padEnd(22)
				: `${cell.accuracy.toFixed(1)} [${cell.low.toFixed(1)}, ${cell.high.toFixed(1)}]`.padEnd(22),
		)
		.join("");

function tableOf(scores: HeadlineScores): string {
	const rows = [
		`${scores.pairs} pairs, ${scores.significantPairs} significant; ${scores.design === "crossValidated" ? "cross-validated by test" : "fitted to other tests"}`,
		"",
		`${"% right".padEnd(22)}${"all pairs".padEnd(22)}significant pairs`,
		...Object.entries(scores.predictors).map(([name, one]) => line(name, one)),
		line("clearly stronger", scores.clearly),
		"",
		`says "clearly" of ${scores.clearly.share} % of significant pairs, nothing of ${scores.refused.share} % of all`,
		...Object.entries(scores.bars).map(
			([name, { value, limit, holds }]) =>
				`${holds ? "holds" : "MISSED"}  ${name.padEnd(18)}${value} (at least ${limit})`,
		),
	];
	return rows.join("\n");
}

export const headlines: Evaluation = {
	name: "headlines",
	summary: "the headline model, and what others advise, on pairs of headline tests",
	options: {
		"--data FILE": "headline tests (CSV), cross-validated by test; required",
		"--test FILE": "other tests to judge by, after fitting to all of --data",
	},
	async run(words) {
		const { values } = parseArgs({
			args: [...words],
			options: { data: { type: "string" }, test: { type: "string" } },
		});
		if (!values.data) throw new Error("Which tests? npm run evaluate -- headlines --data FILE [--test FILE]");
		const vectors = readVectors(VECTORS);
		const rows = readHeadlineTests(values.data);
		const pairs = pairsOf(rows);
		const held = crossValidate(rows, pairs, vectors, (fold) => console.error(`fold ${fold + 1} of 10`));
		const { families, verdicts } = calibrate(rows, held);
		const scoresOf = () => {
			if (!values.test)
				return scoreHeadlines(rows, judge(held, families), verdicts, "crossValidated", wordBalance(vectors));
			const others = readHeadlineTests(values.test);
			const weights = fitHeadlines(rows, vectors);
			const judged = judge(readPairs(weights, others, pairsOf(others)), families);
			return scoreHeadlines(others, judged, verdicts, "trainedOnOther", wordBalance(vectors));
		};
		const scores = scoresOf();
		return { json: scores, text: tableOf(scores) };
	},
};
