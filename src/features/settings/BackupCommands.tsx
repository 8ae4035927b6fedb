import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "#app/commands/registry.ts";
import { goTo } from "#app/routes.ts";
import { BackupFileDialog } from "#features/recovery/BackupFileDialog.tsx";
import { PutBackDialog } from "#features/recovery/PutBackDialog.tsx";
import { showToast } from "#ui/toast/toasts.ts";
import { useBackUp, useSaveBackup } from "./use-back-up.ts";

/** Backups from every room. The status line shows how far one is. */
export function BackupCommands() {
	const { t } = useTranslation();
	const [choosing, setChoosing] = useState(false);
	const [opening, setOpening] = useState(false);
	const saving = useRef(false);
	const save = useSaveBackup();
	const { backUp, isRunning, error } = useBackUp((made) => {
		if (saving.current) void save(made.name);
	});
	const start = (toFile: boolean) => {
		saving.current = toFile;
		backUp();
	};
	useEffect(() => {
		if (error)
			showToast({
				message: t("The backup was not made: {{reason}}. The library is as it was.", { reason: error.message }),
				tone: "danger",
			});
	}, [error, t]);
	useCommand({
		id: "backup.now",
		label: t("Back up now"),
		group: "library",
		enabled: !isRunning,
		run: () => start(false),
	});
	useCommand({
		id: "backup.save",
		label: t("Save a backup to a file…"),
		group: "library",
		enabled: !isRunning,
		run: () => start(true),
	});
	useCommand({
		id: "backup.putBack",
		label: t("Put back a backup…"),
		group: "library",
		run: () => {
			// Leaving a page saves its text.
			goTo("#/settings/library");
			setChoosing(true);
		},
	});
	useCommand({
		id: "backup.open",
		label: t("Open a backup file…"),
		group: "library",
		run: () => {
			goTo("#/settings/library");
			setOpening(true);
		},
	});
	return (
		<>
			<PutBackDialog asked={null} isOpen={choosing} onClose={() => setChoosing(false)} />
			<BackupFileDialog isOpen={opening} onClose={() => setOpening(false)} />
		</>
	);
}
