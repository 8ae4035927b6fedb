import { useTranslation } from "react-i18next";
import type { EarnStory } from "#contract/earn.ts";
import { type BoostMark, NO_BOOST } from "#domain/stats/boost.ts";
import { DayPopover } from "#ui/day-popover/DayPopover.tsx";
import { formatDate } from "#ui/format/format.ts";
import { useBoost } from "./use-boost.ts";

/** The day a story was boosted, as a source or the writer says; opens a calendar to say otherwise. */
export function BoostButton({ story, today }: { story: EarnStory; today: string }) {
	const { t } = useTranslation();
	const mark = useBoost();
	const { boostedOn, boostMark } = story;
	const title = story.title || t("(no title)");
	const choose = (word: BoostMark) => {
		if (word !== boostMark) void mark(story, word);
	};
	return (
		<DayPopover
			label={t("Boost of “{{title}}”", { title })}
			action={
				boostedOn === null
					? t("“{{title}}” is not known to be boosted. Say when it was", { title })
					: t("{{shown}}: “{{title}}” was boosted. Change the day", { shown: formatDate(boostedOn), title })
			}
			value={boostedOn}
			today={today}
			onChange={choose}
			others={[
				...(boostedOn === null ? [] : [{ label: t("It was not boosted"), run: () => choose(NO_BOOST) }]),
				...(boostMark === null ? [] : [{ label: t("As the source says"), run: () => choose(null) }]),
			]}
		>
			{boostedOn === null ? "–" : formatDate(boostedOn)}
		</DayPopover>
	);
}
