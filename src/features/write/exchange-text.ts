import { rpc } from "#app/rpc.ts";
import { openSession, reopenStory } from "./open-story.ts";
import type { StorySession } from "./session.ts";
import { refreshLists } from "./story-service.ts";

/**
 * Puts a kept text of a story in place. What is on the page is saved and kept as a version first.
 * @returns id of the version that holds the text that was replaced; `null` when the library kept none
 * @throws when the present text could not be saved, or the library refused; nothing is exchanged then
 */
export async function exchangeText(
	storyId: string,
	versionId: string,
	onReplace: (session: StorySession) => void,
): Promise<string | null> {
	const open = openSession();
	const shown = open?.view().id === storyId ? open : null;
	if (shown && !(await shown.flush())) throw new Error("The text on the page is not saved yet");
	const saved = shown?.json();
	await rpc.stories.restoreVersion.mutate({ versionId });
	const [newest] = await rpc.stories.versions.query({ id: storyId });
	if (shown && openSession() === shown) {
		// What was typed since then is not given away: its save meets the other text as a conflict.
		if (shown.json() === saved) shown.giveWay();
		const reopened = await reopenStory();
		if (reopened) onReplace(reopened);
	}
	refreshLists();
	return newest?.origin === "replaced" ? newest.id : null;
}
