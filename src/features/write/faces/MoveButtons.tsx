import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslation } from "react-i18next";
import { shortcutLabel } from "#app/commands/shortcut.ts";
import { PAGE_SHORTCUTS } from "#editor/shortcuts.ts";
import { IconButton } from "#ui/icon-button/IconButton.tsx";

/** Moves a picture or card one place. What has moved in the page loses the focus, and gets it back for the next press. */
export function MoveButtons({ onMove }: { onMove: (direction: -1 | 1) => void }) {
	const { t } = useTranslation();
	const move = (direction: -1 | 1) => () => {
		const pressed = document.activeElement;
		onMove(direction);
		requestAnimationFrame(() => {
			if (pressed instanceof HTMLElement) pressed.focus();
		});
	};
	return (
		<>
			<IconButton
				label={t("Move the block up")}
				keys={shortcutLabel(PAGE_SHORTCUTS.moveUp.keys)}
				icon={ArrowUp}
				size="small"
				onPress={move(-1)}
			/>
			<IconButton
				label={t("Move the block down")}
				keys={shortcutLabel(PAGE_SHORTCUTS.moveDown.keys)}
				icon={ArrowDown}
				size="small"
				onPress={move(1)}
			/>
		</>
	);
}
