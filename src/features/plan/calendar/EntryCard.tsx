import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PlanEntry } from "#contract/plan.ts";
import { type PlainDate, parsePlainDate } from "#domain/planning/plain-date.ts";
import { Badge } from "#ui/badge/Badge.tsx";
import { Button } from "#ui/button/Button.tsx";
import { DayChoice } from "#ui/day-choice/DayChoice.tsx";
import { overtakenWords, STATE_TONES, stateLabel, timingLabel } from "../plan-words.ts";
import { usePlan } from "../use-plan.ts";
import styles from "./EntryCard.module.css";

interface Props {
	entry: PlanEntry;
	today: PlainDate;
	/** Told when a day was chosen. */
	onMoved: (date: PlainDate | null) => void;
	onClose: () => void;
}

/** An entry with all its words and everything that can be done with it. */
export function EntryCard({ entry, today, onMoved, onClose }: Props) {
	const { t } = useTranslation();
	const { schedule, startDraft } = usePlan();
	const [moving, setMoving] = useState(false);
	const title = entry.title || t("Untitled");
	const timing = timingLabel(t, entry.timing);
	const move = async (date: PlainDate | null) => {
		onClose();
		if (await schedule([entry.subject], date, title)) onMoved(date);
	};
	return (
		<article className={styles.card}>
			<h3 className={styles.title}>{title}</h3>
			<p className={styles.facts}>
				<Badge tone={STATE_TONES[entry.state]}>{stateLabel(t, entry.state)}</Badge>
				{entry.series && (
					<span>{t("{{series}} · Part {{number}}", { series: entry.series.title, number: entry.series.number })}</span>
				)}
				{entry.topic !== "" && <span>{entry.topic}</span>}
				{timing !== "" && <span className={entry.timing.kind === "late" ? styles.late : undefined}>{timing}</span>}
				{entry.overtaken && <span className={styles.late}>{overtakenWords(t, entry.overtaken)}</span>}
			</p>
			<div className={styles.actions}>
				<Button
					onPress={() => {
						onClose();
						void startDraft(entry.subject);
					}}
				>
					{entry.storyId === null ? t("Start draft") : entry.state === "published" ? t("Open story") : t("Open draft")}
				</Button>
				{entry.state !== "published" && (
					<>
						<Button aria-expanded={moving} onPress={() => setMoving(!moving)}>
							{entry.date === null ? t("Put on a day…") : t("Move to…")}
						</Button>
						{entry.date !== null && (
							<Button bare aria-label={t("Take off: “{{title}}”", { title })} onPress={() => void move(null)}>
								{t("Take off")}
							</Button>
						)}
					</>
				)}
			</div>
			{moving && (
				<DayChoice
					autoFocus
					label={t("Day for “{{title}}”", { title })}
					value={entry.date}
					today={today}
					onChange={(date) => void move(parsePlainDate(date))}
				/>
			)}
		</article>
	);
}
