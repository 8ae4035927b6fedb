/** Reading time, the way between headings, and paragraphs. */
import { sentence } from "../../words/message.ts";
import { type CheckedRule, tip } from "../context.ts";
import { type Length, measure } from "../length-unit.ts";
import { clapsAt, ENOUGH_MINUTES } from "../reading-time.ts";
import {
	CHARACTERS_A_PARAGRAPH,
	convention,
	MEDIUM_EARNING,
	MEDIUM_READING_TIME,
	mediumRule,
	pairsWon,
	READABILITY_CONVENTION,
} from "../sources.ts";
import { structureMap } from "../structure-map.ts";
import type { Found, Rule, Severity } from "../types.ts";
import { ENOUGH, structureRule, wholeTip } from "./rule.ts";

/** Seconds from which Medium counts a visit as a read: not the writer's to set. */
const READ_SECONDS = 30;

/** Words, as published by Yoast; characters of Chinese, Japanese or Korean, as in CHARACTERS_A_PARAGRAPH. */
const SECTION = { long: 300, veryLong: 350, longCharacters: 600, veryLongCharacters: 700 } as const;
const PARAGRAPH = { long: 150, veryLong: 200, longCharacters: 300, veryLongCharacters: 400 } as const;

/** What both rules about long stretches have in common. */
const LONG = {
	bounds: {
		long: { least: 50, most: 1500, step: 10 },
		veryLong: { least: 50, most: 1500, step: 10 },
		longCharacters: { least: 100, most: 3000, step: 10 },
		veryLongCharacters: { least: 100, most: 3000, step: 10 },
	},
	order: [
		["long", "veryLong"],
		["longCharacters", "veryLongCharacters"],
	],
} as const;
const FIGURES = { words: ["long", "veryLong"], characters: ["longCharacters", "veryLongCharacters"] } as const;

/** First words of a block, to name a stretch of the story by. */
const FIRST_WORDS = 60;

interface TooLong {
	severity: Severity;
	values: Found["values"];
}

/** What is said of a length past the limit of its unit; `null` when it is not. */
function tooLong(measured: Length, thresholds: Rule["thresholds"]): TooLong | null {
	const { unit, length } = measure(measured);
	const [long = 0, veryLong = 0] = FIGURES[unit].map((name) => thresholds[name]);
	if (length <= long) return null;
	return { severity: length > veryLong ? "suggestion" : "note", values: { [unit]: length, limit: long } };
}

const sectionTips: CheckedRule["check"] = (context, thresholds) => {
	const places = new Map(context.body.map((one) => [one.block.id, one]));
	return structureMap(context).sections.flatMap(({ headingId, pieces, words, cjkCharacters }) => {
		const first = pieces.find((piece) => piece.kind !== "heading");
		const place = first && places.get(headingId ?? first.blockId);
		const found = tooLong({ weight: words, cjkCharacters }, thresholds);
		if (!place || !found) return [];
		const end = headingId ? place.text.length : place.text.slice(0, FIRST_WORDS).toWellFormed().trimEnd().length;
		return [tip("structure.section-length", found.severity, { in: place, start: 0, end }, found.values)];
	});
};

const paragraphTips: CheckedRule["check"] = ({ body }, thresholds) =>
	body.flatMap((one) => {
		if (one.block.type !== "paragraph") return [];
		const found = tooLong({ weight: one.weight, cjkCharacters: one.counts.cjkCharacters }, thresholds);
		return found ? [wholeTip("structure.paragraph-length", found.severity, one, found.values)] : [];
	});

export const LENGTH_RULES: readonly CheckedRule[] = [
	structureRule({
		id: "structure.reading-time",
		name: sentence("Reading time"),
		message: sentence("{{minutes}} min. Stories of this length had claps {{claps}}% against the mean of their group."),
		why: sentence(
			"From 5 minutes on stories had more claps than their group, and no drop was seen in longer ones. Minutes are worked out as Medium does. Write as long as the thought needs.",
		),
		evidence: [pairsWon(59.5, 58.3, 60.5, MEDIUM_READING_TIME)],
		thresholds: { minutes: ENOUGH_MINUTES },
		bounds: { minutes: { least: 2, most: 12, step: 1 } },
		thresholdNames: { minutes: sentence("Minutes of reading, at least") },
		check: ({ counts, bodyWeight }, { minutes: least = ENOUGH_MINUTES }) => {
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
		thresholds: {},
		check: ({ counts, bodyWeight }) =>
			bodyWeight >= 20 && counts.readingSeconds < READ_SECONDS
				? [tip("structure.half-minute", "note", null, { seconds: counts.readingSeconds })]
				: [],
	}),
	structureRule({
		id: "structure.section-length",
		name: sentence("A long way between headings"),
		message: sentence("{{words}} words without a heading. Past {{limit}}, readers who scan get lost."),
		ownMessage: sentence("{{words}} words without a heading. Your limit is {{limit}}."),
		inCharacters: {
			message: sentence("{{characters}} characters without a heading. Past {{limit}}, readers who scan get lost."),
			ownMessage: sentence("{{characters}} characters without a heading. Your limit is {{limit}}."),
			figures: FIGURES,
		},
		why: sentence("Headings let a reader find the way back in. A published convention, not measured on Medium."),
		evidence: [convention(READABILITY_CONVENTION), convention(CHARACTERS_A_PARAGRAPH)],
		thresholds: SECTION,
		...LONG,
		thresholdNames: {
			long: sentence("Words between headings: long from"),
			veryLong: sentence("Words between headings: very long from"),
			longCharacters: sentence("Characters between headings: long from"),
			veryLongCharacters: sentence("Characters between headings: very long from"),
		},
		check: sectionTips,
	}),
	structureRule({
		id: "structure.paragraph-length",
		name: sentence("A long paragraph"),
		message: sentence("{{words}} words in one paragraph. Past {{limit}}, it becomes a wall on a phone."),
		ownMessage: sentence("{{words}} words in one paragraph. Your limit is {{limit}}."),
		inCharacters: {
			message: sentence("{{characters}} characters in one paragraph. Past {{limit}}, it becomes a wall on a phone."),
			ownMessage: sentence("{{characters}} characters in one paragraph. Your limit is {{limit}}."),
			figures: FIGURES,
		},
		why: sentence(
			"Short paragraphs are easier to keep one's place in. A published convention, not measured on Medium.",
		),
		evidence: [convention(READABILITY_CONVENTION), convention(CHARACTERS_A_PARAGRAPH)],
		thresholds: PARAGRAPH,
		...LONG,
		thresholdNames: {
			long: sentence("Words in a paragraph: long from"),
			veryLong: sentence("Words in a paragraph: very long from"),
			longCharacters: sentence("Characters in a paragraph: long from"),
			veryLongCharacters: sentence("Characters in a paragraph: very long from"),
		},
		check: paragraphTips,
	}),
];
