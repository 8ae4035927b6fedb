import type { StoryImage } from "../schema.ts";

/** What an export says of a story beside its text. Empty and `null` values are left out. */
export interface ExportFacts {
	/** Where the story stands, or that it is a response. */
	status: "outline" | "draft" | "ready" | "published" | "response" | null;
	/** ISO 8601. */
	created: string | null;
	updated: string | null;
	published: string | null;
	/** Address of the original. */
	canonical: string | null;
	/** The story's id in the library: what makes a file recognisable as an export of this story. */
	inkhour: string;
}

export interface ExportOptions {
	facts: ExportFacts;
	/** Relative path or safe address of a picture; `null` when there is none to show. */
	imageSource: (image: StoryImage) => string | null;
}

/** What a page says in its head besides. */
export interface PageOptions extends ExportOptions {
	/** What the story is called where its text has no title, and its file after it; may be empty. */
	name: string;
	/** BCP 47; `null` when nobody can tell. */
	language: string | null;
}
