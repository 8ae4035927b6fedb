/** What an open story asks of the studio, so that the session itself knows no client and no toasts. */

import { native } from "#app/native.ts";
import { queryClient, rpc, windowError } from "#app/rpc.ts";
import type { SaveResult, StoryDetail } from "#contract/story.ts";
import type { StoryDocument } from "#domain/story/schema.ts";
import type { SaveProblem } from "./autosave/autosave.ts";

export interface StoryService {
	create(): Promise<StoryDetail>;
	get(id: string): Promise<StoryDetail>;
	save(input: { id: string; baseRevision: number; document: string }): Promise<SaveResult>;
	/** Keeps a second text of a story in the library, so that neither is lost. */
	keepBeside(story: StoryDetail, document: StoryDocument): Promise<void>;
	problem(error: unknown): SaveProblem;
	/** A new story is in the library. */
	created(): void;
	/** A save has reached the disk. */
	saved(): void;
	setUnsaved(unsaved: boolean): void;
	report(error: Error): void;
}

/** Lists follow this many milliseconds behind the last save. */
const LIST_DELAY_MS = 1500;
let listTimer: ReturnType<typeof setTimeout> | null = null;

/** Lists of stories are read again once saving has paused. */
export function refreshLists(delay = 0): void {
	if (listTimer !== null) clearTimeout(listTimer);
	listTimer = setTimeout(() => {
		listTimer = null;
		void queryClient.invalidateQueries({
			predicate: ({ queryKey: [path] }) => Array.isArray(path) && path[0] === "stories" && path[1] !== "get",
		});
	}, delay);
}

export const storyService: StoryService = {
	create: () => rpc.stories.create.mutate({}),
	get: (id) => rpc.stories.get.query({ id }),
	save: (input) => rpc.stories.save.mutate(input),
	async keepBeside(_story, document) {
		const copy = await rpc.stories.create.mutate({});
		await rpc.stories.save.mutate({
			id: copy.id,
			baseRevision: copy.revision,
			document: JSON.stringify(document),
		});
		refreshLists();
	},
	problem(error) {
		const { code, message } = windowError(error);
		return { code, message };
	},
	created: () => refreshLists(),
	saved: () => refreshLists(LIST_DELAY_MS),
	setUnsaved: (unsaved) => native.setUnsaved(unsaved),
	report(error) {
		// The page goes on with its last good state; the error boundary is for drawing, not for typing.
		reportError(error);
	},
};
