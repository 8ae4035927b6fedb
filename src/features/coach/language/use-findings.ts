import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "#app/commands/registry.ts";
import type { Tip } from "#domain/feedback/types.ts";
import { currentStory, subscribeCurrentStory } from "#features/write/current-story.ts";
import { showToast } from "#ui/toast/toasts.ts";
import { type CoachState, fits } from "../engine/client.ts";
import type { CoachMemoryHandle } from "../use-coach-memory.ts";
import { findingKey, inTextOrder, stepFrom } from "./walk.ts";

export const FINDING_KEYS = { next: "F8", previous: "Shift+F8", apply: "Mod+." } as const;

/**
 * The findings about words, which one the writer is at, and what can be done about it. With its keys. `step`, `go` and
 * `apply` stay the same functions, so that what holds them need not be drawn again.
 */
export function useFindings({ findings, order }: Pick<CoachState, "findings" | "order">, memory: CoachMemoryHandle) {
	const { t } = useTranslation();
	const [at, setAt] = useState<string | null>(null);
	/** Replaced a moment ago; the next answer no longer has it. */
	const [replaced, setReplaced] = useState<{ from: CoachState["findings"]; tip: Tip } | null>(null);
	const { isIgnored } = memory;

	const tips = useMemo(() => {
		const gone = replaced?.from === findings ? findingKey(replaced.tip) : null;
		return inTextOrder(order, findings, (tip) => !isIgnored(tip) && (gone === null || findingKey(tip) !== gone));
	}, [order, findings, isIgnored, replaced]);
	const byBlock = useMemo(() => Map.groupBy(tips, (tip) => tip.blockId ?? ""), [tips]);
	const index = at === null ? -1 : tips.findIndex((tip) => findingKey(tip) === at);
	const current = tips[index] ?? null;

	const latest = useRef({ tips, at, order, current, findings });
	useEffect(() => {
		latest.current = { tips, at, order, current, findings };
	});

	// Taken back before the coach heard of it: there is no next answer.
	useEffect(() => {
		if (!replaced) return;
		return subscribeCurrentStory(() => {
			const block = currentStory()?.document.blocks.find(({ id }) => id === replaced.tip.blockId);
			if (fits(replaced.tip, block)) setReplaced(null);
		});
	}, [replaced]);

	const show = useCallback((tip: Tip) => setAt(findingKey(tip)), []);

	const go = useCallback((tip: Tip | undefined) => {
		setAt(tip ? findingKey(tip) : null);
		if (tip?.blockId != null) currentStory()?.selectText({ blockId: tip.blockId, start: tip.start, quote: tip.quote });
	}, []);

	/** To the next (1) or previous (−1) finding, among those of one rule if one is named. */
	const step = useCallback(
		(by: 1 | -1, ruleId?: string) => {
			const { tips, at, order } = latest.current;
			const among = ruleId === undefined ? tips : tips.filter((tip) => tip.ruleId === ruleId);
			go(stepFrom(among, at, by, order, currentStory()?.selectionStart() ?? null));
		},
		[go],
	);

	const apply = useCallback(
		(words: string) => {
			const { current, findings } = latest.current;
			if (current?.blockId == null) return;
			const place = { blockId: current.blockId, start: current.start, quote: current.quote };
			if (!currentStory()?.replaceText(place, words)) {
				showToast({ message: t("The words have changed; nothing was replaced."), tone: "caution" });
				return;
			}
			setReplaced({ from: findings, tip: current });
			setAt(null);
		},
		[t],
	);

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
		run: () => current?.replacement !== undefined && apply(current.replacement),
	});
	return { tips, byBlock, current, index, step, go, show, apply };
}

export type Findings = ReturnType<typeof useFindings>;
