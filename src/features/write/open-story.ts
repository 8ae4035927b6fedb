/** Which story is open. One at a time; the one before is saved first, and its text never reaches the next. */
import type { StoryDetail } from "#contract/story.ts";
import { emergencyCopy, type RestorableText, restorableAtOnce, restorableText } from "./autosave/emergency.ts";
import { StorySession } from "./session.ts";
import { storyService } from "./story-service.ts";

let open: StorySession | null = null;
/** Sessions that are still saving what they hold, by story. */
const closing = new Map<string, Promise<void>>();

export function openSession(): StorySession | null {
	return open;
}

function closeOpen(): void {
	const session = open;
	open = null;
	if (!session) return;
	const closed = session.close();
	const { id } = session.view();
	if (id === null) return;
	const settled = closed.finally(() => {
		if (closing.get(id) === settled) closing.delete(id);
	});
	closing.set(id, settled);
}

function replaceOpen(detail: StoryDetail | null, copy: RestorableText | null): StorySession {
	closeOpen();
	open = new StorySession(storyService, detail, copy);
	return open;
}

/** Saves what is on the page of a story, or was when it was left; `false` when there is text of it that the library has not. */
export async function flushStory(storyId: string): Promise<boolean> {
	if (open?.view().id === storyId) return open.flush();
	await closing.get(storyId);
	return emergencyCopy(storyId) === null;
}

/** Lets go of a story that the library has no more. Text of it that the library never had stays in the emergency copy. */
export function forgetStory(storyId: string): void {
	if (open?.view().id !== storyId) return;
	if (!open.unsaved) open.giveWay();
	closeOpen();
}

/** The session that can be shown at once: the one that is open, a blank page, or unsaved text of one. `null` when something is to be read first. */
export function openAtOnce(storyId: string | null): StorySession | null {
	if (storyId === null ? open?.blank || open?.awaitsPage : open?.view().id === storyId) return open;
	const copy = storyId === null ? restorableAtOnce(null) : undefined;
	return copy === undefined ? null : replaceOpen(null, copy);
}

/** Opens a story of the library, or a blank page. The one that is open already stays as it is. */
export async function openStory(storyId: string | null, isWanted: () => boolean): Promise<StorySession | null> {
	const atOnce = openAtOnce(storyId);
	if (atOnce) return atOnce;
	// Reopened while its last save is on the way: that save comes first.
	if (storyId !== null) await closing.get(storyId);
	const detail = storyId === null ? null : await storyService.get(storyId);
	const copy = await restorableText(storyId);
	if (!isWanted()) return null;
	if (storyId !== null && open?.view().id === storyId) return open;
	return replaceOpen(detail, copy);
}

/** Reads the open story anew from the library, e.g. after it was changed elsewhere. */
export async function reopenStory(): Promise<StorySession | null> {
	const id = open?.view().id;
	if (!id) return open;
	const detail = await storyService.get(id);
	return replaceOpen(detail, await restorableText(id));
}

/**
 * Looks whether the library holds another text than the page, e.g. after an import. The page's own unsaved text is not
 * given away: its next save meets the other text as a conflict.
 * @returns the session that shows the library's text; `null` when the page is as it should be
 */
export async function catchUp(session: StorySession): Promise<StorySession | null> {
	const { id } = session.view();
	const { revision } = session;
	if (id === null || session.unsaved) return null;
	const detail = await storyService.get(id);
	if (detail.hasPendingImport) session.offerImport();
	// A save that came between: the answer may be older than it.
	if (open !== session || session.unsaved || session.revision !== revision) return null;
	if (detail.revision === revision) return null;
	session.giveWay();
	return replaceOpen(detail, null);
}
