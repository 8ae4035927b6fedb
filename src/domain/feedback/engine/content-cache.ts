/** What was found in blocks, kept by content: undo, a moved paragraph and a second visit cost nothing. */
import type { Block } from "#domain/story/schema.ts";
import { BlockContent } from "../block-content.ts";
import type { BlockFinding, BlockReading } from "../block-rule.ts";
import type { ReadingCounts } from "../language/reading-counts.ts";

/** A content read in one language. */
export interface Reading {
	block: BlockReading;
	/** For the readability formulas. */
	counts: ReadingCounts;
	/** `null` until the rules in force were applied. */
	findings: readonly BlockFinding[] | null;
}

export interface CachedContent {
	content: BlockContent;
	/** By language; `""` where none is told. */
	readings: Map<string, Reading>;
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
			entry = { content: new BlockContent(block), readings: new Map() };
			this.#characters += key.length;
		}
		this.#entries.set(key, entry);
		this.#shrink();
		return entry;
	}

	forgetFindings(): void {
		for (const { readings } of this.#entries.values()) for (const reading of readings.values()) reading.findings = null;
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
