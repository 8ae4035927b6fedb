import { useTranslation } from "react-i18next";
import { navigate } from "#app/routes.ts";
import { useCurrentStoryId } from "#features/write/current-story.ts";
import { Button } from "#ui/button/Button.tsx";
import styles from "./CoachPanel.module.css";
import { LanguageSection } from "./language/LanguageSection.tsx";
import { StoryAdvice } from "./StoryAdvice.tsx";
import { type CoachMemoryHandle, useCoachMemory } from "./use-coach-memory.ts";
import { useStoryFeedback } from "./use-story-feedback.ts";

/** The right side of Write: what can be said about the story on the page, and where it comes from. */
export function CoachPanel() {
	const { t } = useTranslation();
	const storyId = useCurrentStoryId();
	const state = useStoryFeedback(storyId);
	const { feedback, trouble, awake } = state;
	const memory = useCoachMemory(storyId ?? null);
	const open = storyId !== undefined;
	/** A new page without a word: nobody reads along yet. */
	const blank = storyId === null && !awake;
	return (
		<aside className={styles.panel} aria-label={t("Coach")} data-ready={!open || feedback !== null || blank}>
			{trouble === "restarted" && (
				<p className={styles.counted} role="status">
					{t("The coach had stopped and was started again.")}
				</p>
			)}
			{trouble === "stopped" && (
				<p className={styles.counted} role="status">
					{t("The coach stopped twice and stays off until the studio is opened again. Your text is not affected.")}
				</p>
			)}
			{open && feedback?.started ? (
				<>
					<StoryAdvice feedback={feedback} memory={memory} />
					<LanguageSection state={state} memory={memory} />
					<Foot memory={memory} />
				</>
			) : (
				open &&
				(feedback || !awake) && (
					<p className={styles.empty}>{t("Write a title or a few lines, and notes on them appear here.")}</p>
				)
			)}
		</aside>
	);
}

function Foot({ memory }: { memory: CoachMemoryHandle }) {
	const { t } = useTranslation();
	return (
		<>
			<Button bare className={styles.knows} onPress={() => navigate({ room: "settings", page: "knowledge" })}>
				{t("What the coach knows")}
			</Button>
			{memory.ignoredCount > 0 && (
				<p className={styles.hidden}>
					{t("Some tips are hidden in this story.")}
					<Button bare onPress={memory.showAll}>
						{t("Show them")}
					</Button>
				</p>
			)}
		</>
	);
}
