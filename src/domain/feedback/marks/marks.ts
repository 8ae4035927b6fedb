/** The four marks of stories that do well on Medium: what of each is in a story, where, and what is not. No sum, no score. */
import { sentence } from "../../words/message.ts";
import type { BlockInContext, StoryContext } from "../context.ts";
import { type RuleChoices, ruleInForce } from "../rule-choices.ts";
import { convention, MEDIUM_GUIDELINES, mediumRule, WRITING_CONVENTION } from "../sources.ts";
import type { Evidence, Rule } from "../types.ts";
import { isWordless, type ShownSigns, type SignId, signsOf } from "./signs.ts";

export type MarkId = "analysis" | "professional" | "story" | "practical";

interface SignData {
	id: SignId;
	/** What is there, in a few words. */
	name: string;
	/** Said when there is nothing of it. */
	missing: string;
	/** The same of a text of which only what needs no words was looked at. */
	missingWordless?: string;
	/** Places from which the sign counts as there. */
	least: number;
}

interface MarkData {
	id: MarkId;
	name: string;
	why: string;
	evidence: readonly Evidence[];
	signs: readonly SignData[];
}

/** A place that shows a sign; offsets as in a tip. */
export interface MarkPlace {
	blockId: string;
	start: number;
	end: number;
	quote: string;
}

export interface FoundSign extends SignData {
	/** Whether there are as many places as it takes. */
	there: boolean;
	/** All of them. */
	count: number;
	/** The first few. */
	places: MarkPlace[];
}

export interface Mark extends Omit<MarkData, "signs"> {
	signs: FoundSign[];
	/** Names of the signs that are known by English words alone and were not looked for in this text. */
	unread: string[];
}

const MARK_EVIDENCE: readonly Evidence[] = [mediumRule(MEDIUM_GUIDELINES), convention(WRITING_CONVENTION)];

/** In the order in which they are shown; thresholds are customs, set by reading. */
const MARKS: readonly MarkData[] = [
	{
		id: "analysis",
		name: sentence("In-depth analysis"),
		why: sentence(
			"Medium's curators look for stories that help readers deepen their understanding, with thoughtful and knowledgeable views.",
		),
		evidence: MARK_EVIDENCE,
		signs: [
			{
				id: "sources",
				name: sentence("Sources"),
				missing: sentence("No source is named or linked."),
				missingWordless: sentence("No link, link card or footnote."),
				least: 2,
			},
			{
				id: "figures",
				name: sentence("Figures"),
				missing: sentence("No figure with its measure."),
				missingWordless: sentence("No table, and no figure with a sign of its measure, such as % or €."),
				least: 3,
			},
			{
				id: "reasons",
				name: sentence("Reasons"),
				missing: sentence("No words that give reasons or compare."),
				least: 3,
			},
			{
				id: "objection",
				name: sentence("An objection met"),
				missing: sentence("Nothing that speaks against it is taken up."),
				least: 1,
			},
		],
	},
	{
		id: "professional",
		name: sentence("Professional value"),
		why: sentence("Medium asks for a writer's own experience and knowledge of the subject."),
		evidence: MARK_EVIDENCE,
		signs: [
			{
				id: "experience",
				name: sentence("Experience at work"),
				missing: sentence("The text does not say what you know it from."),
				least: 1,
			},
			{
				id: "example",
				name: sentence("Worked examples"),
				missing: sentence("No example is worked through."),
				missingWordless: sentence("No code."),
				least: 1,
			},
			{
				id: "explained",
				name: sentence("Terms explained"),
				missing: sentence("No term or idea is put in other words."),
				least: 1,
			},
			{
				id: "result",
				name: sentence("Results"),
				missing: sentence("No result with figures: what changed, from what to what."),
				least: 1,
			},
		],
	},
	{
		id: "story",
		name: sentence("Story"),
		why: sentence("Medium's stated purpose is human storytelling; its curators look for what a writer has lived."),
		evidence: MARK_EVIDENCE,
		signs: [
			{ id: "people", name: sentence("People"), missing: sentence("Nobody in particular appears."), least: 2 },
			{ id: "scene", name: sentence("Scenes"), missing: sentence("No scene: a place, an hour, a room."), least: 2 },
			{
				id: "speech",
				name: sentence("Speech"),
				missing: sentence("Nobody says anything."),
				missingWordless: sentence("Nothing stands in quotation marks."),
				least: 1,
			},
			{
				id: "turn",
				name: sentence("A turn"),
				missing: sentence("Nothing turns: no until, no one day, no since then."),
				least: 1,
			},
		],
	},
	{
		id: "practical",
		name: sentence("Practical value"),
		why: sentence("Medium looks for stories that help readers in their own endeavours."),
		evidence: MARK_EVIDENCE,
		signs: [
			{
				id: "steps",
				name: sentence("Steps"),
				missing: sentence("No steps that a reader could take."),
				missingWordless: sentence("No numbered list and no numbered headings."),
				least: 3,
			},
			{ id: "advice", name: sentence("Advice"), missing: sentence("The reader is not addressed."), least: 2 },
			{
				id: "materials",
				name: sentence("Tools and amounts"),
				missing: sentence("No code, table, tool or amount."),
				missingWordless: sentence("No code, table or embed."),
				least: 1,
			},
			{
				id: "takeaway",
				name: sentence("Something to take along"),
				missing: sentence("No line that sums up what to do."),
				least: 1,
			},
		],
	},
];

/** Places of one sign that are shown; the rest is counted. */
const SHOWN = 5;
/** Words below which a story is still being begun. */
const ENOUGH = 150;

interface Showing {
	one: BlockInContext;
	signs: ShownSigns;
}

function foundSign(data: SignData, showing: readonly Showing[], reads: boolean): FoundSign {
	let count = 0;
	const places: MarkPlace[] = [];
	for (const { one, signs } of showing) {
		const found = signs.get(data.id);
		if (!found) continue;
		count += found.length;
		for (const { start, end } of found.slice(0, SHOWN - places.length))
			places.push({ blockId: one.block.id, start, end, quote: one.text.slice(start, end) });
	}
	const missing = (reads ? undefined : data.missingWordless) ?? data.missing;
	return { ...data, missing, there: count >= data.least, count, places };
}

const ruleOf = ({ why, evidence }: MarkData, sign: SignData): Rule => ({
	id: `marks.${sign.id}`,
	area: "marks",
	name: sign.name,
	message: sign.missing,
	why,
	evidence,
	languages: isWordless(sign.id) ? "any" : ["en"],
	defaultOn: true,
	thresholds: { least: sign.least },
	bounds: { least: { least: 1, most: 20, step: 1 } },
	thresholdNames: { least: sentence("Places in the text, at least") },
});

const RULED_MARKS = MARKS.map((mark) => ({
	...mark,
	signs: mark.signs.map((sign) => ({ sign, rule: ruleOf(mark, sign) })),
}));

/** The signs as rules, mark by mark: what each is called, from how many places it counts, and how that is known. */
export const MARK_GROUPS: readonly { name: string; rules: readonly Rule[] }[] = RULED_MARKS.map(({ name, signs }) => ({
	name,
	rules: signs.map(({ rule }) => rule),
}));

/** Empty when the text has hardly begun; a mark without signs that are switched on is left out. Of a text that is not English only the signs that need no words are looked for. */
export function storyMarks(context: StoryContext, choices: RuleChoices): Mark[] {
	if (context.bodyWeight < ENOUGH) return [];
	const reads = context.language.code === "en";
	const showing = context.body.flatMap((one): Showing[] => {
		const signs = signsOf(one.content, reads);
		return signs.size > 0 ? [{ one, signs }] : [];
	});
	const looked = ({ id }: SignData) => reads || isWordless(id);
	return RULED_MARKS.flatMap((mark) => {
		const signs = mark.signs.flatMap(({ sign, rule }): SignData[] => {
			const { on, thresholds } = ruleInForce(rule, choices);
			return on ? [{ ...sign, least: thresholds["least"] ?? sign.least }] : [];
		});
		if (signs.length === 0) return [];
		return {
			...mark,
			signs: signs.filter(looked).map((sign) => foundSign(sign, showing, reads)),
			unread: signs.filter((sign) => !looked(sign)).map(({ name }) => name),
		};
	});
}
