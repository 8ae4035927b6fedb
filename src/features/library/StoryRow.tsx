import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { lengthWords, shortLength } from "#app/words/length-words.ts";
import type { SearchHit, StorySummary } from "#contract/story.ts";
import { useStoryOnPage } from "#features/write/current-story.ts";
import { Badge } from "#ui/badge/Badge.tsx";
import { type RowDay, rowDays } from "./row-days.ts";
import { Snippet } from "./Snippet.tsx";
import styles from "./StoryRow.module.css";
import { stageWord, storyName } from "./story-words.ts";
import type { Sort } from "./use-stories.ts";

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

function dayWords({ day, done }: RowDay, t: TFunction): string {
	switch (done) {
		case null:
			return day;
		case "changed":
			return t("changed {{day}}", { day });
		case "created":
			return t("created {{day}}", { day });
		case "known":
			return t("known since {{day}}", { day });
		case "deleted":
			return t("deleted {{day}}", { day });
	}
}

export function StoryRow({ story: listed, sort }: { story: StorySummary; sort: Sort }) {
	const { t } = useTranslation();
	const story = useNewest(listed);
	const days = rowDays(story, sort, Date.now());
	const stage = stageWord(story, t);
	const length = shortLength(story, t);
	const facts = [stage, ...days.map((day) => dayWords(day, t)), lengthWords(story, t)];
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
			{/* Two days leave no room for the length; in a narrow list the stage is cut short, never a day. The bubble has all. */}
			<span className={styles.facts} title={facts.join(" · ")}>
				<span>{stage}</span>
				{days.map((day) => (
					<span key={day.done}>
						<time dateTime={day.date}>{dayWords(day, t)}</time>
					</span>
				))}
				{days.length === 1 && <span>{length}</span>}
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
