import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { lengthWords, shortLength } from "#app/words/length-words.ts";
import type { SearchHit, StorySummary } from "#contract/story.ts";
import { useStoryOnPage } from "#features/write/current-story.ts";
import { Badge } from "#ui/badge/Badge.tsx";
import { formatRelativeDay } from "#ui/format/format.ts";
import { Snippet } from "./Snippet.tsx";
import styles from "./StoryRow.module.css";
import { stageWord, storyName } from "./story-words.ts";
import type { Sort } from "./use-stories.ts";

/** The date a row shows: the one the list is sorted by. */
function rowDate(story: StorySummary, sort: Sort): string {
	if (story.trashedAt !== null) return story.trashedAt;
	if (sort === "created") return story.createdAt;
	if (sort === "published" && story.publishedAt !== null) return story.publishedAt;
	return story.updatedAt;
}

/** What to look at first in a story. */
function rowMark(story: StorySummary, t: TFunction): string | null {
	// An earlier one, or Medium's that was waiting beside it.
	if (story.rebuiltFrom !== null) return t("Another text");
	return story.hasPendingImport ? t("Two texts") : null;
}

/** A story as the page has it where it is open, ahead of the list, which is read again when writing pauses. */
function useNewest(story: StorySummary): StorySummary {
	const page = useStoryOnPage(story.id);
	if (!page) return story;
	const { title } = page;
	// Without a title, Medium's name for the story stands; a title that was just taken away is no name.
	const name = title || (story.title === "" ? story.name : "");
	return { ...story, title, name, words: page.counts.words, cjkCharacters: page.counts.cjkCharacters };
}

export function StoryRow({ story: listed, sort }: { story: StorySummary; sort: Sort }) {
	const { t } = useTranslation();
	const story = useNewest(listed);
	const date = rowDate(story, sort);
	const day = formatRelativeDay(date, Date.now());
	// In a narrow list the stage is cut short, never the figures; the bubble has all of it.
	const facts = [stageWord(story, t), day];
	const mark = rowMark(story, t);
	return (
		<>
			<span className={styles.head}>
				<span className={styles.title} dir="auto" data-untitled={story.name === "" || undefined}>
					{storyName(story, t)}
				</span>
				{mark !== null && (
					<Badge tone="note" className={styles.mark}>
						{mark}
					</Badge>
				)}
				{story.sample && <span className={styles.sample}>{t("Sample")}</span>}
			</span>
			<span className={styles.facts} title={[...facts, lengthWords(story, t)].join(" · ")}>
				{[...facts, shortLength(story, t)].map((fact) => (
					<span key={fact}>{fact === day ? <time dateTime={date}>{fact}</time> : fact}</span>
				))}
			</span>
		</>
	);
}

export function HitRow({ hit }: { hit: SearchHit }) {
	const { t } = useTranslation();
	return (
		<>
			<span className={styles.title} dir="auto" data-untitled={hit.name === "" || undefined}>
				{storyName(hit, t)}
			</span>
			<span className={styles.snippet} dir="auto">
				<Snippet text={hit.snippet} />
			</span>
			<span className={styles.facts}>
				<span>{stageWord(hit, t)}</span>
			</span>
		</>
	);
}
