/** Levels and wording of headings. */
import { sentence } from "../../words/message.ts";
import type { BlockInContext, CheckedRule, StoryContext } from "../context.ts";
import { tip } from "../context.ts";
import { ACCESSIBILITY, convention, MEDIUM_FORMATTING, mediumRule, WRITING_CONVENTION } from "../sources.ts";
import type { Found } from "../types.ts";
import { isFilled, structureRule, wholeTip } from "./rule.ts";

const LONGEST = 70;
/** Characters beyond which a bold line is taken as a sentence. */
const FAKE_HEADING = 90;
const SERIES = 3;

const isHeading = (one: BlockInContext) => one.block.type === "heading";
const headingsOf = ({ body }: StoryContext) => body.filter((one) => isHeading(one) && isFilled(one));
const plain = (text: string) => text.trim().replace(/\s+/g, " ").toLowerCase();

function skippedLevels(context: StoryContext): Found[] {
	const headings = headingsOf(context);
	const firstLarge = headings.findIndex((one) => one.block.type === "heading" && one.block.level === 1);
	return headings.slice(0, Math.max(0, firstLarge)).map((one) => wholeTip("structure.heading-level", "note", one));
}

function fakeHeadings({ body }: StoryContext): Found[] {
	return body.flatMap((one, index) => {
		if (one.block.type !== "paragraph" || !isFilled(one) || one.text.length > FAKE_HEADING) return [];
		if (!one.block.spans.every((span) => span.bold || span.text.trim() === "")) return [];
		const next = body[index + 1];
		if (!next || /[.,;]\s*$/.test(one.text.slice(-4))) return [];
		return next.block.type === "paragraph" || next.block.type === "list"
			? [wholeTip("structure.bold-heading", "suggestion", one)]
			: [];
	});
}

/** Headings with nothing of their own beneath them: another of the same or a larger size follows, or the story ends. */
function barrenHeadings({ body }: StoryContext): Found[] {
	const filled = body.filter((one) => one.block.type !== "separator" && (isFilled(one) || one.counts.images > 0));
	return filled.flatMap((one, index) => {
		if (one.block.type !== "heading") return [];
		const next = filled[index + 1]?.block;
		const barren = !next || (next.type === "heading" && next.level <= one.block.level);
		return barren && filled.length > 1 ? [wholeTip("structure.heading-barren", "suggestion", one)] : [];
	});
}

const VAGUE = new Set(
	"introduction,intro,overview,background,more,other,others,misc,miscellaneous,conclusion,conclusions,summary,details,general,stuff,notes,info,information,part,section,chapter,content,body,the beginning,the end,final thoughts,some thoughts,thoughts,wrapping up,in conclusion".split(
		",",
	),
);

function alike(context: StoryContext): Found[] {
	const seen = new Set<string>();
	return headingsOf(context).flatMap((one) => {
		const key = plain(one.text.slice(0, 200));
		if (seen.has(key))
			return [wholeTip("structure.heading-alike", "suggestion", one, { quote: one.text.slice(0, 200) })];
		seen.add(key);
		return [];
	});
}

/** One tip for headings of one word each, at the first of them. */
function oneWordSeries(context: StoryContext, { least = SERIES }): Found[] {
	const headings = headingsOf(context);
	const short = headings.filter((one) => one.content.words.length === 1 && one.counts.cjkCharacters === 0);
	const first = short[0];
	if (!first || short.length < least || short.length < headings.length) return [];
	return [wholeTip("structure.heading-one-word", "note", first, { headings: short.length })];
}

export const HEADING_RULES: readonly CheckedRule[] = [
	structureRule({
		id: "structure.empty-heading",
		name: sentence("An empty heading"),
		message: sentence("This heading has no text."),
		why: sentence("Screen readers announce it, and Medium shows a gap."),
		evidence: [convention(ACCESSIBILITY)],
		thresholds: {},
		check: ({ body }) =>
			body.flatMap((one) =>
				isHeading(one) && !isFilled(one) ? [tip("structure.empty-heading", "warning", { in: one })] : [],
			),
	}),
	structureRule({
		id: "structure.heading-level",
		name: sentence("A small heading before a large one"),
		message: sentence("This small heading stands above the first large one."),
		why: sentence("Readers and screen readers take the smaller heading as part of a larger section that is not there."),
		evidence: [convention(ACCESSIBILITY)],
		thresholds: {},
		check: skippedLevels,
	}),
	structureRule({
		id: "structure.bold-heading",
		name: sentence("Bold text as a heading"),
		message: sentence("This bold line looks like a heading. Make it one."),
		why: sentence("A bold line is no heading to Medium, to its readers' tools or to curators."),
		evidence: [mediumRule(MEDIUM_FORMATTING), convention(ACCESSIBILITY)],
		thresholds: {},
		check: fakeHeadings,
	}),
	structureRule({
		id: "structure.heading-barren",
		name: sentence("A heading with nothing under it"),
		message: sentence("Nothing stands under this heading. Write its section, or leave it out."),
		why: sentence("A heading announces text. Two in a row make a reader who scans look for what is missing."),
		evidence: [convention(ACCESSIBILITY)],
		thresholds: {},
		check: barrenHeadings,
	}),
	structureRule({
		id: "structure.heading-vague",
		name: sentence("A heading that says nothing"),
		message: sentence("“{{quote}}” could stand in any story. Say what this part is about."),
		why: sentence("Who scans reads the headings alone. They should tell the story by themselves. A custom of editors."),
		evidence: [convention(ACCESSIBILITY), convention(WRITING_CONVENTION)],
		languages: ["en"],
		thresholds: {},
		check: (context) =>
			headingsOf(context).flatMap((one) => {
				const key = plain(one.text.slice(0, 40)).replace(/[\s:.\d]+$/, "");
				return VAGUE.has(key) && one.text.length <= 40
					? [wholeTip("structure.heading-vague", "note", one, { quote: one.text.trim() })]
					: [];
			}),
	}),
	structureRule({
		id: "structure.heading-alike",
		name: sentence("Two headings alike"),
		message: sentence("Another heading says “{{quote}}” too."),
		why: sentence("Lists of headings and screen readers cannot tell them apart."),
		evidence: [convention(ACCESSIBILITY)],
		thresholds: {},
		check: alike,
	}),
	structureRule({
		id: "structure.heading-long",
		name: sentence("A long heading"),
		message: sentence("{{characters}} characters. Past {{limit}}, a heading is a sentence in large type."),
		ownMessage: sentence("{{characters}} characters in one heading. Your limit is {{limit}}."),
		why: sentence("Short headings can be scanned, and fit a phone in two lines. A custom of editors."),
		evidence: [convention(WRITING_CONVENTION)],
		thresholds: { characters: LONGEST },
		bounds: { characters: { least: 30, most: 200, step: 5 } },
		thresholdNames: { characters: sentence("Characters of a heading, at most") },
		check: (context, { characters: limit = LONGEST }) =>
			headingsOf(context).flatMap((one) => {
				const characters = one.text.trim().length;
				return characters > limit ? [wholeTip("structure.heading-long", "suggestion", one, { characters, limit })] : [];
			}),
	}),
	structureRule({
		id: "structure.heading-sentence",
		name: sentence("A full stop in a heading"),
		message: sentence("This heading ends like a sentence. Leave the full stop out, or make it text."),
		why: sentence("Headings are labels. A custom of editors."),
		evidence: [convention(WRITING_CONVENTION)],
		thresholds: {},
		check: (context) =>
			headingsOf(context).flatMap((one) =>
				/[^.…\s][.。]\s*$/.test(one.text.slice(-8)) && !/\b(?:etc|Inc|Ltd|Jr|Sr|[A-Z])\.\s*$/.test(one.text.slice(-8))
					? [wholeTip("structure.heading-sentence", "note", one)]
					: [],
			),
	}),
	structureRule({
		id: "structure.heading-one-word",
		name: sentence("Headings of one word"),
		message: sentence("All {{headings}} headings are one word. A few more would let a reader choose where to go."),
		why: sentence("One word names a subject but not what is said of it. A custom of editors."),
		evidence: [convention(WRITING_CONVENTION)],
		thresholds: { least: SERIES },
		bounds: { least: { least: 2, most: 20, step: 1 } },
		thresholdNames: { least: sentence("Headings of one word, at least") },
		check: oneWordSeries,
	}),
];
