import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { formatTime } from "#ui/format/format.ts";
import styles from "./SavedState.module.css";
import type { SessionView, StorySession } from "./session.ts";
import { useSessionValue } from "./use-session.ts";

type Shown = "blank" | "stored" | "saving" | "full" | "failed" | "conflict" | `saved ${string}` | `taken ${string}`;

/** What the words depend on, as one text: a change of the session that changes no word draws nothing. */
function shown({ id, save }: SessionView): Shown {
	switch (save.kind) {
		case "saved":
			return save.at === null ? (id === null ? "blank" : "stored") : `saved ${save.at}`;
		case "failed":
			return save.problem.code === "DISK_FULL" ? "full" : "failed";
		case "conflict":
			return "conflict";
		case "taken":
			return `taken ${save.at}`;
		default:
			return "saving";
	}
}

/** The status line's first words. Draws itself, so that the line around it is left alone by a save. */
export function SavedState({ session }: { session: StorySession }) {
	const { t } = useTranslation();
	const state = useSessionValue(session, shown);
	const words = () => {
		switch (state) {
			case "blank":
				return t("Nothing to save yet");
			case "stored":
				return t("Saved");
			case "saving":
				return t("Saving…");
			case "full":
				return t("Not saved: disk full – your text is kept here");
			case "failed":
				return t("Not saved – your text is kept here");
			case "conflict":
				return t("Not saved: changed elsewhere – your text is kept here");
			default: {
				const time = formatTime(state.slice("saved ".length), { seconds: true });
				return state.startsWith("taken")
					? t("Saved by the new window {{time}} – go on there", { time })
					: t("Saved {{time}}", { time });
			}
		}
	};
	const text = words();
	const wrong = state === "full" || state === "failed" || state === "conflict";
	const kind = state.startsWith("taken")
		? "taken"
		: state.startsWith("saved") || state === "blank" || state === "stored"
			? "saved"
			: state;
	return (
		<>
			<span data-save-state={kind === "full" ? "failed" : kind} className={wrong ? styles.wrong : undefined}>
				{wrong && <TriangleAlert aria-hidden size={14} />}
				{text}
			</span>
			{/* Failures are said aloud; every quiet save would be noise. */}
			<span role="alert" className={styles.hidden}>
				{wrong ? text : ""}
			</span>
		</>
	);
}
