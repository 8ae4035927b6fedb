import { z } from "zod";
import { canonicalBlock } from "#domain/story/canonical.ts";
import { type BlockCounts, countBlock, readingSeconds, sumCounts } from "#domain/story/counts.ts";
import { parseStoryDocument, StoryDocumentError } from "#domain/story/parse.ts";
import { type Block, blockSchema, type StoryDocument } from "#domain/story/schema.ts";
import { storyExcerpt, storySubtitle, storyTitle } from "#domain/story/text.ts";
import { STORY_DOCUMENT_VERSION } from "#domain/story/version.ts";
import { prepareStoryText, type StoryColumns } from "./story-text.ts";

interface KnownBlock {
	block: Block;
	/** Canonical JSON of the block. */
	json: string;
	counts: BlockCounts;
}

/** Blocks of about four long stories. */
const MOST_KNOWN_BLOCKS = 4_000;

const currentVersionSchema = z.strictObject({
	version: z.literal(STORY_DOCUMENT_VERSION),
	blocks: z.array(z.unknown()).max(100_000),
});

/**
 * Reads the JSON of documents that are saved again and again. An autosave differs from the last one in a block or two:
 * blocks that were read before are recognised by their JSON, and only the others are checked and counted.
 */
export class DocumentReader {
	readonly #known = new Map<string, KnownBlock>();

	/**
	 * The columns of a saved text: exactly those of `prepareStoryText(parseStoryDocumentJson(json))`, sooner.
	 * @throws {StoryDocumentError} with the path of the first fault
	 */
	read(json: string): StoryColumns {
		const input = parseJson(json);
		const document = currentVersionSchema.safeParse(input);
		if (!document.success) return prepareStoryText(parseStoryDocument(input));
		const blocks = document.data.blocks.map((raw, at) => this.#block(raw, at));
		if (new Set(blocks.map(({ block }) => block.id)).size < blocks.length)
			return prepareStoryText(parseStoryDocument(input));
		const whole: StoryDocument = { version: STORY_DOCUMENT_VERSION, blocks: blocks.map(({ block }) => block) };
		const counts = sumCounts(blocks.map((known) => known.counts));
		return {
			json: `{"version":${STORY_DOCUMENT_VERSION},"blocks":[${blocks.map((known) => known.json).join(",")}]}`,
			title: storyTitle(whole),
			subtitle: storySubtitle(whole),
			excerpt: storyExcerpt(whole),
			words: counts.words,
			cjk: counts.cjkCharacters,
			seconds: readingSeconds(counts),
		};
	}

	#block(raw: unknown, at: number): KnownBlock {
		const key = JSON.stringify(raw);
		const known = this.#known.get(key);
		if (known) return known;
		const parsed = blockSchema.safeParse(raw);
		if (!parsed.success) {
			const issue = parsed.error.issues[0];
			const path = ["blocks", at, ...(issue?.path ?? [])].map(String).join(".");
			throw new StoryDocumentError(issue?.message ?? "Not a block", path);
		}
		const block = canonicalBlock(parsed.data);
		const fresh = { block, json: JSON.stringify(block), counts: countBlock(block) };
		if (this.#known.size >= MOST_KNOWN_BLOCKS) this.#known.clear();
		this.#known.set(key, fresh);
		return fresh;
	}
}

function parseJson(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch (error) {
		throw new StoryDocumentError(`Not JSON: ${error instanceof Error ? error.message : String(error)}`);
	}
}
