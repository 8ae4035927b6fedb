import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useTRPC } from "#app/rpc.ts";
import { type CoachMemory, NO_COACH_MEMORY } from "#contract/feedback.ts";
import type { Genre } from "#domain/feedback/headline/signals.ts";
import type { Tip } from "#domain/feedback/types.ts";
import { showToast } from "#ui/toast/toasts.ts";

const QUOTE_KEPT = 120;

/** One tip at one place; it comes back when the words it quotes change. */
function tipKey(tip: Tip): string {
	return `${tip.ruleId}|${tip.blockId ?? ""}|${tip.quote.slice(0, QUOTE_KEPT)}`;
}

/** What the writer told the coach about one story: tips not to show, title variants, what kind of story it is. */
export function useCoachMemory(storyId: string | null) {
	const { t } = useTranslation();
	const trpc = useTRPC();
	const client = useQueryClient();
	const options = trpc.feedback.memory.queryOptions({ storyId: storyId ?? "" }, { enabled: storyId !== null });
	const memory = useQuery(options).data ?? NO_COACH_MEMORY;
	const { mutate } = useMutation(
		trpc.feedback.remember.mutationOptions({
			onError: (error) => showToast({ message: t("Not kept: {{reason}}", { reason: error.message }), tone: "danger" }),
		}),
	);

	// The same object until something in it changes: the panel draws again what gets another one.
	return useMemo(() => {
		const ignored = new Set(memory.ignored);

		function change(next: CoachMemory): void {
			if (storyId === null) return;
			client.setQueryData(trpc.feedback.memory.queryKey({ storyId }), next);
			mutate({ storyId, memory: next });
		}

		function ignore(keys: readonly string[]): void {
			change({ ...memory, ignored: [...new Set([...memory.ignored, ...keys])] });
			showToast({ message: t("Tip hidden"), undo: () => change(memory) });
		}

		return {
			ready: storyId !== null,
			variants: memory.variants,
			genre: memory.genre,
			ignoredCount: memory.ignored.length,
			isIgnored: (tip: Tip) => ignored.size > 0 && (ignored.has(tip.ruleId) || ignored.has(tipKey(tip))),
			ignoreOnce: (tips: readonly Tip[]) => ignore(tips.map(tipKey)),
			ignoreRule: (ruleId: string) => ignore([ruleId]),
			showAll: () => change({ ...memory, ignored: [] }),
			setVariants: (variants: string[]) => change({ ...memory, variants }),
			setGenre: (genre: Genre) => change({ ...memory, genre }),
		};
	}, [memory, storyId, t, client, trpc, mutate]);
}

export type CoachMemoryHandle = ReturnType<typeof useCoachMemory>;
