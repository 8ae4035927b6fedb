import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { say } from "#app/words/say.ts";
import type { ProjectionAnswer } from "#contract/earn.ts";
import { MONTH_DAYS } from "#domain/revenue/attention/calendar.ts";
import type { StoryOutlook } from "#domain/revenue/engine/engine.ts";
import { leaningMessage } from "#domain/revenue/explain/leaning.ts";
import { formatMoneyRange, formatNumber, formatPercent } from "#ui/format/format.ts";
import { FigureTable } from "../figure-table/FigureTable.tsx";
import { Panel } from "../panel/Panel.tsx";
import { StoryName } from "../StoryName.tsx";
import styles from "./Projection.module.css";

/** Stories shown singly. */
const SHOWN = 10;

/** Days from which on months say it better. */
const MONTHS_FROM = 90;

function halfLifeWords(t: TFunction, { days, orMore }: StoryOutlook["halfLife"]): string {
	const [exact, unit] = days < MONTHS_FROM ? [days, "day"] : [days / MONTH_DAYS, "month"];
	// What takes longer is not to be rounded up.
	const value = orMore ? Math.floor(exact) : exact;
	const time = formatNumber(value, { style: "unit", unit, unitDisplay: "long", maximumFractionDigits: 0 });
	return orMore ? t("more than {{time}}", { time }) : time;
}

/** What the months ahead may still bring from stories that are out. */
export function StoriesLeft({ answer }: { answer: ProjectionAnswer }) {
	const { t } = useTranslation();
	const { stories, named, currency, months, boost } = answer;
	if (stories.length === 0) return null;
	const title = t("What is left in your stories");
	const leaning = leaningMessage(stories, (id) => named[id]?.title ?? "");
	return (
		<Panel title={title}>
			<p>
				{t("What each may bring in the {{count}} months ahead, meant to hold four times in five.", {
					defaultValue_one: "What each may bring in the {{count}} month ahead, meant to hold four times in five.",
					defaultValue_other: "What each may bring in the {{count}} months ahead, meant to hold four times in five.",
					count: months.length,
				})}
			</p>
			{leaning && <p>{say(leaning)}</p>}
			<FigureTable
				label={title}
				head={[t("Story"), t("Left in it"), t("Half as much in"), t("Lasting part after a year")]}
				most={SHOWN}
				rows={stories.map(({ id, remaining, halfLife, evergreen }) => [
					<StoryName key={id} story={named[id]} />,
					formatMoneyRange({
						lowMinor: remaining.p10,
						highMinor: remaining.p90,
						likelyMinor: remaining.p50,
						currency,
					}),
					halfLifeWords(t, halfLife),
					formatPercent(evergreen),
				])}
			/>
			<p className={styles.note}>
				{t(
					"“Half as much in” is how long it takes until a day brings the story half of what one brings now. Beyond six times the story’s age (three months where it is new), or two years, its figures do not tell. The lasting part is the share of its reading, a year after it came out, that hardly fades any more, such as what search brings.",
				)}
			</p>
			{boost && !boost.attention?.shown && (
				<p className={styles.note}>
					{t(
						"What a Boost may still bring is not counted: your boosted stories do not show yet how large its second burst is.",
					)}
				</p>
			)}
		</Panel>
	);
}
