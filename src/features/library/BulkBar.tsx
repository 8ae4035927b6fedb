import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button/Button.tsx";
import { IconButton } from "#ui/icon-button/IconButton.tsx";
import styles from "./BulkBar.module.css";
import type { Selection } from "./selection.ts";
import { useStoryActions } from "./use-stories.ts";

interface Props {
	selection: Selection;
	inTrash: boolean;
	onDone: () => void;
}

/** Shown while several stories are chosen: what to do with them all. */
export function BulkBar({ selection, inTrash, onDone }: Props) {
	const { t } = useTranslation();
	const actions = useStoryActions();
	const ids = [...selection.chosen];
	if (ids.length < 2) return null;
	return (
		<div className={styles.bar} role="toolbar" aria-label={t("Chosen stories")}>
			<span role="status">{t("{{count}} chosen", { count: ids.length })}</span>
			<Button
				onPress={() => {
					void (inTrash ? actions.restore(ids) : actions.trash(ids));
					onDone();
				}}
			>
				{inTrash ? t("Put back") : t("Move to trash")}
			</Button>
			<IconButton label={t("Choose none")} icon={X} size="small" onPress={onDone} />
		</div>
	);
}
