/**
 * The coach's engine: takes changed blocks, answers findings block by block and what can be said of the whole story.
 * Pure; `work` yields between blocks, so that whoever drives it can stop when newer text has come.
 */
import type { Block } from "#domain/story/schema.ts";
import type { BlockFinding, BlockRule } from "../block-rule.ts";
import { BlockInContext, contextOf, storyLanguage, titleOf } from "../context.ts";
import type { LanguageDetector } from "../language/detect.ts";
import type { Lint } from "../language/grammar/lint.ts";
import { StoryWords } from "../language/grammar/story-words.ts";
import { readability } from "../language/readability.ts";
import { type ReadingCounts, sumReadingCounts } from "../language/reading-counts.ts";
import type { RuleChoices } from "../rule-choices.ts";
import { BLOCK_RULES, evidenceOf } from "../rules.ts";
import { type StoryFeedback, storyFeedback, titleTips } from "../story-feedback.ts";
import type { LanguageGuess, Tip } from "../types.ts";
import { BlockReader, NOTHING } from "./block-reader.ts";
import { type CachedContent, ContentCache } from "./content-cache.ts";

export interface StoryChange {
	/** Ids of all blocks in order; `null` when blocks were only changed in place. */
	order: readonly string[] | null;
	/** Blocks that are new or changed; any others are as they were told before. */
	blocks: readonly Block[];
}

/** What the writer has set about the coach. */
export interface CoachSettings {
	choices: RuleChoices;
	/** The writer's own words. */
	dictionary: readonly string[];
}

/** One step of work; after any of them the rest may be dropped. */
export type EngineStep =
	| { kind: "read" }
	/** Findings of one block, when they differ from those answered before or its text changed since. */
	| { kind: "block"; blockId: string; tips: readonly Tip[] }
	/** An English text the grammar checker has not seen; its answer goes to `lint`. */
	| { kind: "check"; blockId: string; text: string }
	| { kind: "story"; feedback: StoryFeedback };

interface KnownBlock {
	place: BlockInContext;
	cached: CachedContent;
}

export class CoachEngine {
	readonly #reader: BlockReader;
	readonly #cache = new ContentCache();
	readonly #words = new StoryWords();
	readonly #checks: boolean;
	#dictionary: readonly string[] = [];
	#known = new Map<string, KnownBlock>();
	#order: readonly string[] = [];
	#language: LanguageGuess = { code: null, presumed: true };
	/** What was answered last, by block. */
	#told = new Map<string, readonly BlockFinding[]>();
	/** Blocks with findings whose text changed since: the window may have dropped them, even where the old words are back. */
	readonly #changed = new Set<string>();

	/**
	 * @param rules rules about one block; the registry's unless a test says otherwise
	 * @param checks whether there is a grammar checker to ask
	 */
	constructor(rules: readonly BlockRule[] = BLOCK_RULES, checks = false) {
		this.#reader = new BlockReader(rules);
		this.#checks = checks;
	}

	/** In force from now on. */
	configure({ choices, dictionary }: CoachSettings): void {
		this.#reader.choices = choices;
		this.#dictionary = dictionary;
		this.#cache.forgetFindings();
	}

	/** Tells languages from now on. */
	setDetector(detector: LanguageDetector): void {
		this.#reader.detector = detector;
		this.#cache.forgetLanguages();
	}

	/** What the grammar checker said no longer holds. */
	forgetLints(): void {
		this.#cache.forgetLints();
	}

	/** Another story: nothing is known of its blocks. What was found in contents is kept. */
	reset(): void {
		this.#known = new Map();
		this.#order = [];
		this.#told = new Map();
		this.#changed.clear();
	}

	/**
	 * @returns ids of the blocks that are gone
	 * @throws {RangeError} when the order names a block that was never told
	 */
	apply({ order, blocks }: StoryChange): string[] {
		for (const block of blocks) {
			const cached = this.#cache.of(block);
			this.#known.set(block.id, { cached, place: new BlockInContext(block, cached.content) });
			if ((this.#told.get(block.id) ?? NOTHING).length > 0) this.#changed.add(block.id);
		}
		if (!order) return [];
		const kept = new Map<string, KnownBlock>();
		for (const id of order) {
			const known = this.#known.get(id);
			if (!known) throw new RangeError(`Block ${id} was never told`);
			kept.set(id, known);
		}
		const gone = this.#known
			.keys()
			.filter((id) => !kept.has(id))
			.toArray();
		for (const id of gone) {
			this.#told.delete(id);
			this.#changed.delete(id);
		}
		this.#known = kept;
		this.#order = order;
		return gone;
	}

	/**
	 * Everything there is to say that was not said before.
	 * @param first ids of the blocks that are answered before everything else
	 */
	*work(first: readonly string[] = []): Generator<EngineStep, void> {
		const blocks = this.#order.flatMap((id) => this.#known.get(id) ?? []);
		this.#language = storyLanguage(blocks.map((one) => one.place));
		for (const id of first) {
			const known = this.#known.get(id);
			if (known) yield* this.#findings(known);
		}
		const counts: ReadingCounts[] = [];
		const english: KnownBlock[] = [];
		let readsEnglish = false;
		for (const known of blocks) {
			known.cached.content.prepare();
			const reading = this.#reader.read(known.cached, this.#language);
			if (reading?.block.language === this.#language.code) counts.push(reading.counts);
			if (reading?.block.language === "en" && reading.block.words.length > 0) readsEnglish = true;
			if (this.#checks && reading?.block.language === "en") english.push(known);
			yield { kind: "read" };
		}
		this.#learn(english);
		const context = contextOf(blocks.map((one) => one.place));
		const ease = readability(this.#language.code, sumReadingCounts(counts));
		yield { kind: "story", feedback: storyFeedback(context, ease, this.#reader.choices, readsEnglish) };
		for (const known of blocks) yield* this.#findings(known);
	}

	/** What the rules about titles would say of other titles of the story as it stands; by title. */
	judgeTitles(titles: readonly string[]): Tip[][] {
		const places = this.#order.flatMap((id) => this.#known.get(id)?.place ?? []);
		const now = titleOf(places);
		const others = places.filter((one) => one !== now);
		return titles.map((text) => {
			const title = new BlockInContext({ id: now?.block.id ?? "title", type: "title", spans: [{ text }] });
			const tips = titleTips(contextOf([title, ...others]), this.#reader.choices);
			return tips.filter(({ blockId }) => blockId === title.block.id);
		});
	}

	/** The grammar checker's answer about a block; nothing when other words stand there now. `null`: it did not look. */
	*lint(blockId: string, text: string, lints: readonly Lint[] | null): Generator<EngineStep, void> {
		const cached = this.#known.get(blockId)?.cached;
		if (cached?.content.text !== text) return;
		cached.asked = false;
		if (lints === null) return;
		cached.lints = lints;
		for (const reading of cached.readings.values()) reading.findings = null;
		// The same words may stand in several blocks.
		for (const known of this.#known.values()) if (known.cached === cached) yield* this.#findings(known);
	}

	/** Which words the story makes its own; what that changes about spelling is found anew. */
	#learn(english: readonly KnownBlock[]): void {
		if (!this.#checks) return;
		const known = this.#words.update(
			english.values().map((one) => one.cached.content.uses),
			this.#dictionary,
		);
		if (this.#reader.known === known) return;
		this.#reader.known = known;
		for (const { cached } of english)
			if (cached.lints && cached.lints.length > 0)
				for (const reading of cached.readings.values()) reading.findings = null;
	}

	*#findings({ cached, place }: KnownBlock): Generator<EngineStep, void> {
		const reading = this.#reader.read(cached, this.#language);
		const found = reading ? this.#reader.findings(reading, cached) : NOTHING;
		const blockId = place.block.id;
		const before = this.#told.get(blockId) ?? NOTHING;
		const changed = this.#changed.delete(blockId);
		if (before !== found || changed) {
			this.#told.set(blockId, found);
			if (before.length + found.length > 0)
				yield { kind: "block", blockId, tips: found.map((one) => tipOf(one, place)) };
		}
		if (!this.#checks || reading?.block.language !== "en" || cached.lints || cached.asked) return;
		cached.asked = true;
		yield { kind: "check", blockId, text: cached.content.text };
	}
}

function tipOf({ values = {}, ...finding }: BlockFinding, place: BlockInContext): Tip {
	const quote = place.text.slice(finding.start, finding.end);
	const evidence = finding.own ? [] : evidenceOf({ id: finding.ruleId });
	return { ...finding, values, blockId: place.block.id, quote, evidence };
}
