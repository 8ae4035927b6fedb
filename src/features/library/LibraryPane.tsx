import { PanelLeft } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LIBRARY_KEYS } from "#app/commands/late-keys.ts";
import { useCommand } from "#app/commands/registry.ts";
import { shortcutLabel } from "#app/commands/shortcut.ts";
import { useNarrow } from "#app/layout.ts";
import { updateSettings, useSettings } from "#app/settings/settings.ts";
import { Drawer } from "#ui/drawer/Drawer.tsx";
import { IconButton } from "#ui/icon-button/IconButton.tsx";
import { LibraryList } from "./LibraryList.tsx";
import styles from "./LibraryPane.module.css";

/** The library beside the page; over it in a narrow window, where it opens and closes like a drawer. */
export default function LibraryPane({ openStoryId }: { openStoryId: string | null }) {
	const { t } = useTranslation();
	const narrow = useNarrow();
	const { libraryShown } = useSettings();
	const [drawer, setDrawer] = useState(false);
	const shown = narrow ? drawer : libraryShown;
	const show = (next: boolean) => (narrow ? setDrawer(next) : void updateSettings({ libraryShown: next }));
	useCommand({
		id: "library.toggle",
		label: shown ? t("Hide the library") : t("Show the library"),
		group: "view",
		keys: LIBRARY_KEYS,
		run: () => show(!shown),
	});
	if (narrow || !shown)
		return (
			<div className={styles.strip}>
				<IconButton
					label={t("Show the library")}
					keys={shortcutLabel(LIBRARY_KEYS)}
					icon={PanelLeft}
					onPress={() => show(true)}
				/>
				<Drawer
					label={t("Library")}
					closeLabel={t("Hide the library")}
					side="start"
					isOpen={narrow && drawer}
					onOpenChange={setDrawer}
				>
					<LibraryList openStoryId={openStoryId} onOpened={() => setDrawer(false)} />
				</Drawer>
			</div>
		);
	return (
		<section className={styles.pane} aria-label={t("Library")}>
			<LibraryList openStoryId={openStoryId} />
		</section>
	);
}
