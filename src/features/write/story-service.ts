/** What an open story asks of the studio, so that the session itself knows no client and no toasts. */

import { reportTextFate, type TextFate } from "#app/connection/connection.ts";
import { native } from "#app/native.ts";
import { queryClient, rpc, windowError } from "#app/rpc.ts";
import type { CreatedStory, SaveResult, StoryDetail } from "#contract/story.ts";
import type { SaveProblem } from "./autosave/autosave.ts";

export interface StoryService {
	create(input: { id: string; document: string }): Promise<CreatedStory>;
	get(id: string): Promise<StoryDetail>;
	save(input: { id: string; baseRevision: number; document: string }): Promise<SaveResult>;
	/** Keeps the library's text of a story as a version. */
	keepTheirs(id: string, label: string): Promise<void>;
	/** Keeps `document` as a version and leaves the library's text in place. */
	keepMineAndReturn(id: string, label: string, document: string): Promise<void>;
	problem(error: unknown): SaveProblem;
	/** A new story is in the library. */
	created(): void;
	/** A save has reached the disk. */
	saved(): void;
	setUnsaved(unsaved: boolean): void;
	/** What became of text that could not be saved from here; `null` when nothing is to be said of it. */
	setFate(fate: TextFate | null): void;
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
	create: (input) => rpc.stories.create.mutate(input),
	get: (id) => rpc.stories.get.query({ id }),
	save: (input) => rpc.stories.save.mutate(input),
	keepTheirs: async (id, label) => {
		await rpc.stories.snapshot.mutate({ id, label });
	},
	async keepMineAndReturn(id, label, document) {
		const [theirs] = await Promise.all([rpc.stories.get.query({ id }), rpc.stories.snapshot.mutate({ id, label })]);
		const [version] = await rpc.stories.versions.query({ id });
		await rpc.stories.save.mutate({ id, baseRevision: theirs.revision, document });
		if (version) await rpc.stories.restoreVersion.mutate({ versionId: version.id });
		refreshLists();
	},
	problem(error) {
		const { code, message } = windowError(error);
		return { code, message };
	},
	created: () => refreshLists(),
	saved: () => refreshLists(LIST_DELAY_MS),
	setUnsaved: (unsaved) => native.setUnsaved(unsaved),
	setFate: reportTextFate,
	report(error) {
		// The page goes on with its last good state; the error boundary is for drawing, not for typing.
		reportError(error);
	},
};
