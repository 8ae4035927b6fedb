import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useTRPC } from "#app/rpc.ts";
import type { CoachMemory } from "#contract/feedback.ts";
import type { Tip } from "#domain/feedback/types.ts";
import { showToast } from "#ui/toast/toasts.ts";

const NOTHING: CoachMemory = { ignored: [], variants: [] };
const QUOTE_KEPT = 120;

/** One tip at one place; it comes back when the words it quotes change. */
function tipKey(tip: Tip): string {
	return `${tip.ruleId}|${tip.blockId ?? ""}|${tip.quote.slice(0, QUOTE_KEPT)}`;
}

/** What the writer told the coach about one story: tips not to show, and title variants. */
export function useCoachMemory(storyId: string | null) {
	const { t } = useTranslation();
	const trpc = useTRPC();
	const client = useQueryClient();
	const options = trpc.feedback.memory.queryOptions({ storyId: storyId ?? "" }, { enabled: storyId !== null });
	const memory = useQuery(options).data ?? NOTHING;
	const save = useMutation(
		trpc.feedback.remember.mutationOptions({
			onError: (error) => showToast({ message: t("Not kept: {{reason}}", { reason: error.message }), tone: "danger" }),
		}),
	);

	function change(next: CoachMemory): void {
		if (storyId === null) return;
		client.setQueryData(options.queryKey, next);
		save.mutate({ storyId, memory: next });
	}

	function ignore(keys: readonly string[]): void {
		const before = memory;
		change({ ...memory, ignored: [...new Set([...memory.ignored, ...keys])] });
		showToast({ message: t("Tip hidden"), action: { label: t("Undo"), run: () => change(before) } });
	}

	return {
		ready: storyId !== null,
		variants: memory.variants,
		ignoredCount: memory.ignored.length,
		isIgnored: (tip: Tip) => memory.ignored.includes(tip.ruleId) || memory.ignored.includes(tipKey(tip)),
		ignoreOnce: (tips: readonly Tip[]) => ignore(tips.map(tipKey)),
		ignoreRule: (ruleId: string) => ignore([ruleId]),
		showAll: () => change({ ...memory, ignored: [] }),
		setVariants: (variants: string[]) => change({ ...memory, variants }),
	};
}

export type CoachMemoryHandle = ReturnType<typeof useCoachMemory>;
