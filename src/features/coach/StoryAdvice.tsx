import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Concrete } from "#domain/feedback/opening/opening.ts";
import { ruleById } from "#domain/feedback/rules.ts";
import type { OpeningFacts as OpeningCounts, StoryFeedback } from "#domain/feedback/story-feedback.ts";
import type { FeedbackArea, Tip } from "#domain/feedback/types.ts";
import { currentStory, useCurrentStoryKind } from "#features/write/current-story.ts";
import { formatList } from "#ui/format/format.ts";
import styles from "./CoachPanel.module.css";
import { FourMarks } from "./FourMarks.tsx";
import { LanguageNotice } from "./LanguageNotice.tsx";
import { MediumPreviewTitle } from "./MediumPreviewTitle.tsx";
import { revealPlace } from "./reveal-place.ts";
import { StructureMap } from "./StructureMap.tsx";
import { TipList } from "./TipList.tsx";
import { TitlePreviewBox } from "./TitlePreviewBox.tsx";
import { TitleVariants } from "./TitleVariants.tsx";
import type { CoachMemoryHandle } from "./use-coach-memory.ts";

function reveal(blockId: string | null, { start, quote } = { start: 0, quote: "" }): void {
	const story = currentStory();
	if (story && blockId !== null) revealPlace(story, { blockId, start, quote });
}
const revealTip = (tip: Tip) => reveal(tip.blockId, tip);
const setTitle = (title: string) => currentStory()?.setTitle(title);

// What a keystroke leaves as it was is not drawn again.
const Structure = memo(StructureMap);
const Marks = memo(FourMarks);
const Tips = memo(TipList);
const Variants = memo(TitleVariants);
const Preview = memo(TitlePreviewBox);
const Opening = memo(OpeningFacts);
const Language = memo(LanguageNotice);

interface Props {
	feedback: StoryFeedback;
	memory: CoachMemoryHandle;
}

/** What is said of the story as a whole. Takes no story, so that typing alone does not draw it again. */
export const StoryAdvice = memo(function StoryAdvice({ feedback, memory }: Props) {
	const { t } = useTranslation();
	const { isIgnored } = memory;
	const untitledResponse = useCurrentStoryKind() === "response" && feedback.title === "";
	const tips = useMemo(() => feedback.tips.filter((tip) => !isIgnored(tip)), [feedback.tips, isIgnored]);
	const list = (area: FeedbackArea) => (
		<Tips
			area={area}
			tips={tips}
			looked={feedback.looked[area]}
			language={feedback.language.code}
			hidden={feedback.tips.some((tip) => isIgnored(tip) && ruleById(tip.ruleId)?.area === area)}
			memory={memory}
			onReveal={revealTip}
		/>
	);
	return (
		<>
			{feedback.language.code !== "en" && <Language language={feedback.language.code} />}
			<section aria-labelledby="coach-headline">
				<h2 id="coach-headline">{t("Headline")}</h2>
				{feedback.title !== "" && <Preview preview={feedback.preview} />}
				<MediumPreviewTitle />
				{untitledResponse ? (
					<p className={styles.facts}>
						{t("A response needs no title: on Medium it stands under the story it answers.")}
					</p>
				) : (
					list("headline")
				)}
				{feedback.title !== "" && (
					<Variants title={feedback.title} language={feedback.language.code} memory={memory} onUse={setTitle} />
				)}
			</section>
			<section aria-labelledby="coach-opening">
				<h2 id="coach-opening">{t("Opening")}</h2>
				<Opening opening={feedback.opening} language={feedback.language} />
				{list("opening")}
			</section>
			<section aria-labelledby="coach-structure">
				<h2 id="coach-structure">{t("Structure")}</h2>
				{feedback.map.sections.length > 0 && <Structure map={feedback.map} onReveal={reveal} />}
				{list("structure")}
			</section>
			{feedback.marks.length > 0 && (
				<Marks marks={feedback.marks} language={feedback.language.code} onReveal={reveal} />
			)}
		</>
	);
});

/** Words from which an opening can be missing some of the title's. */
const ENOUGH_WORDS = 40;
const MISSING_SHOWN = 5;

function openingLength({ words, cjkCharacters }: OpeningCounts, t: ReturnType<typeof useTranslation>["t"]): string {
	if (cjkCharacters === 0)
		return words === 0
			? t("No running text in the first 30 seconds.")
			: t("The first 30 seconds: {{count}} words.", {
					count: words,
					defaultValue_one: "The first 30 seconds: {{count}} word.",
				});
	const characters = t("{{count}} characters", { count: cjkCharacters, defaultValue_one: "{{count}} character" });
	return words === 0
		? t("The first 30 seconds: {{list}}.", { list: characters })
		: t("The first 30 seconds: {{list}}.", {
				list: formatList([characters, t("{{count}} words", { count: words, defaultValue_one: "{{count}} word" })]),
			});
}

function OpeningFacts({ opening, language }: Pick<StoryFeedback, "opening" | "language">) {
	const { t } = useTranslation();
	const names: Record<Concrete, string> = {
		narrator: t("someone who says “I”"),
		person: t("a person"),
		number: t("a number"),
		name: t("a name"),
		question: t("a question"),
		speech: t("speech"),
		scene: t("a scene"),
	};
	const found = opening.concrete.map((one) => names[one]);
	const missing = opening.words < ENOUGH_WORDS ? [] : (opening.subject?.missing ?? []).slice(0, MISSING_SHOWN);
	return (
		<p className={styles.facts}>
			{openingLength(opening, t)}
			{language.code === "en" && found.length > 0 && (
				<span> {t("To hold on to: {{list}}.", { list: formatList(found) })}</span>
			)}
			{missing.length > 0 && (
				<span> {t("Words of the title not there yet: {{list}}.", { list: formatList(missing) })}</span>
			)}
		</p>
	);
}
