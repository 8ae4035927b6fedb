/** Lists and pictures. */
import type { StoryImage } from "#domain/story/schema.ts";
import { countText } from "#domain/story/words.ts";
import { sentence } from "../../words/message.ts";
import type { BlockInContext, CheckedRule, StoryContext } from "../context.ts";
import { tip } from "../context.ts";
import { measure, type Unit, weightOf } from "../length-unit.ts";
import { ACCESSIBILITY, convention, WRITING_CONVENTION } from "../sources.ts";
import type { Found } from "../types.ts";
import { structureRule, wholeTip } from "./rule.ts";

/** Words of one item of a list. */
const LONG_ITEM = 60;
/** Characters of Chinese, Japanese or Korean in one; as much of a long paragraph as the words are. */
const LONG_ITEM_CHARACTERS = 120;
/** Characters of a description; screen readers read it in one go. */
const LONG_ALT = 250;

/** The place of each item in the list's text, one a line. */
function itemsOf(one: BlockInContext): { start: number; end: number }[] {
	let start = 0;
	return one.text.split("\n").map((line) => {
		const place = { start, end: start + line.length };
		start = place.end + 1;
		return place;
	});
}

/** Items past the limit of the unit that each is counted in. */
function longItems({ body }: StoryContext, limits: Readonly<Record<Unit, number>>): Found[] {
	const least = Math.min(limits.words, limits.characters);
	return body.flatMap((one) => {
		if (one.block.type !== "list" || one.weight + one.counts.cjkCharacters <= least) return [];
		return itemsOf(one).flatMap((place) => {
			const counted = countText(one.text.slice(place.start, place.end));
			const { unit, length } = measure({ weight: weightOf(counted), cjkCharacters: counted.cjkCharacters });
			const limit = limits[unit];
			if (length <= limit) return [];
			return [tip("structure.list-item-length", "note", { in: one, ...place }, { [unit]: length, limit })];
		});
	});
}

const imagesOf = ({ block }: BlockInContext): readonly StoryImage[] =>
	block.type === "figure" ? [block.image] : block.type === "gallery" ? block.images : [];

const FILE_NAME =
	/^\s*(?:[\w-]+\.(?:jpe?g|png|gif|webp|avif|heic)|(?:IMG|DSC|DSCN|PXL|image|photo|screenshot|untitled)[-_ ]?\d*)\s*$/i;
const LEAD = /^\s*(?:an? )?(?:image|picture|photo|photograph|graphic) (?:of|showing)\b/i;
const plain = (text: string) =>
	text
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim();

/** Blocks one of whose pictures has a description that a test objects to. */
function alts(
	{ body }: StoryContext,
	id: string,
	severity: Found["severity"],
	objects: (alt: string, one: BlockInContext) => boolean,
): Found[] {
	return body.flatMap((one) => {
		const found = imagesOf(one).filter((image) => image.alt.trim() !== "" && objects(image.alt, one));
		return found.length > 0 ? [tip(id, severity, { in: one }, { pictures: found.length })] : [];
	});
}

export const LIST_RULES: readonly CheckedRule[] = [
	structureRule({
		id: "structure.list-single",
		name: sentence("A list of one"),
		message: sentence("A list with one item. Say it in a sentence."),
		why: sentence("A list announces several things of a kind. A custom of editors."),
		evidence: [convention(WRITING_CONVENTION)],
		thresholds: {},
		check: ({ body }) =>
			body.flatMap((one, index) => {
				if (one.block.type !== "list" || one.block.items.length > 1) return [];
				// An item with a picture, code or text of its own after it goes on as a list below.
				const goesOn = [body[index - 2], body[index + 2], body[index - 1], body[index + 1]];
				const alone = !goesOn.some((near) => near?.block.type === "list");
				return alone ? [wholeTip("structure.list-single", "note", one)] : [];
			}),
	}),
	structureRule({
		id: "structure.list-item-length",
		name: sentence("A long item in a list"),
		message: sentence("{{words}} words in one item. Past {{limit}}, it is a paragraph with a dot."),
		ownMessage: sentence("{{words}} words in one item. Your limit is {{limit}}."),
		why: sentence("Lists are there to be scanned. A custom of editors."),
		evidence: [convention(WRITING_CONVENTION)],
		inCharacters: {
			message: sentence("{{characters}} characters in one item. Past {{limit}}, it is a paragraph with a dot."),
			ownMessage: sentence("{{characters}} characters in one item. Your limit is {{limit}}."),
			figures: { words: ["words"], characters: ["characters"] },
		},
		thresholds: { words: LONG_ITEM, characters: LONG_ITEM_CHARACTERS },
		bounds: { words: { least: 10, most: 300, step: 5 }, characters: { least: 20, most: 600, step: 10 } },
		thresholdNames: {
			words: sentence("Words of an item, at most"),
			characters: sentence("Characters of an item, at most"),
		},
		check: (context, { words = LONG_ITEM, characters = LONG_ITEM_CHARACTERS }) =>
			longItems(context, { words, characters }),
	}),
];

export const PICTURE_RULES: readonly CheckedRule[] = [
	structureRule({
		id: "structure.alt-text",
		name: sentence("A picture without a description"),
		message: sentence("Describe the picture in a few words as its alternative text."),
		why: sentence("Readers who cannot see the picture hear the description instead."),
		evidence: [convention(ACCESSIBILITY)],
		thresholds: {},
		check: ({ body }) =>
			body.flatMap((one) => {
				const missing = imagesOf(one).filter((image) => image.alt.trim() === "").length;
				return missing > 0 ? [tip("structure.alt-text", "suggestion", { in: one }, { pictures: missing })] : [];
			}),
	}),
	structureRule({
		id: "structure.alt-file-name",
		name: sentence("A file name as a description"),
		message: sentence("The alternative text is a file's name. Say what the picture shows."),
		why: sentence("Screen readers spell it out, letter by letter."),
		evidence: [convention(ACCESSIBILITY)],
		thresholds: {},
		check: (context) =>
			alts(context, "structure.alt-file-name", "suggestion", (alt) => FILE_NAME.test(alt.slice(0, 200))),
	}),
	structureRule({
		id: "structure.alt-repeats-caption",
		name: sentence("The description repeats the caption"),
		message: sentence(
			"Alternative text and caption are the same. Let the one say what is seen, the other what it means.",
		),
		why: sentence("Readers with a screen reader hear both, one after the other."),
		evidence: [convention(ACCESSIBILITY)],
		thresholds: {},
		check: (context) =>
			alts(context, "structure.alt-repeats-caption", "note", (alt, one) => {
				const caption = plain((one.text.split("\n")[0] ?? "").slice(0, 500));
				return caption !== "" && plain(alt.slice(0, 500)) === caption;
			}),
	}),
	structureRule({
		id: "structure.alt-lead",
		name: sentence("“Image of” in a description"),
		message: sentence("Leave “image of” out: screen readers say that it is a picture."),
		why: sentence("It is said twice otherwise."),
		evidence: [convention(ACCESSIBILITY)],
		languages: ["en"],
		thresholds: {},
		check: (context) => alts(context, "structure.alt-lead", "note", (alt) => LEAD.test(alt.slice(0, 80))),
	}),
	structureRule({
		id: "structure.alt-length",
		name: sentence("A long description"),
		message: sentence(
			"The alternative text is long. A reader hears it in one go; what matters more belongs in the text.",
		),
		why: sentence("Descriptions cannot be paused or read again word by word."),
		evidence: [convention(ACCESSIBILITY)],
		thresholds: { characters: LONG_ALT },
		bounds: { characters: { least: 80, most: 1000, step: 10 } },
		thresholdNames: { characters: sentence("Characters of a description, at most") },
		check: (context, { characters = LONG_ALT }) =>
			alts(context, "structure.alt-length", "note", (alt) => alt.trim().length > characters),
	}),
];
