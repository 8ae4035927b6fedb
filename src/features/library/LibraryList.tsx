import { Plus } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { SEARCH_KEYS } from "#app/commands/late-keys.ts";
import { useCommand } from "#app/commands/registry.ts";
import { shortcutLabel } from "#app/commands/shortcut.ts";
import { openNewStory } from "#app/frame/new-story.ts";
import { navigate } from "#app/routes.ts";
import { IconButton } from "#ui/icon-button/IconButton.tsx";
import { SearchField } from "#ui/search-field/SearchField.tsx";
import { BulkBar } from "./BulkBar.tsx";
import styles from "./LibraryList.module.css";
import { SearchResults } from "./SearchResults.tsx";
import { ShelfList } from "./ShelfList.tsx";
import { NO_SELECTION, type Selection } from "./selection.ts";
import { type Shelf, type Sort, useSettled } from "./use-stories.ts";

interface Props {
	/** The story on the page. */
	openStoryId: string | null;
	/** After a story was chosen, e.g. to put an overlay away. */
	onOpened?: () => void;
}

/** Every story there is: search, shelves, rows. */
export function LibraryList({ openStoryId, onOpened }: Props) {
	const { t } = useTranslation();
	const [query, setQuery] = useState("");
	const [shelf, setShelf] = useState<Shelf>("all");
	const [sort, setSort] = useState<Sort>("updated");
	const [selection, setSelection] = useState<Selection>(NO_SELECTION);
	const search = useRef<HTMLInputElement>(null);
	const settled = useSettled(query);
	const open = (storyId: string | null) => {
		if (storyId === null) openNewStory();
		else navigate({ room: "write", storyId });
		onOpened?.();
	};
	useCommand({
		id: "library.search",
		label: t("Search the library"),
		group: "library",
		keys: SEARCH_KEYS,
		run: () => search.current?.focus(),
	});
	const shared = { openStoryId, selection, onSelect: setSelection, onOpen: open };
	return (
		<>
			<div className={styles.top}>
				<SearchField
					label={t("Search stories")}
					placeholder={t("Search")}
					className={styles.search}
					inputRef={search}
					onKeyDown={(event) => {
						// On to what was found; the list goes to its first row.
						const isOn = event.key === "ArrowDown" || event.key === "Enter";
						// Enter also ends the composing of a Chinese, Japanese or Korean word.
						if (!isOn || event.nativeEvent.isComposing) return event.continuePropagation();
						event.preventDefault();
						document.querySelector<HTMLElement>("[data-story-rows]")?.focus();
					}}
					value={query}
					onChange={(text) => {
						setQuery(text);
						setSelection(NO_SELECTION);
					}}
				/>
				<IconButton
					label={t("New story")}
					keys={shortcutLabel(["Mod+N", "Mod+Shift+D"])}
					icon={Plus}
					className={styles.add}
					onPress={() => open(null)}
				/>
			</div>
			{query.trim() === "" ? (
				<ShelfList
					{...shared}
					shelf={shelf}
					sort={sort}
					onSort={setSort}
					onShelf={(next) => {
						setShelf(next);
						setSelection(NO_SELECTION);
					}}
				/>
			) : (
				<SearchResults
					{...shared}
					query={settled}
					onClear={() => {
						setQuery("");
						search.current?.focus();
					}}
				/>
			)}
			<BulkBar
				selection={selection}
				inTrash={shelf === "trash" && query === ""}
				onDone={() => setSelection(NO_SELECTION)}
			/>
		</>
	);
}
