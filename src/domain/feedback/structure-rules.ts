/** What the coach says about the build of a story. */

import { sentence } from "../words/message.ts";
import { type BlockInContext, type CheckedRule, type StoryContext, tip } from "./context.ts";
import { clapsAt, READING_MINUTES } from "./reading-time.ts";
import {
	ACCESSIBILITY,
	convention,
	MEDIUM_EARNING,
	MEDIUM_FORMATTING,
	MEDIUM_READ_TIME,
	MEDIUM_READING_TIME,
	mediumRule,
	pairsWon,
	READABILITY_CONVENTION,
	WRITING_CONVENTION,
} from "./sources.ts";
import { structureMap } from "./structure-map.ts";
import type { Tip } from "./types.ts";

/** Words; CJK characters weigh by Medium's reading speeds. Thresholds as published by Yoast. */
const SECTION = { long: 300, veryLong: 350 } as const;
const PARAGRAPH = { long: 150, veryLong: 200 } as const;
/** Below this a story is still being begun, and its whole is not judged. */
const ENOUGH = 150;

function bodyOf(context: StoryContext, id: string): BlockInContext | null {
	return context.body.find((one) => one.block.id === id) ?? null;
}

function longSections(context: StoryContext): Tip[] {
	return structureMap(context).sections.flatMap((section) => {
		const first = section.pieces.find((piece) => piece.kind !== "heading");
		const place = first && bodyOf(context, section.headingId ?? first.blockId);
		if (!place || section.words <= SECTION.long) return [];
		const severity = section.words > SECTION.veryLong ? "suggestion" : "note";
		return [tip("structure.section-length", severity, { in: place }, { words: section.words, limit: SECTION.long })];
	});
}

function longParagraphs({ body }: StoryContext): Tip[] {
	return body.flatMap((one) => {
		if (one.block.type !== "paragraph" || one.weight <= PARAGRAPH.long) return [];
		const severity = one.weight > PARAGRAPH.veryLong ? "suggestion" : "note";
		const values = { words: Math.round(one.weight), limit: PARAGRAPH.long };
		return [tip("structure.paragraph-length", severity, { in: one, start: 0, end: one.text.length }, values)];
	});
}

function skippedLevels({ body }: StoryContext): Tip[] {
	const headings = body.filter((one) => one.block.type === "heading" && one.text.trim() !== "");
	const firstLarge = headings.findIndex((one) => one.block.type === "heading" && one.block.level === 1);
	return headings
		.slice(0, Math.max(0, firstLarge))
		.map((one) => tip("structure.heading-level", "note", { in: one, start: 0, end: one.text.length }));
}

function fakeHeadings({ body }: StoryContext): Tip[] {
	return body.flatMap((one, index) => {
		if (one.block.type !== "paragraph" || one.text.trim() === "" || one.text.length > 90) return [];
		if (!one.block.spans.every((span) => span.bold || span.text.trim() === "")) return [];
		const next = body[index + 1];
		if (!next || /[.,;]\s*$/.test(one.text.slice(-4))) return [];
		return next.block.type === "paragraph" || next.block.type === "list"
			? [tip("structure.bold-heading", "suggestion", { in: one, start: 0, end: one.text.length })]
			: [];
	});
}

function missingAlt({ body }: StoryContext): Tip[] {
	return body.flatMap((one) => {
		const images =
			one.block.type === "figure" ? [one.block.image] : one.block.type === "gallery" ? one.block.images : [];
		const missing = images.filter((image) => image.alt.trim() === "").length;
		return missing > 0 ? [tip("structure.alt-text", "suggestion", { in: one }, { pictures: missing })] : [];
	});
}

const VAGUE_LINKS = new Set(["here", "click here", "this", "this link", "link", "read more", "more", "this article"]);

/** Links with their places in blocks of flowing text. */
const linksOf = (context: StoryContext) =>
	context.body.flatMap((one) => one.content.links.map((link) => ({ in: one, ...link })));

const ASKS =
	/[?？]|\b(?:follow|subscribe|clap|comments?|let me know|tell me|share|try it|try this|sign up|join|read next|next part|start today|reply|respond|write to me)\b/i;
const CLOSING = new Set<BlockInContext["block"]["type"]>(["paragraph", "quote", "pullQuote", "heading", "linkCard"]);

function ending({ body, bodyWeight }: StoryContext): Tip[] {
	if (bodyWeight < ENOUGH * 2) return [];
	const last = body.findLast(
		(one) =>
			one.block.type !== "separator" &&
			one.block.type !== "footnote" &&
			(one.text.trim() !== "" || one.counts.images > 0),
	);
	if (!last) return [];
	if (!CLOSING.has(last.block.type)) return [tip("structure.ending", "suggestion", { in: last })];
	return [];
}

function invitation({ body, bodyWeight, language }: StoryContext): Tip[] {
	if (bodyWeight < ENOUGH * 2 || language.code !== "en") return [];
	const closing = body.filter((one) => one.text.trim() !== "").slice(-3);
	const last = closing.at(-1);
	return last && !closing.some((one) => ASKS.test(one.text)) ? [tip("structure.invitation", "note", { in: last })] : [];
}

const rule = (data: Omit<CheckedRule, "area" | "defaultOn" | "languages"> & Partial<CheckedRule>): CheckedRule => ({
	area: "structure",
	defaultOn: true,
	languages: "any",
	...data,
});

export const STRUCTURE_RULES: readonly CheckedRule[] = [
	rule({
		id: "structure.reading-time",
		name: sentence("Reading time"),
		message: sentence("{{minutes}} min. Stories of this length had claps {{claps}} % against the mean of their group."),
		why: sentence(
			"Between 5 and 12 minutes stories had more claps than their group, and no drop was seen beyond. Write as long as the thought needs.",
		),
		evidence: [pairsWon(59.5, 58.3, 60.5, MEDIUM_READING_TIME), mediumRule(MEDIUM_READ_TIME)],
		thresholds: READING_MINUTES,
		check: ({ counts, bodyWeight }) => {
			const minutes = Math.max(1, Math.round(counts.readingSeconds / 60));
			if (bodyWeight < ENOUGH || minutes >= READING_MINUTES.least) return [];
			const change = clapsAt(minutes);
			return [
				tip("structure.reading-time", "note", null, { minutes, claps: change > 0 ? `+${change}` : `−${-change}` }),
			];
		},
	}),
	rule({
		id: "structure.half-minute",
		name: sentence("Shorter than a read"),
		message: sentence("The whole story is read in {{seconds}} seconds; a read counts from 30."),
		why: sentence("Only visits of at least 30 seconds count as reads and can earn."),
		evidence: [mediumRule(MEDIUM_EARNING)],
		thresholds: { seconds: 30 },
		check: ({ counts, bodyWeight }) =>
			bodyWeight >= 20 && counts.readingSeconds < 30
				? [tip("structure.half-minute", "note", null, { seconds: counts.readingSeconds })]
				: [],
	}),
	rule({
		id: "structure.section-length",
		name: sentence("A long way between headings"),
		message: sentence("{{words}} words without a heading. Past {{limit}}, readers who scan get lost."),
		why: sentence("Headings let a reader find the way back in. A published convention, not measured on Medium."),
		evidence: [convention(READABILITY_CONVENTION)],
		thresholds: SECTION,
		check: longSections,
	}),
	rule({
		id: "structure.paragraph-length",
		name: sentence("A long paragraph"),
		message: sentence("{{words}} words in one paragraph. Past {{limit}}, it becomes a wall on a phone."),
		why: sentence(
			"Short paragraphs are easier to keep one's place in. A published convention, not measured on Medium.",
		),
		evidence: [convention(READABILITY_CONVENTION)],
		thresholds: PARAGRAPH,
		check: longParagraphs,
	}),
	rule({
		id: "structure.empty-heading",
		name: sentence("An empty heading"),
		message: sentence("This heading has no text."),
		why: sentence("Screen readers announce it, and Medium shows a gap."),
		evidence: [convention(ACCESSIBILITY)],
		thresholds: {},
		check: ({ body }) =>
			body.flatMap((one) =>
				one.block.type === "heading" && one.text.trim() === ""
					? [tip("structure.empty-heading", "warning", { in: one })]
					: [],
			),
	}),
	rule({
		id: "structure.heading-level",
		name: sentence("A small heading before a large one"),
		message: sentence("This small heading stands above the first large one."),
		why: sentence("Readers and screen readers take the smaller heading as part of a larger section that is not there."),
		evidence: [convention(ACCESSIBILITY)],
		thresholds: {},
		check: skippedLevels,
	}),
	rule({
		id: "structure.bold-heading",
		name: sentence("Bold text as a heading"),
		message: sentence("This bold line looks like a heading. Make it one."),
		why: sentence("A bold line is no heading to Medium, to its readers' tools or to curators."),
		evidence: [mediumRule(MEDIUM_FORMATTING), convention(ACCESSIBILITY)],
		thresholds: {},
		check: fakeHeadings,
	}),
	rule({
		id: "structure.alt-text",
		name: sentence("A picture without a description"),
		message: sentence("Describe the picture in a few words as its alternative text."),
		why: sentence("Readers who cannot see the picture hear the description instead."),
		evidence: [convention(ACCESSIBILITY)],
		thresholds: {},
		check: missingAlt,
	}),
	rule({
		id: "structure.vague-link",
		name: sentence("A link that says nothing"),
		message: sentence("Let the linked words say where they lead, rather than “{{quote}}”."),
		why: sentence("Links are often read out of their sentence, by eye and by screen reader."),
		evidence: [convention(ACCESSIBILITY)],
		languages: ["en"],
		thresholds: {},
		check: (context) =>
			linksOf(context).flatMap(({ in: place, start, end }) => {
				const quote = place.text.slice(start, end);
				return VAGUE_LINKS.has(quote.trim().toLowerCase())
					? [tip("structure.vague-link", "note", { in: place, start, end }, { quote })]
					: [];
			}),
	}),
	rule({
		id: "structure.ending",
		name: sentence("No closing words"),
		message: sentence("The story stops on a list, a picture or code. Close with a sentence."),
		why: sentence("The last words are what a reader takes along, and where responses begin. A custom of editors."),
		evidence: [convention(WRITING_CONVENTION)],
		thresholds: {},
		check: ending,
	}),
	rule({
		id: "structure.invitation",
		name: sentence("Nothing asked of the reader"),
		message: sentence("The ending asks nothing. A question or a next story gives a reader something to do."),
		why: sentence("Responses and follows add to what a read earns. How much an invitation brings was not measured."),
		evidence: [mediumRule(MEDIUM_EARNING), convention(WRITING_CONVENTION)],
		languages: ["en"],
		thresholds: {},
		check: invitation,
	}),
	rule({
		id: "structure.links",
		name: sentence("No links"),
		message: sentence(
			"A story of {{words}} words without one link. Sources and your own earlier stories are worth one.",
		),
		why: sentence("Links let a reader check and go on reading. A custom, not measured."),
		evidence: [convention(WRITING_CONVENTION)],
		thresholds: { words: 800 },
		check: (context) => {
			const cards = context.body.some((one) => one.block.type === "linkCard" || one.block.type === "embed");
			return context.bodyWeight < 800 || cards || linksOf(context).length > 0
				? []
				: [tip("structure.links", "note", null, { words: Math.round(context.bodyWeight) })];
		},
	}),
];
