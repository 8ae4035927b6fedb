import { TriangleAlert } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useStatus } from "#app/status/status.ts";
import { readingMinutes } from "#domain/story/counts.ts";
import { formatNumber, formatTime } from "#ui/format/format.ts";
import styles from "./StoryStatus.module.css";
import type { StorySession } from "./session.ts";
import { useBlockNames } from "./use-block-names.ts";
import { useSessionView } from "./use-session.ts";

/** Fills the status line: saved state, words, minutes, what the caret is in. */
export function StoryStatus({ session }: { session: StorySession }) {
	const { t } = useTranslation();
	const view = useSessionView(session);
	const names = useBlockNames();
	const { save, counts } = view;
	const text =
		save.kind === "saved"
			? save.at === null
				? view.id === null
					? t("Nothing to save yet")
					: t("Saved")
				: t("Saved {{time}}", { time: formatTime(save.at, { seconds: true }) })
			: save.kind === "failed"
				? save.problem.code === "DISK_FULL"
					? t("Not saved: disk full – your text is kept here")
					: t("Not saved – your text is kept here")
				: save.kind === "conflict"
					? t("Not saved: changed elsewhere – your text is kept here")
					: t("Saving…");
	const wrong = save.kind === "failed" || save.kind === "conflict";
	const saved = useMemo(
		() => (
			<span data-save-state={save.kind} className={wrong ? styles.wrong : undefined}>
				{wrong && <TriangleAlert aria-hidden size={14} />}
				{text}
			</span>
		),
		[save.kind, wrong, text],
	);
	const total = counts.words + counts.cjkCharacters;
	const words =
		counts.cjkCharacters > counts.words
			? t("{{shown}} characters", { shown: formatNumber(total) })
			: t("{{shown}} words", {
					defaultValue_one: "{{shown}} word",
					shown: formatNumber(total),
					count: total,
				});
	useStatus("saved", saved);
	useStatus("words", words);
	useStatus("minutes", total > 0 ? t("{{minutes}} min", { minutes: readingMinutes(counts.readingSeconds) }) : null);
	useStatus("room", view.blockKind === null ? null : names[view.blockKind]);
	// Failures are said aloud; every quiet save would be noise.
	return (
		<div role="alert" className={styles.hidden}>
			{wrong ? text : ""}
		</div>
	);
}
