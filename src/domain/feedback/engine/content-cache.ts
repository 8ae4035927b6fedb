/** What was found in blocks, kept by content: undo, a moved paragraph and a second visit cost nothing. */
import type { Block } from "#domain/story/schema.ts";
import { BlockContent } from "../block-content.ts";
import type { BlockFinding, BlockReading } from "../block-rule.ts";
import type { Lint } from "../language/grammar/lint.ts";
import type { ReadingCounts } from "../language/reading-counts.ts";

/** A content read in one language. */
export interface Reading {
	block: BlockReading;
	/** For the readability formulas. */
	counts: ReadingCounts;
	/** Of our own rules; `null` until those in force were applied. */
	style: readonly BlockFinding[] | null;
	/** Everything there is to say about the block; `null` until it is put together. */
	findings: readonly BlockFinding[] | null;
}

export interface CachedContent {
	content: BlockContent;
	/** By language; `""` where none is told. */
	readings: Map<string, Reading>;
	/** The content's language, by that of the story it stands in. */
	languages: Map<string, string | null>;
	/** Of the grammar checker; `null` until it has answered. */
	lints: readonly Lint[] | null;
	/** The checker was asked and has not answered. */
	asked: boolean;
}

/** Contents beyond those on the page that are kept. */
const MOST_CONTENTS = 4_000;
/** UTF-16 units of keys that are kept, so that a few enormous blocks do not fill the memory. */
const MOST_CHARACTERS = 4_000_000;

const keyOf = ({ id: _, ...content }: Block) => JSON.stringify(content);

/** Bounded; what was used longest ago goes first. */
export class ContentCache {
	readonly #entries = new Map<string, CachedContent>();
	#characters = 0;

	get size(): number {
		return this.#entries.size;
	}

	of(block: Block): CachedContent {
		const key = keyOf(block);
		let entry = this.#entries.get(key);
		if (entry) this.#entries.delete(key);
		else {
			entry = {
				content: new BlockContent(block),
				readings: new Map(),
				languages: new Map(),
				lints: null,
				asked: false,
			};
			this.#characters += key.length;
		}
		this.#entries.set(key, entry);
		this.#shrink();
		return entry;
	}

	/** Other rules are in force. */
	forgetFindings(): void {
		for (const { readings } of this.#entries.values())
			for (const reading of readings.values()) {
				reading.style = null;
				reading.findings = null;
			}
	}

	/** Languages are told otherwise from now on. */
	forgetLanguages(): void {
		for (const { languages } of this.#entries.values()) languages.clear();
	}

	/** The grammar checker has another opinion from now on. */
	forgetLints(): void {
		for (const entry of this.#entries.values()) {
			entry.lints = null;
			entry.asked = false;
			for (const reading of entry.readings.values()) reading.findings = null;
		}
	}

	#shrink(): void {
		for (const key of this.#entries.keys()) {
			const fits = this.#entries.size <= MOST_CONTENTS && this.#characters <= MOST_CHARACTERS;
			if (fits || this.#entries.size === 1) return;
			this.#entries.delete(key);
			this.#characters -= key.length;
		}
	}
}
