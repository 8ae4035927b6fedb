/** Links: what they say, how many, and where they lead. */
import { sentence } from "../../words/message.ts";
import { type BlockInContext, type CheckedRule, type StoryContext, tip } from "../context.ts";
import { measure, sumLengths } from "../length-unit.ts";
import { ACCESSIBILITY, convention, WRITING_CONVENTION } from "../sources.ts";
import type { Found, Rule } from "../types.ts";
import { structureRule } from "./rule.ts";

const VAGUE_LINKS = new Set([
	"here",
	"click here",
	"click",
	"this",
	"this link",
	"this page",
	"this post",
	"this article",
	"this story",
	"link",
	"read more",
	"read it here",
	"learn more",
	"see here",
	"see more",
	"more",
	"more info",
	"website",
	"source",
]);
/** Words and characters of Chinese, Japanese or Korean, by the ratio of Medium's two reading speeds. */
const MANY = { words: 40, characters: 75, least: 12 };
/** Of a story that could do with a link. */
const FOR_ONE = { enough: 800, enoughCharacters: 1500 };

interface LinkInStory {
	in: BlockInContext;
	start: number;
	end: number;
	href: string;
}

/** Links with their places in blocks of flowing text. */
function linksOf(context: StoryContext): LinkInStory[] {
	return context.body.flatMap((one) => one.content.links.map((link) => ({ in: one, ...link })));
}

const BARE = /^\s*(?:https?:\/\/|www\.)\S+\s*$/i;

/** A link's text; one link may be cut into spans by marks, so neighbours with one address are read together. */
function joined(links: readonly LinkInStory[]): LinkInStory[] {
	const result: LinkInStory[] = [];
	for (const link of links) {
		const last = result.at(-1);
		if (last && last.in === link.in && last.end === link.start && last.href === link.href)
			result[result.length - 1] = { ...last, end: link.end };
		else result.push(link);
	}
	return result;
}

/** The address without what does not change the page. */
const pageOf = (href: string) =>
	href
		.slice(0, 2000)
		.toLowerCase()
		.replace(/^https?:\/\/(?:www\.)?/, "")
		.replace(/[#?].*$/s, "")
		.replace(/\/$/, "");

function twice(context: StoryContext): Found[] {
	const seen = new Set<string>();
	return joined(linksOf(context)).flatMap((link) => {
		const page = pageOf(link.href);
		if (page === "" || !/^https?:/i.test(link.href)) return [];
		if (seen.has(page)) return [tip("structure.link-twice", "note", link, { quote: quoteOf(link) })];
		seen.add(page);
		return [];
	});
}

/** At least so many links, and less of the story than the figure of its unit between two of them. */
function many(context: StoryContext, { least = MANY.least, ...given }: Rule["thresholds"]): Found[] {
	const between = { ...MANY, ...given };
	const links = joined(linksOf(context)).length;
	const { unit, length } = measure(sumLengths(context.body));
	const apart = Math.round(length / Math.max(1, links));
	if (length === 0 || links < least || apart >= between[unit]) return [];
	return [tip("structure.links-many", "note", null, { links, [unit]: apart })];
}

function none(context: StoryContext, thresholds: Rule["thresholds"]): Found[] {
	const { enough, enoughCharacters } = { ...FOR_ONE, ...thresholds };
	const cards = context.body.some((one) => one.block.type === "linkCard" || one.block.type === "embed");
	const { unit, length } = measure(sumLengths(context.body));
	const isLong = length >= (unit === "characters" ? enoughCharacters : enough);
	if (!isLong || cards || linksOf(context).length > 0) return [];
	return [tip("structure.links", "note", null, { [unit]: length })];
}

const quoteOf = ({ in: place, start, end }: LinkInStory) => place.text.slice(start, end);

export const LINK_RULES: readonly CheckedRule[] = [
	structureRule({
		id: "structure.vague-link",
		name: sentence("A link that says nothing"),
		message: sentence("Let the linked words say where they lead, rather than “{{quote}}”."),
		why: sentence("Links are often read out of their sentence, by eye and by screen reader."),
		evidence: [convention(ACCESSIBILITY)],
		languages: ["en"],
		thresholds: {},
		check: (context) =>
			joined(linksOf(context)).flatMap((link) => {
				const quote = quoteOf(link);
				return VAGUE_LINKS.has(
					quote
						.slice(0, 60)
						.trim()
						.toLowerCase()
						.replace(/[.:!]$/, ""),
				)
					? [tip("structure.vague-link", "note", link, { quote })]
					: [];
			}),
	}),
	structureRule({
		id: "structure.link-bare",
		name: sentence("An address as a link"),
		message: sentence("Put the link on words that say where it leads."),
		why: sentence("An address is read out sign by sign, and tells a reader little."),
		evidence: [convention(ACCESSIBILITY)],
		thresholds: {},
		check: (context) =>
			joined(linksOf(context)).flatMap((link) =>
				BARE.test(quoteOf(link).slice(0, 500)) ? [tip("structure.link-bare", "note", link)] : [],
			),
	}),
	structureRule({
		id: "structure.link-twice",
		name: sentence("The same link twice"),
		message: sentence("“{{quote}}” leads to a page that was linked before."),
		why: sentence("One link to a page is enough, unless the story is long. A custom of editors."),
		evidence: [convention(WRITING_CONVENTION)],
		thresholds: {},
		check: twice,
	}),
	structureRule({
		id: "structure.links-many",
		name: sentence("Many links"),
		message: sentence("{{links}} links, one every {{words}} words. Each is a door out of the story."),
		inCharacters: {
			message: sentence("{{links}} links, one every {{characters}} characters. Each is a door out of the story."),
			figures: { words: ["words"], characters: ["characters"] },
		},
		why: sentence("A reader who leaves early may not count as a read. A custom of editors, not measured."),
		evidence: [convention(WRITING_CONVENTION)],
		thresholds: MANY,
		bounds: {
			words: { least: 5, most: 200, step: 5 },
			characters: { least: 10, most: 400, step: 5 },
			least: { least: 2, most: 100, step: 1 },
		},
		thresholdNames: {
			words: sentence("Words for each link, at least"),
			characters: sentence("Characters for each link, at least"),
			least: sentence("Links from which it speaks"),
		},
		check: many,
	}),
	structureRule({
		id: "structure.links",
		name: sentence("No links"),
		message: sentence(
			"A story of {{words}} words without one link. Sources and your own earlier stories are worth one.",
		),
		inCharacters: {
			message: sentence(
				"A story of {{characters}} characters without one link. Sources and your own earlier stories are worth one.",
			),
			figures: { words: ["enough"], characters: ["enoughCharacters"] },
		},
		why: sentence("Links let a reader check and go on reading. A custom, not measured."),
		evidence: [convention(WRITING_CONVENTION)],
		thresholds: FOR_ONE,
		check: none,
	}),
];
