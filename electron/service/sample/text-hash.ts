import { createHash } from "node:crypto";
import type { StoryDocument } from "#domain/story/schema.ts";

/** SHA-256 of the canonical JSON, hex: tells a sample text from one the writer has changed. */
export function textHash(document: StoryDocument): string {
	return createHash("sha256").update(JSON.stringify(document)).digest("hex");
}
