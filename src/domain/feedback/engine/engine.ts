/**
 * The coach's engine: takes changed blocks, answers findings block by block and what can be said of the whole story.
 * Pure; `work` yields between blocks, so that whoever drives it can stop when newer text has come.
 */
import type { Block, BlockType } from "#domain/story/schema.ts";
import type { BlockFinding, BlockRule } from "../block-rule.ts";
import { BlockInContext, contextOf, storyLanguage } from "../context.ts";
import { readability } from "../language/readability.ts";
import { type ReadingCounts, readingCounts, sumReadingCounts } from "../language/reading-counts.ts";
import { languageOf } from "../language.ts";
import { type RuleChoices, ruleInForce } from "../rule-choices.ts";
import { BLOCK_RULES } from "../rules.ts";
import { type StoryFeedback, speaks, storyFeedback } from "../story-feedback.ts";
import type { LanguageGuess, Tip } from "../types.ts";
import { type CachedContent, ContentCache, type Reading } from "./content-cache.ts";

export interface StoryChange {
	/** Ids of all blocks in order; `null` when blocks were only changed in place. */
	order: readonly string[] | null;
	/** Blocks that are new or changed; any others are as they were told before. */
	blocks: readonly Block[];
}

/** One step of work; after any of them the rest may be dropped. */
export type EngineStep =
	| { kind: "read" }
	/** Findings of one block, when they differ from those answered before. */
	| { kind: "block"; blockId: string; tips: readonly Tip[] }
	| { kind: "story"; feedback: StoryFeedback };

/** Blocks whose words are the writer's running text. */
const READ: ReadonlySet<BlockType> = new Set([
	"title",
	"subtitle",
	"kicker",
	"paragraph",
	"heading",
	"quote",
	"pullQuote",
	"list",
	"footnote",
]);
const NOTHING: readonly BlockFinding[] = [];

interface KnownBlock {
	place: BlockInContext;
	cached: CachedContent;
}

export class CoachEngine {
	readonly #rules: readonly BlockRule[];
	readonly #cache = new ContentCache();
	#choices: RuleChoices = {};
	#known = new Map<string, KnownBlock>();
	#order: readonly string[] = [];
	/** What was answered last, by block. */
	#told = new Map<string, readonly BlockFinding[]>();

	/** @param rules rules about one block; the registry's unless a test says otherwise */
	constructor(rules: readonly BlockRule[] = BLOCK_RULES) {
		this.#rules = rules;
	}

	/** Rules and figures in force from now on. */
	configure(choices: RuleChoices): void {
		this.#choices = choices;
		this.#cache.forgetFindings();
	}

	/** Another story: nothing is known of its blocks. What was found in contents is kept. */
	reset(): void {
		this.#known = new Map();
		this.#order = [];
		this.#told = new Map();
	}

	/** @throws {RangeError} when the order names a block that was never told */
	apply({ order, blocks }: StoryChange): void {
		for (const block of blocks) {
			const cached = this.#cache.of(block);
			this.#known.set(block.id, { cached, place: new BlockInContext(block, cached.content) });
		}
		if (!order) return;
		const kept = new Map<string, KnownBlock>();
		for (const id of order) {
			const known = this.#known.get(id);
			if (!known) throw new RangeError(`Block ${id} was never told`);
			kept.set(id, known);
		}
		this.#known = kept;
		this.#order = order;
		for (const id of this.#told.keys()) if (!kept.has(id)) this.#told.delete(id);
	}

	/**
	 * Everything there is to say that was not said before.
	 * @param first ids of the blocks that are answered before everything else
	 */
	*work(first: readonly string[] = []): Generator<EngineStep, void> {
		const blocks = this.#order.flatMap((id) => this.#known.get(id) ?? []);
		const language = storyLanguage(blocks.map((one) => one.place));
		for (const id of first) {
			const known = this.#known.get(id);
			if (known) yield* this.#findings(known, language);
		}
		const counts: ReadingCounts[] = [];
		for (const known of blocks) {
			known.cached.content.prepare();
			const reading = readingOf(known, language);
			if (reading?.block.language === language.code) counts.push(reading.counts);
			yield { kind: "read" };
		}
		const context = contextOf(blocks.map((one) => one.place));
		const ease = readability(language.code, sumReadingCounts(counts));
		yield { kind: "story", feedback: storyFeedback(context, ease, this.#choices) };
		for (const known of blocks) yield* this.#findings(known, language);
	}

	*#findings(known: KnownBlock, story: LanguageGuess): Generator<EngineStep, void> {
		const blockId = known.place.block.id;
		const found = this.#found(known, story);
		const before = this.#told.get(blockId);
		if (before === found || (!before && found.length === 0)) return;
		this.#told.set(blockId, found);
		yield { kind: "block", blockId, tips: found.map((one) => tipOf(one, known.place)) };
	}

	#found(known: KnownBlock, story: LanguageGuess): readonly BlockFinding[] {
		const reading = readingOf(known, story);
		if (!reading) return NOTHING;
		if (reading.findings) return reading.findings;
		const { code } = known.cached.content;
		const inCode = ({ start, end }: BlockFinding) => code.some((one) => start < one.end && one.start < end);
		const found = this.#rules.flatMap((rule) => {
			const { on, thresholds } = ruleInForce(rule, this.#choices);
			if (!on || !speaks(rule, reading.block.language)) return [];
			return rule.check(reading.block, thresholds).filter((one) => !inCode(one));
		});
		found.sort((a, b) => a.start - b.start || a.end - b.end);
		reading.findings = found.length === 0 ? NOTHING : found;
		return reading.findings;
	}
}

/** A block read in its own language, or in the story's where it does not tell; `null` where there is nothing to read. */
function readingOf({ cached: { content, readings }, place }: KnownBlock, story: LanguageGuess): Reading | null {
	const { type } = place.block;
	if (!READ.has(type)) return null;
	const own = languageOf(content.clues);
	const language = own.presumed ? story.code : own.code;
	const known = readings.get(language ?? "");
	if (known) return known;
	const { text, words, sentences } = content;
	const block = { type, text, language, words, sentences };
	const reading: Reading = { block, counts: readingCounts(block), findings: null };
	readings.set(language ?? "", reading);
	return reading;
}

function tipOf({ values = {}, ...finding }: BlockFinding, place: BlockInContext): Tip {
	return { ...finding, values, blockId: place.block.id, quote: place.text.slice(finding.start, finding.end) };
}
