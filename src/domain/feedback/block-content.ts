/** What the coach knows of a block's content alone. Worked out when first asked for, at most once; kept by content. */
import { type BlockCounts, countBlock } from "#domain/story/counts.ts";
import type { Block, Span } from "#domain/story/schema.ts";
import { type WordUses, wordUses } from "./language/grammar/story-words.ts";
import { clues, type LanguageClues } from "./language.ts";
import { weightOf } from "./length-unit.ts";
import { readContent } from "./sincerity/reading.ts";
import { blockText, sentencesOf, type Word, wordsOf } from "./text.ts";

/** A stretch of a block's text, UTF-16. */
export interface Stretch {
	start: number;
	end: number;
}

export interface LinkPlace extends Stretch {
	href: string;
}

/** Spans of flowing text, one list a line of `blockText`; empty for pictures, code, cards and tables. */
function spanLines(block: Block): (readonly Span[])[] {
	if (block.type === "list") return block.items.map((item) => item.spans);
	return "spans" in block ? [block.spans] : [];
}

const LABEL_LENGTH = 60;

function label(text: string): string {
	const line = text
		.slice(0, LABEL_LENGTH * 4)
		.replace(/\s+/g, " ")
		.trim();
	return line.length <= LABEL_LENGTH
		? line
		: `${line
				.slice(0, LABEL_LENGTH)
				.toWellFormed()
				.replace(/\uFFFD$/, "")}…`;
}

/** Block of any id; two blocks with the same content share one. */
export class BlockContent {
	readonly block: Block;
	/** `blockText(block)`. */
	readonly text: string;
	readonly counts: BlockCounts;
	readonly weight: number;
	#label: string | null = null;
	#words: readonly Word[] | null = null;
	#sentences: readonly Word[] | null = null;
	#uses: WordUses | null = null;
	#clues: LanguageClues | null = null;
	#stretches: { links: LinkPlace[]; code: Stretch[] } | null = null;

	constructor(block: Block) {
		this.block = block;
		this.text = blockText(block);
		this.counts = countBlock(block);
		this.weight = weightOf(this.counts);
	}

	/** Works out what takes longest now, so that no rule has to later. */
	prepare(): void {
		readContent(this);
		void this.clues;
	}

	/** First words on one line, to name the block by. */
	get label(): string {
		this.#label ??= label(this.text);
		return this.#label;
	}

	get words(): readonly Word[] {
		this.#words ??= wordsOf(this.text);
		return this.#words;
	}

	get sentences(): readonly Word[] {
		this.#sentences ??= sentencesOf(this.text);
		return this.#sentences;
	}

	/** Which words it uses how often, to tell a story's own names from mistakes. */
	get uses(): WordUses {
		this.#uses ??= wordUses(this.words, this.sentences);
		return this.#uses;
	}

	get clues(): LanguageClues {
		this.#clues ??= clues(this.text);
		return this.#clues;
	}

	/** Links in flowing text. */
	get links(): readonly LinkPlace[] {
		return this.#marked().links;
	}

	/** Code inside flowing text: no advice about words is given there. */
	get code(): readonly Stretch[] {
		return this.#marked().code;
	}

	#marked() {
		if (this.#stretches) return this.#stretches;
		const links: LinkPlace[] = [];
		const code: Stretch[] = [];
		let at = 0;
		for (const spans of spanLines(this.block)) {
			for (const span of spans) {
				const stretch = { start: at, end: at + span.text.length };
				if (span.link) links.push({ ...stretch, href: span.link.href });
				if (span.code) code.push(stretch);
				at = stretch.end;
			}
			at += 1;
		}
		this.#stretches = { links, code };
		return this.#stretches;
	}
}
