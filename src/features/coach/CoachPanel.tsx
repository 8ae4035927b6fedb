import { useTranslation } from "react-i18next";
import type { StoryFeedback } from "#domain/feedback/analyse.ts";
import type { Concrete } from "#domain/feedback/opening-rules.ts";
import type { FeedbackArea, Tip } from "#domain/feedback/types.ts";
import { type CurrentStory, useCurrentStory } from "#features/write/current-story.ts";
import { Button } from "#ui/button/Button.tsx";
import { formatList, formatNumber } from "#ui/format/format.ts";
import styles from "./CoachPanel.module.css";
import { revealPlace } from "./reveal-place.ts";
import { StructureMap } from "./StructureMap.tsx";
import { TipList } from "./TipList.tsx";
import { TitlePreviewBox } from "./TitlePreviewBox.tsx";
import { TitleVariants } from "./TitleVariants.tsx";
import { type CoachMemoryHandle, useCoachMemory } from "./use-coach-memory.ts";
import { useStoryFeedback } from "./use-story-feedback.ts";

/** The right side of Write: what can be said about the story on the page, and where it comes from. */
export function CoachPanel() {
	const { t } = useTranslation();
	const story = useCurrentStory();
	const feedback = useStoryFeedback(story?.document ?? null);
	const memory = useCoachMemory(story?.id ?? null);
	return (
		<aside className={styles.panel} aria-label={t("Coach")} data-ready={story === null || feedback !== null}>
			{story && feedback?.started ? (
				<Advice story={story} feedback={feedback} memory={memory} />
			) : (
				story &&
				feedback && <p className={styles.empty}>{t("Write a title or a few lines, and notes on them appear here.")}</p>
			)}
		</aside>
	);
}

interface AdviceProps {
	story: CurrentStory;
	feedback: StoryFeedback;
	memory: CoachMemoryHandle;
}

function Advice({ story, feedback, memory }: AdviceProps) {
	const { t } = useTranslation();
	const tips = feedback.tips.filter((tip) => !memory.isIgnored(tip));
	const list = (area: FeedbackArea) => (
		<TipList area={area} tips={tips} memory={memory} onReveal={(tip: Tip) => reveal(tip.blockId, tip)} />
	);
	function reveal(blockId: string | null, { start, quote } = { start: 0, quote: "" }): void {
		if (blockId !== null) revealPlace(story, { blockId, start, quote });
	}
	const english = feedback.language.code === "en";
	return (
		<>
			{!english && (
				<p className={styles.counted}>
					{t("This does not read as English. The text is only counted; advice about words is for English so far.")}
				</p>
			)}
			<section aria-labelledby="coach-headline">
				<h2 id="coach-headline">{t("Headline")}</h2>
				{feedback.title !== "" && <TitlePreviewBox preview={feedback.preview} />}
				{list("headline")}
				{feedback.title !== "" && <TitleVariants title={feedback.title} memory={memory} onUse={story.setTitle} />}
			</section>
			<section aria-labelledby="coach-opening">
				<h2 id="coach-opening">{t("Opening")}</h2>
				<OpeningFacts feedback={feedback} />
				{list("opening")}
			</section>
			<section aria-labelledby="coach-structure">
				<h2 id="coach-structure">{t("Structure")}</h2>
				{feedback.map.sections.length > 0 && <StructureMap map={feedback.map} onReveal={reveal} />}
				{list("structure")}
			</section>
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

function OpeningFacts({ feedback: { opening, language } }: { feedback: StoryFeedback }) {
	const { t } = useTranslation();
	const names: Record<Concrete, string> = {
		person: t("a person"),
		number: t("a number"),
		name: t("a name"),
		question: t("a question"),
		speech: t("speech"),
	};
	const found = opening.concrete.map((one) => names[one]);
	return (
		<p className={styles.facts}>
			{t("The first 30 seconds: {{words}} words.", { words: formatNumber(opening.words) })}
			{language.code === "en" && found.length > 0 && (
				<span> {t("To hold on to: {{list}}.", { list: formatList(found) })}</span>
			)}
		</p>
	);
}
