import { useTranslation } from "react-i18next";
import type { NoReadability, ReadingBand } from "#domain/feedback/language/readability.ts";
import { isWithoutSpaces, LEAST_CHARACTERS, LEAST_WORDS } from "#domain/feedback/language/readability.ts";
import type { StoryFeedback } from "#domain/feedback/story-feedback.ts";
import { formatNumber } from "#ui/format/format.ts";
import { Disclosure } from "../Disclosure.tsx";
import styles from "./ReadabilityLine.module.css";

/** How the story reads by the formula published for its language, and who published it; or that none is built in. */
export function ReadabilityLine({ feedback: { readability, language } }: { feedback: StoryFeedback }) {
	const { t } = useTranslation();
	if ("none" in readability)
		return <p className={styles.none}>{noneWords(readability, isWithoutSpaces(language.code), t)}</p>;
	const { formula, source, value, higherIsEasier, band } = readability;
	return (
		<div className={styles.line}>
			<p>
				{t("{{formula}} {{value}}: {{band}}", {
					formula: t(formula),
					value: formatNumber(value, { maximumFractionDigits: 0 }),
					band: bandWords(band, t),
				})}
			</p>
			<Disclosure label={t("Where from?")}>
				<p>{source.title}</p>
				<p>{t(source.detail)}</p>
				<p>{higherIsEasier ? t("A higher figure reads more easily.") : t("A lower figure reads more easily.")}</p>
			</Disclosure>
		</div>
	);
}

type Translate = ReturnType<typeof useTranslation>["t"];

function noneWords({ none }: NoReadability, cjk: boolean, t: Translate): string {
	switch (none) {
		case "language":
			return t("Readability: the language of the text could not be told.");
		case "formula":
			return t("Readability: no formula for this language is built in.");
		case "short":
			return cjk
				? t("Readability is worked out from {{characters}} characters.", { characters: formatNumber(LEAST_CHARACTERS) })
				: t("Readability is worked out from {{words}} words.", { words: formatNumber(LEAST_WORDS) });
	}
}

function bandWords(band: ReadingBand, t: Translate): string {
	switch (band) {
		case "veryEasy":
			return t("very easy");
		case "easy":
			return t("easy");
		case "fairlyEasy":
			return t("fairly easy");
		case "standard":
			return t("standard");
		case "fairlyHard":
			return t("fairly hard");
		case "hard":
			return t("hard");
		case "veryHard":
			return t("very hard");
	}
}
