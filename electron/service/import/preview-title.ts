import { isOwnBeginning } from "#domain/medium/response.ts";
import type { Library } from "../library.ts";

/**
 * What Medium's lists show a story under, by its newest export, where the writer gave it a title of its own for that;
 * `null` where that is the story's title, or its beginning. @throws {StudioError} NOT_FOUND
 */
export function ownPreviewTitle(library: Library, storyId: string): string | null {
	const { title } = library.stories.summary(storyId);
	const preview = library.imports.medium(storyId)?.previewTitle ?? "";
	// A story without a title bears this name already.
	return title === "" || isOwnBeginning(preview, title) ? null : preview;
}
