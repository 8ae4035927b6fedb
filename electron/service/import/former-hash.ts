/** Recognises texts as libraries of before November 2026 hashed them. */
import { hash } from "node:crypto";
import type { StoryDocument } from "#domain/story/schema.ts";

/**
 * The hash that an earlier import gave this very text, where it was another one: a picture behind a section had its
 * address before its description. `null` where the text has no such picture.
 * @param json the canonical document, UTF-8
 */
export function formerHash(json: Uint8Array): string | null {
	const text = Buffer.from(json.buffer, json.byteOffset, json.byteLength).toString("utf8");
	if (!text.includes('"layout":"fullWidth"')) return null;
	const document = JSON.parse(text) as StoryDocument;
	for (const block of document.blocks) {
		if (block.type !== "figure" || block.layout !== "fullWidth") continue;
		const { remoteUrl, alt, ...rest } = block.image;
		if (remoteUrl !== undefined && alt === "" && Object.keys(rest).length === 0) block.image = { remoteUrl, alt };
	}
	const former = JSON.stringify(document);
	return former === text ? null : hash("sha256", former, "hex");
}
