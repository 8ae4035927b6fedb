/** A copy of unsaved text beside the library, in the window's own storage: for a full disk, a dead service, a closed tab. */
import { z } from "zod";

const copySchema = z.object({
	/** JSON text of the story document. */
	document: z.string(),
	/** Revision the text was based on. */
	baseRevision: z.number(),
	/** ISO 8601. */
	at: z.string(),
});
export type EmergencyCopy = z.infer<typeof copySchema>;

const key = (storyId: string | null) => `inkhour.unsaved.${storyId ?? "new"}`;

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
		const parsed = text === null ? null : copySchema.safeParse(JSON.parse(text));
		return parsed?.success ? parsed.data : null;
	} catch {
		return null;
	}
}
