import { useState } from "react";
import { useTranslation } from "react-i18next";
import { IMPORT_COMMAND, runCommand, useCommands } from "#app/commands/registry.ts";
import { windowError } from "#app/rpc.ts";
import { Button } from "#ui/button/Button.tsx";
import { EmptyState } from "#ui/empty-state/EmptyState.tsx";
import { ReadFailure } from "#ui/empty-state/ReadFailure.tsx";
import { Waiting } from "#ui/waiting/Waiting.tsx";
import styles from "./LibraryList.module.css";
import { Shelves } from "./Shelves.tsx";
import { StoryMenu } from "./StoryMenu.tsx";
import { StoryRow } from "./StoryRow.tsx";
import { StoryRows } from "./StoryRows.tsx";
import { actedOn, afterRemoval, type Selection } from "./selection.ts";
import { storyName } from "./story-words.ts";
import { type Shelf, type Sort, useShelf, useStoryActions } from "./use-stories.ts";

interface Props {
	openStoryId: string | null;
	selection: Selection;
	onSelect: (selection: Selection) => void;
	onOpen: (storyId: string | null) => void;
	shelf: Shelf;
	onShelf: (shelf: Shelf) => void;
	sort: Sort;
	onSort: (sort: Sort) => void;
}

const ROW_HEIGHT = 52;

/** One shelf of the library with its rows. */
export function ShelfList({ openStoryId, selection, onSelect, onOpen, shelf, onShelf, sort, onSort }: Props) {
	const { t } = useTranslation();
	const { data: stories, error, refetch } = useShelf(shelf, sort);
	const actions = useStoryActions();
	const [menu, setMenu] = useState<Element | null>(null);
	const ids = stories?.map((story) => story.id) ?? [];

	function remove(): void {
		const removed = actedOn(selection);
		if (removed.length === 0) return;
		onSelect(afterRemoval(selection, ids, new Set(removed)));
		void (shelf === "trash" ? actions.restore(removed) : actions.trash(removed));
	}

	return (
		<>
			<Shelves shelf={shelf} onShelf={onShelf} sort={sort} onSort={onSort} />
			{error && !stories ? (
				<ReadFailure className={styles.empty} onRetry={() => void refetch()}>
					{t("The list could not be read: {{reason}}. Your stories are safe.", { reason: windowError(error).message })}
				</ReadFailure>
			) : stories === undefined ? (
				<Waiting className={styles.found}>{t("Reading the list…")}</Waiting>
			) : stories.length === 0 ? (
				<ShelfEmpty shelf={shelf} onShelf={onShelf} />
			) : (
				<StoryRows
					label={t("Stories")}
					ids={ids}
					row={(index) => {
						const story = stories?.[index];
						return story && <StoryRow story={story} sort={sort} />;
					}}
					text={(index) => {
						const story = stories?.[index];
						return story ? storyName(story, t) : "";
					}}
					rowHeight={ROW_HEIGHT}
					openId={openStoryId}
					selection={selection}
					onSelect={onSelect}
					onOpen={onOpen}
					onDelete={shelf === "trash" ? () => {} : remove}
					onMenu={setMenu}
				/>
			)}
			<StoryMenu
				anchor={menu}
				stories={stories?.filter((story) => actedOn(selection).includes(story.id)) ?? []}
				onClose={() => setMenu(null)}
				onOpen={onOpen}
				onRemove={remove}
			/>
		</>
	);
}

function ShelfEmpty({ shelf, onShelf }: Pick<Props, "shelf" | "onShelf">) {
	const { t } = useTranslation();
	const canImport = useCommands().some((command) => command.id === IMPORT_COMMAND);
	const bring = canImport && (
		<Button onPress={() => void runCommand(IMPORT_COMMAND)}>{t("Bring my Medium archive")}</Button>
	);
	const back = <Button onPress={() => onShelf("all")}>{t("Show all stories")}</Button>;
	const empty = {
		// The blank page beside it is the action.
		all: { words: t("Your stories will be listed here."), action: null },
		drafts: { words: t("No drafts."), action: back },
		published: { words: t("Nothing published yet."), action: bring || back },
		responses: { words: t("No responses yet."), action: bring || back },
		trash: { words: t("The trash is empty. Stories stay in it for 30 days."), action: back },
	}[shelf];
	return (
		<EmptyState className={styles.empty} action={empty.action}>
			{empty.words}
		</EmptyState>
	);
}
