import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "#app/commands/registry.ts";
import type { Tip } from "#domain/feedback/types.ts";
import type { CurrentStory } from "#features/write/current-story.ts";
import { showToast } from "#ui/toast/toasts.ts";
import type { CoachState } from "../engine/client.ts";
import type { CoachMemoryHandle } from "../use-coach-memory.ts";
import { findingKey, inTextOrder, stepFrom } from "./walk.ts";

export const FINDING_KEYS = { next: "F8", previous: "Shift+F8", apply: "Mod+." } as const;

/** The findings about words, which one the writer is at, and what can be done about it. With its keys. */
export function useFindings(story: CurrentStory, findings: CoachState["findings"], memory: CoachMemoryHandle) {
	const { t } = useTranslation();
	const [at, setAt] = useState<string | null>(null);
	/** Replaced a moment ago; the next answer no longer has them. */
	const [replaced, setReplaced] = useState<{ from: CoachState["findings"]; key: string } | null>(null);
	const { document, activeBlockId } = story;
	const { isIgnored } = memory;

	const tips = useMemo(() => {
		const gone = replaced?.from === findings ? replaced.key : null;
		return inTextOrder(document, findings, (tip) => !isIgnored(tip) && (gone === null || findingKey(tip) !== gone));
	}, [document, findings, isIgnored, replaced]);
	const byBlock = useMemo(() => Map.groupBy(tips, (tip) => tip.blockId ?? ""), [tips]);
	const index = at === null ? -1 : tips.findIndex((tip) => findingKey(tip) === at);
	const current = tips[index] ?? null;

	function goTo(tip: Tip | undefined): void {
		setAt(tip ? findingKey(tip) : null);
		if (tip?.blockId != null) story.selectText({ blockId: tip.blockId, start: tip.start, quote: tip.quote });
	}
	const step = (by: 1 | -1, among: readonly Tip[] = tips) => goTo(stepFrom(among, at, by, document, activeBlockId));

	function apply(words: string | undefined): void {
		if (current?.blockId == null || words === undefined) return;
		const place = { blockId: current.blockId, start: current.start, quote: current.quote };
		if (!story.replaceText(place, words)) {
			showToast({ message: t("The words have changed; nothing was replaced."), tone: "caution" });
			return;
		}
		setReplaced({ from: findings, key: findingKey(current) });
		setAt(null);
	}

	const some = tips.length > 0;
	useCommand({
		id: "coach.next",
		label: t("Next finding"),
		group: "text",
		keys: FINDING_KEYS.next,
		enabled: some,
		run: () => step(1),
	});
	useCommand({
		id: "coach.previous",
		label: t("Previous finding"),
		group: "text",
		keys: FINDING_KEYS.previous,
		enabled: some,
		run: () => step(-1),
	});
	useCommand({
		id: "coach.apply",
		label: t("Put the suggested words in place"),
		group: "text",
		keys: FINDING_KEYS.apply,
		enabled: current?.replacement !== undefined,
		run: () => apply(current?.replacement),
	});
	return { tips, byBlock, current, index, step, apply };
}

export type Findings = ReturnType<typeof useFindings>;
