/** Which story is open. One at a time; the one before is saved first, and its text never reaches the next. */
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

/** A blank page, at once. The same one when it is still blank. */
export function openBlank(): StorySession {
	if (open?.blank) return open;
	closeOpen();
	open = new StorySession(storyService, null);
	return open;
}

/** Opens a story of the library. The one that is open already stays as it is. */
export async function openStory(id: string, isWanted: () => boolean): Promise<StorySession | null> {
	if (open?.view().id === id) return open;
	// Reopened while its last save is on the way: that save comes first.
	await closing.get(id);
	const detail = await storyService.get(id);
	if (!isWanted()) return null;
	if (open?.view().id === id) return open;
	closeOpen();
	open = new StorySession(storyService, detail);
	return open;
}

/** Reads the open story anew from the library, e.g. after it was changed elsewhere. */
export async function reopenStory(): Promise<StorySession | null> {
	const id = open?.view().id;
	if (!id) return open;
	const detail = await storyService.get(id);
	closeOpen();
	open = new StorySession(storyService, detail);
	return open;
}
