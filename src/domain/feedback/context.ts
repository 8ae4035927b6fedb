/** Everything the rules about a whole story read: put together from what is known of each block. */
import { type StoryCounts, sumCounts } from "#domain/story/counts.ts";
import type { Block } from "#domain/story/schema.ts";
import { BlockContent } from "./block-content.ts";
import { languageOfStory, sumClues } from "./language.ts";
import type { Found, LanguageGuess, Rule, Severity } from "./types.ts";

/** A block in its place, and what is known of its content. */
export class BlockInContext {
	readonly block: Block;
	/** Words, sentences, stems, links: worked out once for a content, so that rules need not read the text again. */
	readonly content: BlockContent;

	constructor(block: Block, content = new BlockContent(block)) {
		this.block = block;
		this.content = content;
	}

	get text() {
		return this.content.text;
	}

	get counts() {
		return this.content.counts;
	}

	/** Words, where CJK characters weigh by the ratio of Medium's two reading speeds. */
	get weight() {
		return this.content.weight;
	}
}

export interface StoryContext {
	title: BlockInContext | null;
	subtitle: BlockInContext | null;
	/** Blocks a reader reads after title, subtitle and kicker; notes to self are left out. */
	body: readonly BlockInContext[];
	/** All blocks but notes, in order. */
	blocks: readonly BlockInContext[];
	counts: StoryCounts;
	/** Of the body only. */
	bodyWeight: number;
	language: LanguageGuess;
	/** Headings, paragraphs, quotes and lists of the body; code and captions say little about the subject. */
	proseBlocks: readonly BlockInContext[];
	/** Their text, one block a line. As long as the story: rules read it only where the blocks' own digests do not do. */
	readonly prose: string;
}

const HEAD = new Set<Block["type"]>(["title", "subtitle", "kicker"]);
const PROSE = new Set<Block["type"]>(["paragraph", "heading", "quote", "pullQuote", "list"]);

const filled = (one: BlockInContext) => one.text.trim() !== "";

/** The story's title: its first title block with text. */
export function titleOf(blocks: readonly BlockInContext[]): BlockInContext | null {
	return blocks.find((one) => one.block.type === "title" && filled(one)) ?? null;
}

/** Language of a story, by title and running text. */
export function storyLanguage(blocks: readonly BlockInContext[]): LanguageGuess {
	const title = titleOf(blocks);
	const prose = blocks.values().filter((one) => PROSE.has(one.block.type));
	const parts = title ? [title, ...prose] : prose;
	return languageOfStory(sumClues(parts.map((one) => one.content.clues)));
}

/** @param all in order; notes are left out */
export function contextOf(all: readonly BlockInContext[]): StoryContext {
	const blocks = all.filter((one) => one.block.type !== "note");
	const body = blocks.filter((one) => !HEAD.has(one.block.type));
	const proseBlocks = body.filter((one) => PROSE.has(one.block.type));
	let prose: string | null = null;
	return {
		title: titleOf(blocks),
		subtitle: blocks.find((one) => one.block.type === "subtitle" && filled(one)) ?? null,
		body,
		blocks,
		counts: sumCounts(blocks.map((one) => one.counts)),
		bodyWeight: body.reduce((sum, one) => sum + one.weight, 0),
		language: storyLanguage(blocks),
		proseBlocks,
		get prose() {
			prose ??= proseBlocks.map((one) => one.text).join("\n");
			return prose;
		},
	};
}

/** A rule about the whole story, with the function that applies it. */
export interface CheckedRule extends Rule {
	/** @param thresholds the rule's own, or the writer's in their place */
	check(context: StoryContext, thresholds: Rule["thresholds"]): Found[];
}

/** A tip about a stretch of a block, or about the whole block when no place is given. */
export function tip(
	ruleId: string,
	severity: Severity,
	place: { in: BlockInContext; start?: number; end?: number } | null,
	values: Found["values"] = {},
): Found {
	const start = place?.start ?? 0;
	const end = place?.end ?? start;
	return {
		ruleId,
		severity,
		blockId: place ? place.in.block.id : null,
		start,
		end,
		quote: place ? place.in.text.slice(start, end) : "",
		values,
	};
}
