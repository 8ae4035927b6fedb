/** What the coach says about title and subtitle. */

import { countText } from "../../story/words.ts";
import { sentence } from "../../words/message.ts";
import { type CheckedRule, tip } from "../context.ts";
import { promisedNumber } from "../sincerity/number.ts";
import { readTitle } from "../sincerity/reading.ts";
import {
	claps,
	convention,
	MEDIUM_SUBTITLES,
	MEDIUM_TITLE_LENGTHS,
	PREVIEW_LIMITS,
	pairsWon,
	WRITING_CONVENTION,
} from "../sources.ts";
import { subjectStems, wordsOf } from "../text.ts";
import type { Severity, Tip } from "../types.ts";
import { headlineSignal, type Place } from "./signals.ts";
import { characterCount, TITLE_LENGTH } from "./title-length.ts";

const ENGLISH = ["en"] as const;

/** Words a title needs before anything in it is praised. */
const LEAST_TO_PRAISE = 4;
const praisable = (title: string) => wordsOf(title).length >= LEAST_TO_PRAISE;

/** Whether the number at a place counts what follows it, or is an amount, a share or a year. A lone digit is none. */
function countsSomething(title: string, { start, end }: { start: number; end: number }): boolean {
	const number = title.slice(start, end);
	if (/[%\p{Sc}]/u.test(number)) return true;
	return /^\d{4}$/.test(number) || (number !== "1" && /^[\d.,]*[\s-]+\p{L}/u.test(title.slice(end)));
}

/** Where a title points to something. "That" behind the thing it tells of ("habits that made me") points to nothing. */
function pointing(title: string): Place | null {
	const signal = headlineSignal("pointer");
	for (let from = 0; ; ) {
		const found = signal.find(title.slice(from));
		if (!found) return null;
		const place = { start: from + found.start, end: from + found.end };
		const before = /[\p{L}\p{N}'’]+(?=\s+$)/u.exec(title.slice(0, place.start).slice(-60))?.[0] ?? "";
		const relative = /^that$/i.test(title.slice(place.start, place.end)) && subjectStems(before).size > 0;
		if (!relative) return place;
		from = place.end;
	}
}

/** Who says "I" as well has said whose story it is. */
const weAlone = (title: string): Place | null =>
	headlineSignal("first-person").find(title) ? null : headlineSignal("we").find(title);

/** A rule that fires where a measured signal is found in the title; `find` says where, if not the signal's own way. */
function signalRule(
	signalId: string,
	severity: Severity,
	words: { name: string; message: string; why: string },
	find = headlineSignal(signalId).find,
): CheckedRule {
	const signal = headlineSignal(signalId);
	const id = `headline.${signalId}`;
	return {
		id,
		area: "headline",
		...words,
		evidence: signal.evidence,
		languages: ENGLISH,
		defaultOn: true,
		thresholds: {},
		check: ({ title }) => {
			const place = title && find(title.text);
			return title && place && (severity !== "strength" || praisable(title.text))
				? [tip(id, severity, { in: title, ...place }, { quote: title.text.slice(place.start, place.end) })]
				: [];
		},
	};
}

/** Mostly Chinese, Japanese or Korean: one character says what several letters do, and no such titles were counted. */
const isWide = (title: string) => countText(title).cjkCharacters > characterCount(title) / 2;

/** Says one thing about the title's length in letters; `say` gives the values of the tip, or `null`. */
function lengthRule(
	words: Omit<CheckedRule, "area" | "languages" | "defaultOn" | "check">,
	severity: Severity,
	say: (characters: number, thresholds: CheckedRule["thresholds"]) => Tip["values"] | null,
): CheckedRule {
	return {
		...words,
		area: "headline",
		languages: "any",
		defaultOn: true,
		check: ({ title }, thresholds) => {
			if (!title || (severity !== "warning" && isWide(title.text))) return [];
			const values = say(characterCount(title.text.trim()), thresholds);
			return values ? [tip(words.id, severity, { in: title, start: 0, end: title.text.length }, values)] : [];
		},
	};
}

export const HEADLINE_RULES: readonly CheckedRule[] = [
	{
		id: "headline.missing-title",
		area: "headline",
		name: sentence("No title yet"),
		message: sentence("The story has text but no title."),
		why: sentence("The title is what a reader decides by, in a feed and in a search."),
		evidence: [convention(WRITING_CONVENTION)],
		languages: "any",
		defaultOn: true,
		thresholds: {},
		check: ({ title, bodyWeight }) =>
			title || bodyWeight === 0 ? [] : [tip("headline.missing-title", "warning", null)],
	},
	{
		id: "headline.missing-subtitle",
		area: "headline",
		name: sentence("No subtitle"),
		message: sentence("Add a subtitle, or previews will show the first sentence in its place."),
		why: sentence("Stories with a subtitle had more claps in more than half of the compared pairs."),
		evidence: [pairsWon(56.6, 55, 58.1, MEDIUM_SUBTITLES)],
		languages: "any",
		defaultOn: true,
		thresholds: {},
		check: ({ title, subtitle, bodyWeight }) =>
			title && !subtitle && bodyWeight > 0 ? [tip("headline.missing-subtitle", "suggestion", { in: title })] : [],
	},
	signalRule("question", "suggestion", {
		name: sentence("A question as a title"),
		message: sentence("Try the same thought as a statement."),
		why: sentence("Questions lost against statements in headline tests, and had fewer claps on Medium."),
	}),
	signalRule("colon", "suggestion", {
		name: sentence("A colon in the title"),
		message: sentence("Try the title without the colon: one thought, or the second half as subtitle."),
		why: sentence("Titles in two halves had fewer clicks in tests and fewer claps on Medium."),
	}),
	signalRule("dash", "suggestion", {
		name: sentence("A dash in the title"),
		message: sentence("Try the title without the dash: one thought, or the second half as subtitle."),
		why: sentence("Fewer claps on Medium; the headline tests point the same way but are not clear on their own."),
	}),
	signalRule(
		"we",
		"suggestion",
		{
			name: sentence("We and our"),
			message: sentence("If it is your own story, say “I” or “my” rather than “{{quote}}”."),
			why: sentence("“We” had fewer clicks and claps, “I” and “my” more."),
		},
		weAlone,
	),
	signalRule("first-person", "strength", {
		name: sentence("A person speaks"),
		message: sentence("“{{quote}}” says that this is someone's own story."),
		why: sentence("“I” and “my” had more clicks in tests and more claps on Medium."),
	}),
	signalRule(
		"pointer",
		"strength",
		{
			name: sentence("It points to something"),
			message: sentence("“{{quote}}” points forward. Make sure that the text says early what it points to."),
			why: sentence("Pointing words had more clicks in tests and more claps on Medium; unanswered, they are bait."),
		},
		pointing,
	),
	{
		...signalRule("number", "strength", {
			name: sentence("A figure"),
			message: sentence("“{{quote}}” is specific."),
			why: sentence(
				"Titles with a figure had more clicks in tests; titles that start with one had more claps on Medium.",
			),
		}),
		check: ({ title }) => {
			const place = title && headlineSignal("number").find(title.text);
			if (!title || !place || promisedNumber(title.text, readTitle(title.text))) return [];
			if (!praisable(title.text) || !countsSomething(title.text, place)) return [];
			return [
				tip(
					"headline.number",
					"strength",
					{ in: title, ...place },
					{ quote: title.text.slice(place.start, place.end) },
				),
			];
		},
	},
	signalRule("exclamation", "note", {
		name: sentence("An exclamation mark"),
		message: sentence("The evidence disagrees here; most editors would leave it out."),
		why: sentence("Fewer clicks in headline tests, nothing clear in Medium's claps."),
	}),
	signalRule("ellipsis", "suggestion", {
		name: sentence("Three dots"),
		message: sentence("Finish the thought instead of “{{quote}}”."),
		why: sentence("Titles that trail off had far fewer claps on Medium; headline tests found no effect."),
	}),
	lengthRule(
		{
			id: "headline.length",
			name: sentence("Length of the title"),
			message: sentence(
				"The title's length is {{characters}}. Titles of {{shortest}} to {{longest}} characters did best on Medium; a soft range.",
			),
			ownMessage: sentence(
				"The title's length is {{characters}}. Your range is {{shortest}} to {{longest}} characters.",
			),
			why: sentence(
				"Titles of 35 to 65 characters had 5 to 9% more claps than their group. Headline tests liked longer ones, so this is only a hint.",
			),
			evidence: [{ class: "mediumClaps", source: MEDIUM_TITLE_LENGTHS }],
			thresholds: { shortest: TITLE_LENGTH.shortest, longest: TITLE_LENGTH.longest },
			bounds: {
				shortest: { least: 8, most: TITLE_LENGTH.warn - 1, step: 1 },
				longest: { least: 9, most: TITLE_LENGTH.warn, step: 1 },
			},
			order: [["shortest", "longest"]],
			thresholdNames: {
				shortest: sentence("Characters of a title, at least"),
				longest: sentence("Characters of a title, at most"),
			},
		},
		"note",
		(characters, { shortest = TITLE_LENGTH.shortest, longest = TITLE_LENGTH.longest }) =>
			characters < shortest || (characters > longest && characters <= TITLE_LENGTH.warn)
				? { characters, shortest, longest }
				: null,
	),
	lengthRule(
		{
			id: "headline.long",
			name: sentence("A long title"),
			message: sentence("{{characters}} characters. Past {{limit}}, titles had clearly fewer claps."),
			ownMessage: sentence("{{characters}} characters. Your limit is {{limit}}."),
			why: sentence("Titles over 90 characters had fewer claps on Medium."),
			evidence: [claps(-27, -5.0)],
			thresholds: { warn: TITLE_LENGTH.warn },
			bounds: { warn: { least: 23, most: TITLE_LENGTH.clip - 1, step: 1 } },
			thresholdNames: { warn: sentence("Characters of a title, at most") },
		},
		"suggestion",
		(characters, { warn: limit = TITLE_LENGTH.warn }) =>
			characters > limit && characters <= TITLE_LENGTH.clip ? { characters, limit } : null,
	),
	lengthRule(
		{
			id: "headline.clipped",
			name: sentence("The title will be cut"),
			message: sentence("{{characters}} characters. Previews cut titles near {{limit}}."),
			ownMessage: sentence("{{characters}} characters. Your limit is {{limit}}."),
			why: sentence(
				"A cut title cannot keep a reader's interest; titles over 100 characters had about half the claps.",
			),
			evidence: [
				{
					class: "mediumClaps",
					source: MEDIUM_TITLE_LENGTHS,
					effect: { measure: "claps", percent: -47, low: -59, high: -35 },
				},
				convention(PREVIEW_LIMITS),
			],
			thresholds: { clip: TITLE_LENGTH.clip },
			thresholdNames: { clip: sentence("Characters of a title, at most") },
		},
		"warning",
		(characters, { clip: limit = TITLE_LENGTH.clip }) => (characters > limit ? { characters, limit } : null),
	),
];
