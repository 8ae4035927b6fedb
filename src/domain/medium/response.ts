/**
 * Is a post a response to somebody else's story? The export does not say. A response has no title, and its preview
 * title is the beginning of its own text. But paid stories without a title exist, so doubt decides for "story".
 */
import type { Block, StoryDocument } from "../story/schema.ts";
import { blockTextParts } from "../story/text.ts";

/** Why a post was taken for a story or a response; shown in the report. */
export type KindReason = "hasTitle" | "draft" | "paid" | "ownPreviewTitle" | "builtLikeAStory" | "long" | "noTitle";

export interface KindGuess {
	kind: "story" | "response";
	reason: KindReason;
}

/** Characters; longer posts are taken for stories. About 400 words. */
const LONGEST_RESPONSE = 2400;

const STORY_BLOCKS: ReadonlySet<Block["type"]> = new Set([
	"heading",
	"kicker",
	"subtitle",
	"separator",
	"figure",
	"gallery",
]);

function comparable(text: string): string {
	return text
		.normalize("NFKC")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Whether Medium made the preview title from the text itself. */
export function isOwnBeginning(previewTitle: string, text: string): boolean {
	const title = comparable(previewTitle);
	return title === "" || comparable(text.slice(0, 400)).startsWith(title);
}

/**
 * @param facts.paid the story is listed on a Partner Program page
 */
export function guessKind(
	document: StoryDocument,
	facts: { draft: boolean; paid: boolean; previewTitle: string },
): KindGuess {
	if (document.blocks.some((block) => block.type === "title" && block.spans.length > 0))
		return { kind: "story", reason: "hasTitle" };
	if (facts.draft) return { kind: "story", reason: "draft" };
	if (facts.paid) return { kind: "story", reason: "paid" };
	if (document.blocks.some((block) => STORY_BLOCKS.has(block.type)))
		return { kind: "story", reason: "builtLikeAStory" };
	const text = document.blocks.flatMap(blockTextParts).join(" ");
	if (!isOwnBeginning(facts.previewTitle, text)) return { kind: "story", reason: "ownPreviewTitle" };
	if (text.length > LONGEST_RESPONSE) return { kind: "story", reason: "long" };
	return { kind: "response", reason: "noTitle" };
}
