/** Everything the rules read, worked out once per analysis. */
import { type BlockCounts, countBlock, type StoryCounts, sumCounts } from "#domain/story/counts.ts";
import type { Block, StoryDocument } from "#domain/story/schema.ts";
import { guessLanguage } from "./language.ts";
import { blockText } from "./text.ts";
import type { LanguageGuess, Rule, Severity, Tip } from "./types.ts";

export interface BlockInContext {
	block: Block;
	text: string;
	counts: BlockCounts;
	/** Words, where two CJK characters weigh as one word, by the ratio of Medium's two reading speeds. */
	weight: number;
}

export interface StoryContext {
	title: BlockInContext | null;
	subtitle: BlockInContext | null;
	/** Blocks a reader reads after title, subtitle and kicker; notes to self are left out. */
	body: BlockInContext[];
	/** All blocks but notes, in order. */
	blocks: BlockInContext[];
	counts: StoryCounts;
	/** Of the body only. */
	bodyWeight: number;
	language: LanguageGuess;
	/** Text of headings, paragraphs, quotes and lists; code and captions say little about the subject. */
	prose: string;
}

const HEAD = new Set<Block["type"]>(["title", "subtitle", "kicker"]);
const PROSE = new Set<Block["type"]>(["paragraph", "heading", "quote", "pullQuote", "list"]);

/** Weight of counts in words: 500 characters and 265 words take a minute each. */
export function weightOf(counts: { words: number; cjkCharacters: number }): number {
	return counts.words + counts.cjkCharacters * (265 / 500);
}

export function storyContext(document: StoryDocument): StoryContext {
	const blocks: BlockInContext[] = [];
	for (const block of document.blocks) {
		if (block.type === "note") continue;
		const counts = countBlock(block);
		blocks.push({ block, text: blockText(block), counts, weight: weightOf(counts) });
	}
	const named = (type: Block["type"]) =>
		blocks.find((one) => one.block.type === type && one.text.trim() !== "") ?? null;
	const title = named("title");
	const subtitle = named("subtitle");
	const body = blocks.filter((one) => !HEAD.has(one.block.type));
	const prose = body
		.filter((one) => PROSE.has(one.block.type))
		.map((one) => one.text)
		.join("\n");
	return {
		title,
		subtitle,
		body,
		blocks,
		counts: sumCounts(blocks.map((one) => one.counts)),
		bodyWeight: body.reduce((sum, one) => sum + one.weight, 0),
		language: guessLanguage(`${title?.text ?? ""}\n${prose}`),
		prose,
	};
}

/** A rule with the function that applies it. */
export interface CheckedRule extends Rule {
	check(context: StoryContext): Tip[];
}

/** A tip about a stretch of a block, or about the whole block when no place is given. */
export function tip(
	ruleId: string,
	severity: Severity,
	place: { in: BlockInContext; start?: number; end?: number } | null,
	values: Tip["values"] = {},
): Tip {
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
