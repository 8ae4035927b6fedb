import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { rpc, useTRPC, windowError } from "#app/rpc.ts";
import type { EarnStory } from "#contract/earn.ts";
import { type BoostMark, NO_BOOST } from "#domain/stats/boost.ts";
import { formatDate } from "#ui/format/format.ts";
import { showToast } from "#ui/toast/toasts.ts";

/** Says on which day a story was boosted, tells so, and offers to take it back. */
export function useBoost(): (story: Pick<EarnStory, "subject">, mark: BoostMark) => Promise<void> {
	const { t } = useTranslation();
	const trpc = useTRPC();
	const queries = useQueryClient();

	async function send(subject: string, mark: BoostMark): Promise<BoostMark | undefined> {
		try {
			const { before } = await rpc.earn.markBoost.mutate({ subject, mark });
			await queries.invalidateQueries({ queryKey: trpc.earn.pathKey() });
			return before;
		} catch (error) {
			showToast({ message: windowError(error).message, tone: "danger" });
			return undefined;
		}
	}

	return async ({ subject }, mark) => {
		const before = await send(subject, mark);
		if (before === undefined) return;
		const message =
			mark === null
				? t("The source says when it was boosted")
				: mark === NO_BOOST
					? t("Not boosted")
					: t("Boosted on {{day}}", { day: formatDate(mark) });
		showToast({ message, about: `boost ${subject}`, undo: () => void send(subject, before) });
	};
}
