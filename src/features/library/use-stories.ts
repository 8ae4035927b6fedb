import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { rpc, useTRPC, windowError } from "#app/rpc.ts";
import type { StoryStage } from "#contract/story.ts";
import { showToast } from "#ui/toast/toasts.ts";

export type Shelf = "all" | "drafts" | "published" | "responses" | "trash";
export type Sort = "updated" | "created" | "published" | "title" | "words";

/** Enough rows for the first screen; the rest follow when the page is at rest. */
const FIRST_ROWS = 60;
const ALL_ROWS = 20_000;

/** The rows of a shelf. The first ones come at once, all of them when the window has nothing better to do. */
export function useShelf(shelf: Shelf, sort: Sort) {
	const trpc = useTRPC();
	const [limit, setLimit] = useState(FIRST_ROWS);
	const query = useQuery(trpc.stories.list.queryOptions({ shelf, sort, limit }, { placeholderData: keepPreviousData }));
	const full = query.data !== undefined && query.data.length >= limit && limit < ALL_ROWS;
	useEffect(() => {
		if (!full) return;
		const idle = requestIdleCallback(() => setLimit(ALL_ROWS), { timeout: 2_000 });
		return () => cancelIdleCallback(idle);
	}, [full]);
	return query;
}

const SEARCH_DELAY_MS = 120;

/** What was typed, once typing pauses. */
export function useSettled(text: string): string {
	const [settled, setSettled] = useState(text);
	useEffect(() => {
		const timer = setTimeout(() => setSettled(text), SEARCH_DELAY_MS);
		return () => clearTimeout(timer);
	}, [text]);
	return text === "" ? "" : settled;
}

export function useSearch(query: string) {
	const trpc = useTRPC();
	return useQuery(
		trpc.stories.search.queryOptions(
			{ query: query.slice(0, 1000), limit: 100 },
			{ enabled: query.trim() !== "", placeholderData: keepPreviousData },
		),
	);
}

/** What notices about these stories and the trash are about. */
const trashOf = (ids: string[]) => `trash ${ids.toSorted().join(" ")}`;

/** What can be done with stories from a list or a menu. Every act can be undone from its notice. */
export function useStoryActions() {
	const { t } = useTranslation();
	const trpc = useTRPC();
	const queries = useQueryClient();
	const refresh = () => queries.invalidateQueries(trpc.stories.pathFilter());
	/** Runs an act, then shows the lists as they are now; a failure is told and changes nothing. */
	const attempt = async (act: () => Promise<unknown>): Promise<boolean> => {
		try {
			await act();
			return true;
		} catch (error) {
			showToast({
				message: t("That did not work: {{reason}}", { reason: windowError(error).message }),
				tone: "danger",
			});
			return false;
		} finally {
			await refresh();
		}
	};
	const restore = (ids: string[]) => attempt(() => rpc.stories.restoreMany.mutate({ ids }));
	return {
		async trash(ids: string[]) {
			if (!(await attempt(() => rpc.stories.trashMany.mutate({ ids })))) return;
			showToast({
				message: t("{{count}} stories moved to the trash", {
					defaultValue_one: "Story moved to the trash",
					count: ids.length,
				}),
				about: trashOf(ids),
				undo: () => void restore(ids),
			});
		},
		async restore(ids: string[]) {
			if (await restore(ids))
				showToast({
					message: t("{{count}} stories put back", { defaultValue_one: "Story put back", count: ids.length }),
					about: trashOf(ids),
				});
		},
		async setStage(id: string, stage: StoryStage, before: StoryStage) {
			const set = (next: StoryStage) => attempt(() => rpc.stories.setStage.mutate({ id, stage: next }));
			if (await set(stage))
				showToast({ message: t("Stage changed"), about: `stage ${id}`, undo: () => void set(before) });
		},
	};
}
