import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { rpc, useTRPC } from "#app/rpc.ts";
import type { PlanEntry, PlanPart } from "#contract/plan.ts";
import { Badge } from "#ui/badge/Badge.tsx";
import { Button } from "#ui/button/Button.tsx";
import { Dialog } from "#ui/dialog/Dialog.tsx";
import { SearchField } from "#ui/search-field/SearchField.tsx";
import { STATE_TONES, stateLabel } from "../plan-words.ts";
import { usePlan } from "../use-plan.ts";
import styles from "./LinkStoryDialog.module.css";

const SHOWN_STORIES = 30;

interface Props {
	part: PlanPart;
	onClose: () => void;
}

/** Chooses a story that is already written to be a part. */
export function LinkStoryDialog({ part, onClose }: Props) {
	const { t } = useTranslation();
	const trpc = useTRPC();
	const { change } = usePlan();
	const [query, setQuery] = useState("");
	const words = useDeferredValue(query);
	const { data } = useQuery({
		...trpc.plan.series.linkableStories.queryOptions({ query: words, limit: SHOWN_STORIES }),
		placeholderData: keepPreviousData,
	});
	const link = async (story: PlanEntry) => {
		const answer = await change(
			() => rpc.plan.series.linkStory.mutate({ id: part.id, storyId: story.subject.id }),
			t("“{{title}}” is now part {{number}}", { title: story.title || t("Untitled"), number: part.number }),
		);
		if (answer) onClose();
	};
	return (
		<Dialog
			title={t("Story for part {{number}}", { number: part.number })}
			isOpen
			onOpenChange={(open) => !open && onClose()}
		>
			<SearchField autoFocus label={t("Search stories of no series")} value={query} onChange={setQuery} />
			<ul className={styles.list}>
				{data?.entries.map((story) => (
					<li key={story.subject.id}>
						<Button bare className={styles.story} onPress={() => void link(story)}>
							<span className={styles.title}>{story.title || t("Untitled")}</span>
							<Badge tone={STATE_TONES[story.state]}>{stateLabel(t, story.state)}</Badge>
						</Button>
					</li>
				))}
			</ul>
			{data?.total === 0 && <p>{t("No story matches that is not in a series already.")}</p>}
			{data && data.total > data.entries.length && (
				<p className={styles.more}>
					{t("{{left}} more: type to narrow the list.", { left: data.total - data.entries.length })}
				</p>
			)}
		</Dialog>
	);
}
