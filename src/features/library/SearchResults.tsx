import { useState } from "react";
import { useTranslation } from "react-i18next";
import { windowError } from "#app/rpc.ts";
import { Button } from "#ui/button/Button.tsx";
import { EmptyState } from "#ui/empty-state/EmptyState.tsx";
import styles from "./LibraryList.module.css";
import { StoryMenu } from "./StoryMenu.tsx";
import { HitRow } from "./StoryRow.tsx";
import { StoryRows } from "./StoryRows.tsx";
import { actedOn, afterRemoval, type Selection } from "./selection.ts";
import { storyName } from "./story-words.ts";
import { useSearch, useStoryActions } from "./use-stories.ts";

interface Props {
	query: string;
	openStoryId: string | null;
	selection: Selection;
	onSelect: (selection: Selection) => void;
	onOpen: (storyId: string | null) => void;
	/** Leaves the search. */
	onClear: () => void;
}

const ROW_HEIGHT = 84;

/** Stories that match, best first, with the words around the match. */
export function SearchResults({ query, openStoryId, selection, onSelect, onOpen, onClear }: Props) {
	const { t } = useTranslation();
	const { data: hits, error } = useSearch(query);
	const actions = useStoryActions();
	const [menu, setMenu] = useState<Element | null>(null);
	const ids = hits?.map((hit) => hit.id) ?? [];

	function remove(): void {
		const removed = actedOn(selection);
		if (removed.length === 0) return;
		onSelect(afterRemoval(selection, ids, new Set(removed)));
		void actions.trash(removed);
	}

	return (
		<>
			<p className={styles.found} role="status">
				{hits && t("{{count}} stories found", { defaultValue_one: "{{count}} story found", count: hits.length })}
				{error && t("The search did not work: {{reason}}", { reason: windowError(error).message })}
			</p>
			{hits?.length === 0 ? (
				<EmptyState className={styles.empty} action={<Button onPress={onClear}>{t("Clear the search")}</Button>}>
					{t("Nothing here contains these words.")}
				</EmptyState>
			) : (
				<StoryRows
					label={t("Stories found")}
					ids={ids}
					row={(index) => {
						const hit = hits?.[index];
						return hit && <HitRow hit={hit} />;
					}}
					text={(index) => {
						const hit = hits?.[index];
						return hit ? storyName(hit, t) : "";
					}}
					rowHeight={ROW_HEIGHT}
					openId={openStoryId}
					selection={selection}
					onSelect={onSelect}
					onOpen={onOpen}
					onDelete={remove}
					onMenu={setMenu}
				/>
			)}
			<StoryMenu
				anchor={menu}
				stories={(hits ?? [])
					.filter((hit) => actedOn(selection).includes(hit.id))
					.map((hit) => ({ ...hit, trashedAt: null }))}
				onClose={() => setMenu(null)}
				onOpen={onOpen}
				onRemove={remove}
			/>
		</>
	);
}
