/** `npm run evaluate -- sincerity [--data FILE] [--json]`: false alarms and hits of the sincerity checks. */
import { parseArgs } from "node:util";
import { BlockInContext, contextOf } from "#domain/feedback/context.ts";
import { SINCERITY_RULES } from "#domain/feedback/sincerity/rules.ts";
import type { Evaluation } from "../evaluations.ts";
import { readHeadlineTests } from "../headlines/tests-data.ts";
import { readTitledTexts, SETS, type TextSet, type TitledText } from "./fixtures.ts";

/** Rule that is to find a broken promise of a kind. */
const RULE_OF: Readonly<Record<string, string>> = {
	number: "headline.promised-number",
	person: "headline.promise-person",
	question: "headline.question-answered",
	claim: "headline.promise-claim",
	superlative: "headline.superlative",
	time: "headline.promise-time",
	"how-to": "headline.promise-steps",
	pointer: "headline.promise-pointer",
	quote: "headline.promise-quotation",
	place: "headline.promise-place",
	worry: "headline.bait-worry",
	hyperbole: "headline.bait-hyperbole",
	withheld: "headline.bait-withheld",
	cliche: "headline.bait-cliche",
	cheap: "headline.bait-cheap",
	figure: "headline.promise-figure",
	research: "headline.promise-research",
	subject: "headline.promise-subject",
};
const LIMITS = { falseAlarms: 10, hits: 70, pairs: 150 };

interface Judged extends TitledText {
	/** Ids of the rules that object. */
	raised: string[];
}

/** A share of some cases in per cent, with a 95 % interval by Wilson's formula. */
interface Share {
	of: number;
	percent: number;
	low: number;
	high: number;
}

function shareOf(part: number, of: number): Share {
	const round = (value: number) => Math.round(value * 1000) / 10;
	if (of === 0) return { of, percent: 0, low: 0, high: 100 };
	const [rate, z] = [part / of, 1.96];
	const middle = (rate + (z * z) / (2 * of)) / (1 + (z * z) / of);
	const half = (z * Math.sqrt((rate * (1 - rate)) / of + (z * z) / (4 * of * of))) / (1 + (z * z) / of);
	return { of, percent: round(rate), low: round(Math.max(0, middle - half)), high: round(Math.min(1, middle + half)) };
}

export interface SincerityScores {
	pairs: number;
	/** Honest titles that any check objects to. */
	falseAlarms: Record<"all" | TextSet, Share>;
	/** Broken promises that the check of their kind finds. */
	hits: Record<"all" | TextSet, Share>;
	/** Broken promises that any check objects to. */
	noticed: Record<"all" | TextSet, Share>;
	byKind: Record<string, Share>;
	/** Which checks the false alarms come from. */
	alarmsByCheck: Record<string, number>;
	/** Per cent of the headlines of the data that a check of the title's words alone objects to. */
	headlines?: { of: number; any: number; byCheck: Record<string, number> };
	bars: Record<string, { value: number; limit: number; holds: boolean }>;
	pass: boolean;
}

/** What asks the writer for something; praise is no objection. */
function objections(document: TitledText["document"]): string[] {
	const context = contextOf(document.blocks.map((block) => new BlockInContext(block)));
	return SINCERITY_RULES.filter((rule) =>
		rule.check(context, rule.thresholds).some((tip) => tip.severity !== "strength"),
	).map(({ id }) => id);
}

export function judge(texts: readonly TitledText[]): Judged[] {
	return texts.map((text) => ({ ...text, raised: objections(text.document) }));
}

function bySet(judged: readonly Judged[], counts: (one: Judged) => boolean): Record<"all" | TextSet, Share> {
	const of = (some: readonly Judged[]) => shareOf(some.filter(counts).length, some.length);
	const set = (name: TextSet) => of(judged.filter((one) => one.set === name));
	return { all: of(judged), development: set("development"), held: set("held"), newcomers: set("newcomers") };
}

export function scoreSincerity(judged: readonly Judged[], headlines?: readonly string[]): SincerityScores {
	const kept = judged.filter((one) => one.broken === null);
	const broken = judged.filter((one) => one.broken !== null);
	const isHit = (one: Judged) => one.raised.includes(RULE_OF[one.broken ?? ""] ?? "");
	const alarms: Record<string, number> = {};
	for (const id of kept.flatMap((one) => one.raised)) alarms[id] = (alarms[id] ?? 0) + 1;
	const falseAlarms = bySet(kept, (one) => one.raised.length > 0);
	const hits = bySet(broken, isHit);
	const atMost = (value: number, limit: number) => ({ value, limit, holds: value <= limit });
	const atLeast = (value: number, limit: number) => ({ value, limit, holds: value >= limit });
	const bars = {
		falseAlarms: atMost(falseAlarms.all.percent, LIMITS.falseAlarms),
		falseAlarmsHeld: atMost(falseAlarms.held.percent, LIMITS.falseAlarms),
		falseAlarmsNewcomers: atMost(falseAlarms.newcomers.percent, LIMITS.falseAlarms),
		hits: atLeast(hits.all.percent, LIMITS.hits),
		pairs: atLeast(judged.length, LIMITS.pairs),
	};
	return {
		pairs: judged.length,
		falseAlarms,
		hits,
		noticed: bySet(broken, (one) => one.raised.length > 0),
		byKind: Object.fromEntries(
			Object.keys(RULE_OF).map((kind) => {
				const some = broken.filter((one) => one.broken === kind);
				return [kind, shareOf(some.filter(isHit).length, some.length)];
			}),
		),
		alarmsByCheck: alarms,
		...(headlines ? { headlines: firing(headlines) } : {}),
		bars,
		pass: Object.values(bars).every((one) => one.holds),
	};
}

/** How often the checks that need no text object to real headlines. */
function firing(headlines: readonly string[]): NonNullable<SincerityScores["headlines"]> {
	const counts = new Map<string, number>();
	let any = 0;
	for (const title of headlines) {
		const raised = objections({ version: 1, blocks: [{ id: "t", type: "title", spans: [{ text: title }] }] });
		for (const id of raised) counts.set(id, (counts.get(id) ?? 0) + 1);
		if (raised.length > 0) any += 1;
	}
	const percent = (count: number) => Math.round((10_000 * count) / Math.max(1, headlines.length)) / 100;
	const sorted = [...counts].sort((a, b) => b[1] - a[1]).map(([id, count]) => [id, percent(count)] as const);
	return { of: headlines.length, any: percent(any), byCheck: Object.fromEntries(sorted) };
}

const shown = ({ of, percent, low, high }: Share) => `${percent.toFixed(1)} [${low}, ${high}] of ${of}`.padEnd(30);
const row = (name: string, shares: Record<"all" | TextSet, Share>) =>
	`${name.padEnd(16)}${(["all", ...SETS] as const).map((set) => shown(shares[set])).join("")}`;

function tableOf(scores: SincerityScores, judged: readonly Judged[], list: boolean): string {
	const missed = judged.filter((one) => one.broken && !one.raised.includes(RULE_OF[one.broken] ?? ""));
	const alarms = judged.filter((one) => !one.broken && one.raised.length > 0);
	return [
		`${scores.pairs} titles with their texts`,
		"",
		`${"per cent".padEnd(16)}${["all", ...SETS].map((name) => name.padEnd(30)).join("")}`,
		row("false alarms", scores.falseAlarms),
		row("hits", scores.hits),
		row("noticed", scores.noticed),
		"",
		...Object.entries(scores.byKind).map(([kind, share]) => `${kind.padEnd(16)}${shown(share)}`),
		"",
		...Object.entries(scores.alarmsByCheck).map(([id, count]) => `${id.padEnd(30)}${count} false alarms`),
		...(scores.headlines
			? [
					"",
					`${scores.headlines.any} % of ${scores.headlines.of} headlines`,
					...Object.entries(scores.headlines.byCheck).map(([id, share]) => `${id.padEnd(30)}${share} %`),
				]
			: []),
		"",
		...(list
			? [
					...alarms.filter(mayBeSeen).map((one) => `alarm   ${one.title}  ${one.raised.join(" ")}`),
					...missed.filter(mayBeSeen).map((one) => `missed  ${one.broken}: ${one.title}  ${one.raised.join(" ")}`),
					"",
				]
			: []),
		...Object.entries(scores.bars).map(
			([name, { value, limit, holds }]) => `${holds ? "holds" : "MISSED"}  ${name.padEnd(22)}${value} (bar ${limit})`,
		),
	].join("\n");
}

/** What is only scored is not looked at while a rule is written. */
const mayBeSeen = (one: Judged) => one.set !== "held";

export const sincerity: Evaluation = {
	name: "sincerity",
	summary: "does the text keep its title: false alarms and hits on titles with texts",
	options: {
		"--data FILE": "headline tests (CSV), to see how often titles alone are objected to",
		"--list": "names every wrong answer",
	},
	async run(words) {
		const { values } = parseArgs({
			args: [...words],
			options: { data: { type: "string" }, list: { type: "boolean" } },
		});
		const judged = judge(readTitledTexts());
		const headlines = values.data
			? [...new Set(readHeadlineTests(values.data).map(({ headline }) => headline))]
			: undefined;
		const scores = scoreSincerity(judged, headlines);
		return { json: scores, text: tableOf(scores, judged, values.list === true) };
	},
};
