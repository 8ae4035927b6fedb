import { plainText } from "#domain/story/text.ts";
import { currentStory } from "#features/write/current-story.ts";

/** The text of the story on the page as the window last knew it; empty when there is none. */
export function openText(): string {
	const story = currentStory();
	return story ? plainText(story.document).trim() : "";
}
