import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { EarnStory } from "#contract/earn.ts";
import { type BoostMark, NO_BOOST } from "#domain/stats/boost.ts";
import { Button } from "#ui/button/Button.tsx";
import { DateCalendar } from "#ui/date-calendar/DateCalendar.tsx";
import { formatDate } from "#ui/format/format.ts";
import { Popover } from "#ui/popover/Popover.tsx";
import styles from "./StoriesTable.module.css";
import { useBoost } from "./use-boost.ts";

/** The day a story was boosted, as a source or the writer says; opens a calendar to say otherwise. */
export function BoostButton({ story, today }: { story: EarnStory; today: string }) {
	const { t } = useTranslation();
	const [open, setOpen] = useState(false);
	const mark = useBoost();
	const { boostedOn, boostMark } = story;
	const title = story.title || t("(no title)");
	const choose = (word: BoostMark) => {
		setOpen(false);
		if (word !== boostMark) void mark(story, word);
	};
	return (
		<Popover
			label={t("Boost of “{{title}}”", { title })}
			isOpen={open}
			onOpenChange={setOpen}
			placement="bottom end"
			trigger={
				<Button
					bare
					className={styles.boost}
					aria-label={
						boostedOn === null
							? t("“{{title}}” is not known to be boosted. Say when it was", { title })
							: t("{{shown}}: “{{title}}” was boosted. Change the day", { shown: formatDate(boostedOn), title })
					}
				>
					{boostedOn === null ? "–" : formatDate(boostedOn)}
				</Button>
			}
		>
			<DateCalendar
				autoFocus
				label={t("Day of the Boost")}
				value={boostedOn}
				today={today}
				onChange={(day) => choose(day)}
			/>
			{boostedOn !== null && (
				<Button bare className={styles.word} onPress={() => choose(NO_BOOST)}>
					{t("It was not boosted")}
				</Button>
			)}
			{boostMark !== null && (
				<Button bare className={styles.word} onPress={() => choose(null)}>
					{t("As the source says")}
				</Button>
			)}
		</Popover>
	);
}
