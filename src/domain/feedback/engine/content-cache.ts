/** What was found in blocks, kept by content: undo, a moved paragraph and a second visit cost nothing. */
import type { Block } from "#domain/story/schema.ts";
import { BlockContent } from "../block-content.ts";
import type { BlockFinding } from "../block-rule.ts";

export interface CachedContent {
	content: BlockContent;
	/** By language; `""` where there is none. Emptied when the rules in force change. */
	findings: Map<string, readonly BlockFinding[]>;
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
			entry = { content: new BlockContent(block), findings: new Map() };
			this.#characters += key.length;
		}
		this.#entries.set(key, entry);
		this.#shrink();
		return entry;
	}

	forgetFindings(): void {
		for (const entry of this.#entries.values()) entry.findings.clear();
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
