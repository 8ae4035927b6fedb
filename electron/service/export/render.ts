import type { ExportFormat } from "#contract/export.ts";
import type { StoryDetail } from "#contract/story.ts";
import { shownLanguage } from "#domain/feedback/language.ts";
import { storyToHtml } from "#domain/story/export/html.ts";
import { storyToMarkdown } from "#domain/story/export/markdown.ts";
import type { ExportOptions } from "#domain/story/export/options.ts";
import { safeHref } from "#domain/story/links.ts";
import type { StoryDocument } from "#domain/story/schema.ts";
import { plainText } from "#domain/story/text.ts";

export const FORMATS: Readonly<Record<ExportFormat, { extension: string; mimeType: string }>> = {
	markdown: { extension: ".md", mimeType: "text/markdown" },
	html: { extension: ".html", mimeType: "text/html" },
};

/** What the story's own words show, code and notes to self left out. */
function shownLanguageOf({ version, blocks }: StoryDocument): string | null {
	const prose = blocks.filter(({ type }) => type !== "code" && type !== "note");
	return shownLanguage(plainText({ version, blocks: prose }));
}

/**
 * A story as text of a format.
 * @param hasAsset whether a picture of the library lies beside the text, in `media`
 */
export function renderStory(story: StoryDetail, format: ExportFormat, hasAsset: (assetId: string) => boolean): string {
	const options: ExportOptions = {
		facts: {
			status: story.kind === "response" ? "response" : story.stage,
			// Medium's export does not tell when a story was begun.
			created: story.imported ? null : story.createdAt,
			// Without a known change since then both are the same: of an import the day it came out, or in.
			updated: story.updatedAt === story.createdAt ? null : story.updatedAt,
			published: story.publishedAt,
			canonical: story.canonicalUrl ?? story.mediumUrl,
			inkhour: story.id,
		},
		imageSource: (image) => {
			if (image.assetId && hasAsset(image.assetId)) return `media/${image.assetId}`;
			return image.remoteUrl ? safeHref(image.remoteUrl) : null;
		},
	};
	if (format === "markdown") return storyToMarkdown(story.document, options);
	return storyToHtml(story.document, {
		...options,
		name: story.name,
		language: shownLanguageOf(story.document),
	});
}
