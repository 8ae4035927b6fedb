import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useStatus } from "#app/status/status.ts";
import { lengthWords } from "#app/words/length-words.ts";
import { readingMinutes } from "#domain/story/counts.ts";
import { SavedState } from "./SavedState.tsx";
import type { StorySession } from "./session.ts";
import { useBlockNames } from "./use-block-names.ts";
import { useSessionValue } from "./use-session.ts";

/** Fills the status line: saved state, words, minutes, what the caret is in. */
export function StoryStatus({ session }: { session: StorySession }) {
	const { t } = useTranslation();
	const counts = useSessionValue(session, (view) => view.counts);
	const blockKind = useSessionValue(session, (view) => view.blockKind);
	const names = useBlockNames();
	const saved = useMemo(() => <SavedState session={session} />, [session]);
	const total = counts.words + counts.cjkCharacters;
	useStatus("saved", saved);
	useStatus("words", lengthWords(counts, t));
	useStatus("minutes", total > 0 ? t("{{minutes}} min", { minutes: readingMinutes(counts.readingSeconds) }) : null);
	useStatus("room", blockKind === null ? null : names[blockKind]);
	return null;
}
