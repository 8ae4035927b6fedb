/** Which texts of earlier sittings lie in the window's storage and not in the library. */
import { rpc } from "#app/rpc.ts";
import { storyTitle } from "#domain/story/text.ts";
import { dropEmergencyCopy, emergencyStories, restorableText } from "./emergency.ts";
import { noteTaken } from "./taken-copies.ts";

export interface UnsavedText {
	/** `null`: a new story that never reached the library. */
	storyId: string | null;
	/** Of the unsaved text; may be empty. */
	title: string;
	/** ISO 8601. */
	at: string;
}

async function unsavedText(storyId: string | null): Promise<UnsavedText | null> {
	const copy = await restorableText(storyId);
	if (!copy) return null;
	const id = storyId ?? copy.newId;
	if (id !== undefined) {
		const story = rpc.stories.get.query({ id });
		// A story that was not in the library when the copy was kept need not be there now.
		const { document, updatedAt } = (await (storyId === null ? story.catch(() => null) : story)) ?? {};
		// The last save of a page that was closed may have arrived after all.
		if (updatedAt !== undefined && JSON.stringify(document) === JSON.stringify(copy.document)) {
			dropEmergencyCopy(storyId);
			noteTaken({ storyId, keptAt: copy.at, savedAt: updatedAt });
			return null;
		}
	}
	return { storyId, title: storyTitle(copy.document), at: copy.at };
}

/** Newest first. A text whose story cannot be read from the library now is left out, and stays where it is. */
export async function unsavedTexts(): Promise<UnsavedText[]> {
	const texts = await Promise.all(emergencyStories().map((storyId) => unsavedText(storyId).catch(() => null)));
	return texts.filter((text) => text !== null).sort((a, b) => b.at.localeCompare(a.at));
}
