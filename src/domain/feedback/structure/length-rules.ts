/** Reading time, the way between headings, and paragraphs. */
import { sentence } from "../../words/message.ts";
import { type CheckedRule, type StoryContext, tip } from "../context.ts";
import { clapsAt, READING_MINUTES } from "../reading-time.ts";
import {
	convention,
	MEDIUM_EARNING,
	MEDIUM_READ_TIME,
	MEDIUM_READING_TIME,
	mediumRule,
	pairsWon,
	READABILITY_CONVENTION,
} from "../sources.ts";
import { structureMap } from "../structure-map.ts";
import type { Found } from "../types.ts";
import { ENOUGH, structureRule, wholeTip } from "./rule.ts";

/** Words; CJK characters weigh by Medium's reading speeds. Thresholds as published by Yoast. */
const SECTION = { long: 300, veryLong: 350 } as const;
const PARAGRAPH = { long: 150, veryLong: 200 } as const;
const LENGTH_BOUNDS = {
	long: { least: 50, most: 1000, step: 10 },
	veryLong: { least: 50, most: 1500, step: 10 },
} as const;

function longSections(context: StoryContext, { long = SECTION.long, veryLong = SECTION.veryLong }): Found[] {
	const places = new Map(context.body.map((one) => [one.block.id, one]));
	return structureMap(context).sections.flatMap((section) => {
		const first = section.pieces.find((piece) => piece.kind !== "heading");
		const place = first && places.get(section.headingId ?? first.blockId);
		if (!place || section.words <= long) return [];
		const severity = section.words > veryLong ? "suggestion" : "note";
		return [tip("structure.section-length", severity, { in: place }, { words: section.words, limit: long })];
	});
}

function longParagraphs({ body }: StoryContext, { long = PARAGRAPH.long, veryLong = PARAGRAPH.veryLong }): Found[] {
	return body.flatMap((one) => {
		if (one.block.type !== "paragraph" || one.weight <= long) return [];
		const severity = one.weight > veryLong ? "suggestion" : "note";
		return [wholeTip("structure.paragraph-length", severity, one, { words: Math.round(one.weight), limit: long })];
	});
}

export const LENGTH_RULES: readonly CheckedRule[] = [
	structureRule({
		id: "structure.reading-time",
		name: sentence("Reading time"),
		message: sentence("{{minutes}} min. Stories of this length had claps {{claps}} % against the mean of their group."),
		why: sentence(
			"Between 5 and 12 minutes stories had more claps than their group, and no drop was seen beyond. Write as long as the thought needs.",
		),
		evidence: [pairsWon(59.5, 58.3, 60.5, MEDIUM_READING_TIME), mediumRule(MEDIUM_READ_TIME)],
		thresholds: READING_MINUTES,
		bounds: { least: { least: 1, most: 12, step: 1 }, most: { least: 5, most: 60, step: 1 } },
		check: ({ counts, bodyWeight }, { least = READING_MINUTES.least }) => {
			const minutes = Math.max(1, Math.round(counts.readingSeconds / 60));
			if (bodyWeight < ENOUGH || minutes >= least) return [];
			const change = clapsAt(minutes);
			const claps = change > 0 ? `+${change}` : `−${-change}`;
			return [tip("structure.reading-time", "note", null, { minutes, claps })];
		},
	}),
	structureRule({
		id: "structure.half-minute",
		name: sentence("Shorter than a read"),
		message: sentence("The whole story is read in {{seconds}} seconds; a read counts from 30."),
		why: sentence("Only visits of at least 30 seconds count as reads and can earn."),
		evidence: [mediumRule(MEDIUM_EARNING)],
		thresholds: { seconds: 30 },
		check: ({ counts, bodyWeight }, { seconds = 30 }) =>
			bodyWeight >= 20 && counts.readingSeconds < seconds
				? [tip("structure.half-minute", "note", null, { seconds: counts.readingSeconds })]
				: [],
	}),
	structureRule({
		id: "structure.section-length",
		name: sentence("A long way between headings"),
		message: sentence("{{words}} words without a heading. Past {{limit}}, readers who scan get lost."),
		why: sentence("Headings let a reader find the way back in. A published convention, not measured on Medium."),
		evidence: [convention(READABILITY_CONVENTION)],
		thresholds: SECTION,
		bounds: LENGTH_BOUNDS,
		check: longSections,
	}),
	structureRule({
		id: "structure.paragraph-length",
		name: sentence("A long paragraph"),
		message: sentence("{{words}} words in one paragraph. Past {{limit}}, it becomes a wall on a phone."),
		why: sentence(
			"Short paragraphs are easier to keep one's place in. A published convention, not measured on Medium.",
		),
		evidence: [convention(READABILITY_CONVENTION)],
		thresholds: PARAGRAPH,
		bounds: LENGTH_BOUNDS,
		check: longParagraphs,
	}),
];
