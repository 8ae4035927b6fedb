/** A copy of unsaved text beside the library, in the window's own storage: for a full disk, a dead service, a closed tab. */
import type { StoryDocument } from "#domain/story/schema.ts";

export interface EmergencyCopy {
	/** JSON text of the story document. */
	document: string;
	/** Revision the text was based on. */
	baseRevision: number;
	/** ISO 8601. */
	at: string;
	/** Of a story that was not in the library yet: the id it gets, or has got meanwhile. */
	newId?: string;
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

function isCopy(value: unknown): value is EmergencyCopy {
	if (typeof value !== "object" || value === null) return false;
	const { document, baseRevision, at, newId } = value as Partial<Record<keyof EmergencyCopy, unknown>>;
	if (newId !== undefined && !(typeof newId === "string" && UUID.test(newId))) return false;
	return typeof document === "string" && typeof baseRevision === "number" && typeof at === "string";
}

const PREFIX = "inkhour.unsaved.";
const NEW = "new";
const key = (storyId: string | null) => PREFIX + (storyId ?? NEW);

/** The stories of which a copy lies here; `null` stands for one that is not in the library yet. */
export function emergencyStories(): (string | null)[] {
	try {
		return Object.keys(localStorage)
			.filter((name) => name.startsWith(PREFIX))
			.map((name) => name.slice(PREFIX.length))
			.map((id) => (id === NEW ? null : id));
	} catch {
		return [];
	}
}

/** `false` when the window's storage is full or closed; the text is then on the page alone. */
export function keepEmergencyCopy(storyId: string | null, copy: EmergencyCopy): boolean {
	try {
		localStorage.setItem(key(storyId), JSON.stringify(copy));
		return true;
	} catch {
		return false;
	}
}

export function dropEmergencyCopy(storyId: string | null): void {
	try {
		localStorage.removeItem(key(storyId));
	} catch {
		// Closed storage holds no copy.
	}
}

export function emergencyCopy(storyId: string | null): EmergencyCopy | null {
	try {
		const text = localStorage.getItem(key(storyId));
		const copy: unknown = text === null ? null : JSON.parse(text);
		return isCopy(copy) ? copy : null;
	} catch {
		return null;
	}
}

/** An emergency copy whose text is a story document. */
export interface RestorableText {
	document: StoryDocument;
	/** Revision the text was based on. */
	baseRevision: number;
	/** ISO 8601. */
	at: string;
	/** As in the copy. */
	newId?: string;
}

type Reader = typeof import("#domain/story/parse.ts");

/** Once it is here. It brings the schemas, which nothing else needs before the first key. */
let reader: Reader | null = null;

async function fetchedReader(): Promise<Reader> {
	reader = await import("#domain/story/parse.ts");
	return reader;
}

/** Sends for what reads unsaved text, where there is some. That it cannot be had is met when the text is asked for. */
export async function fetchReader(storyId: string | null): Promise<void> {
	if (emergencyCopy(storyId)) await fetchedReader().catch(() => {});
}

function read(copy: EmergencyCopy, { parseStoryDocumentJson }: Reader): RestorableText | null {
	try {
		return { ...copy, document: parseStoryDocumentJson(copy.document) };
	} catch {
		return null;
	}
}

/** The unsaved text of an earlier sitting, or `null`. `undefined` when there is some, but nothing here yet to read it. */
export function restorableAtOnce(storyId: string | null): RestorableText | null | undefined {
	const copy = emergencyCopy(storyId);
	if (!copy) return null;
	return reader ? read(copy, reader) : undefined;
}

/** The unsaved text of an earlier sitting, or `null`. Rejects when the code that reads it cannot be loaded. */
export async function restorableText(storyId: string | null): Promise<RestorableText | null> {
	const copy = emergencyCopy(storyId);
	return copy && read(copy, await fetchedReader());
}
