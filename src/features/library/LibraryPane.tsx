import { PanelLeft, X } from "lucide-react";
import { useState } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { useTranslation } from "react-i18next";
import { LIBRARY_KEYS } from "#app/commands/late-keys.ts";
import { useCommand } from "#app/commands/registry.ts";
import { shortcutLabel } from "#app/commands/shortcut.ts";
import { useNarrow } from "#app/layout.ts";
import { updateSettings, useSettings } from "#app/settings/settings.ts";
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
				<ModalOverlay className={styles.overlay} isOpen={narrow && drawer} onOpenChange={setDrawer} isDismissable>
					<Modal className={styles.drawer}>
						<Dialog aria-label={t("Library")} className={styles.pane}>
							<IconButton label={t("Hide the library")} icon={X} className={styles.close} onPress={() => show(false)} />
							<LibraryList openStoryId={openStoryId} onOpened={() => setDrawer(false)} />
						</Dialog>
					</Modal>
				</ModalOverlay>
			</div>
		);
	return (
		<section className={styles.pane} aria-label={t("Library")}>
			<LibraryList openStoryId={openStoryId} />
		</section>
	);
}
