import type { TFunction } from "i18next";
import type { StoryKind, StoryStage } from "#contract/story.ts";
import { nameFromWords } from "#domain/story/text.ts";

/** The stage in a word; colour never carries it alone. */
export function stageWord(story: { stage: StoryStage; kind: StoryKind }, t: TFunction): string {
	if (story.kind === "response") return t("Response");
	return { outline: t("Outline"), draft: t("Draft"), ready: t("Ready"), published: t("Published") }[story.stage];
}

/** A name to show and to read out: the title or Medium's name for it, else the first words, else "Untitled". */
export function storyName(story: { name: string; excerpt?: string }, t: TFunction): string {
	return story.name || nameFromWords(story.excerpt ?? "") || t("Untitled");
}
