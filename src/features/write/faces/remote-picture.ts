import type { StoryImage } from "#domain/story/schema.ts";

/** Where a picture can be fetched from when the writer asks; `null` when nobody knows. */
export function remotePictureUrl(image: StoryImage): string | null {
	const url = image.remoteUrl ?? (image.mediumId ? `https://miro.medium.com/${image.mediumId}` : "");
	return URL.canParse(url) && new URL(url).protocol === "https:" ? url : null;
}
