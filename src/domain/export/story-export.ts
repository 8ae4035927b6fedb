import type { StoryImage } from "../story/schema.ts";

/** What an exported story carries besides its text. */
export interface ExportFacts {
	/** ISO 8601 or `null`. */
	publishedAt: string | null;
	canonicalUrl: string | null;
	mediumUrl: string | null;
}

export interface ExportOptions {
	facts: ExportFacts;
	/** Address of a picture relative to the exported file, or `null` when its pixels are not at hand. */
	localImage: (image: StoryImage) => string | null;
}
