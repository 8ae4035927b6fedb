import type { StoryDocument } from "./schema.ts";

/** Short random block id; unique enough within a document, which is all it must be. */
export function newBlockId(): string {
	return crypto.randomUUID().replaceAll("-", "").slice(0, 12);
}

/** A new story: an empty title to type into and an empty first paragraph. */
export function emptyStory(title = ""): StoryDocument {
	return {
		version: 1,
		blocks: [
			{ id: newBlockId(), type: "title", spans: title === "" ? [] : [{ text: title }] },
			{ id: newBlockId(), type: "paragraph", spans: [] },
		],
	};
}
