/** The only door through which a document comes in. */
import { canonicalDocument } from "./canonical.ts";
import { type StoryDocument, storyDocumentSchema } from "./schema.ts";
import { STORY_DOCUMENT_VERSION } from "./version.ts";

/** Thrown for anything that is not a story document of this or an older version. */
export class StoryDocumentError extends Error {
	override readonly name = "StoryDocumentError";
	/** Where in the document, e.g. `blocks.3.spans.0.text`; empty for the whole. */
	readonly path: string;
	/** `true` when a newer Inkhour wrote it: the text is fine, this version just cannot read it. */
	readonly fromTheFuture: boolean;
	constructor(message: string, path = "", fromTheFuture = false) {
		super(message);
		this.path = path;
		this.fromTheFuture = fromTheFuture;
	}
}

/** Each entry turns a document of its version into the next one. */
const upgrades: Readonly<Record<number, (document: Record<string, unknown>) => Record<string, unknown>>> = {};

/**
 * Parses unknown data into a canonical document.
 * @throws {StoryDocumentError} with the path of the first fault
 */
export function parseStoryDocument(input: unknown): StoryDocument {
	if (typeof input !== "object" || input === null || Array.isArray(input))
		throw new StoryDocumentError("A story document is an object");
	let candidate = input as Record<string, unknown>;
	const version = candidate["version"];
	if (typeof version !== "number" || !Number.isInteger(version) || version < 1)
		throw new StoryDocumentError("The document states no version", "version");
	if (version > STORY_DOCUMENT_VERSION)
		throw new StoryDocumentError(
			`Document version ${version} is newer than ${STORY_DOCUMENT_VERSION}`,
			"version",
			true,
		);
	for (let from = version; from < STORY_DOCUMENT_VERSION; from += 1) {
		const upgrade = upgrades[from];
		if (!upgrade) throw new StoryDocumentError(`No way to read document version ${from}`, "version");
		candidate = upgrade(candidate);
	}
	const parsed = storyDocumentSchema.safeParse(candidate);
	if (!parsed.success) {
		const issue = parsed.error.issues[0];
		throw new StoryDocumentError(issue?.message ?? "Not a story document", issue?.path.map(String).join(".") ?? "");
	}
	return canonicalDocument(parsed.data);
}

/** Parses the JSON text of a document. @throws {StoryDocumentError} */
export function parseStoryDocumentJson(json: string): StoryDocument {
	let input: unknown;
	try {
		input = JSON.parse(json);
	} catch (error) {
		throw new StoryDocumentError(`Not JSON: ${error instanceof Error ? error.message : String(error)}`);
	}
	return parseStoryDocument(input);
}
