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

/** What tests ask for, where it is not the kind itself. */
const SAVE_STATES: Readonly<Record<string, string>> = { full: "failed", blank: "saved", stored: "saved" };

/** The status line's first words. Draws itself, so that the line around it is left alone by a save. */
export function SavedState({ session }: { session: StorySession }) {
	const { t } = useTranslation();
	const state = useSessionValue(session, shown);
	const gap = state.indexOf(" ");
	const kind = gap < 0 ? state : state.slice(0, gap);
	const time = gap < 0 ? "" : formatTime(state.slice(gap + 1), { seconds: true });
	const words = () => {
		switch (kind) {
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
			case "taken":
				return t("Saved by the new window {{time}} – go on there", { time });
			default:
				return t("Saved {{time}}", { time });
		}
	};
	const text = words();
	const wrong = kind === "full" || kind === "failed" || kind === "conflict";
	return (
		<>
			<span data-save-state={SAVE_STATES[kind] ?? kind} className={wrong ? styles.wrong : undefined}>
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
