/** What the frame holds that nobody needs before the page takes text: dialogs, palette, toasts, the lines above the room. */
import { useEffect, useRef } from "react";
import { ImportStats } from "#features/earn/import/ImportStats.tsx";
import { ImportDialog } from "#features/import/ImportDialog.tsx";
import { CaptureIdea } from "#features/plan/CaptureIdea.tsx";
import { BackupCommands } from "#features/settings/BackupCommands.tsx";
import { ToastRegion } from "#ui/toast/ToastRegion.tsx";
import { closeLeft } from "#ui/toast/toasts.ts";
import { offerWhatIsUnplaced } from "../commands/offer-text.ts";
import { CommandPalette } from "../palette/CommandPalette.tsx";
import { parseRoute, useRoute } from "../routes.ts";
import { useLastPlace } from "../settings/last-place.ts";
import { ShortcutsSheet } from "../shortcuts/ShortcutsSheet.tsx";

export { FirstRun } from "#features/first-run/FirstRun.tsx";
export { SampleLibrary } from "#features/sample/SampleLibrary.tsx";
export { UnsavedTexts } from "#features/write/UnsavedTexts.tsx";

export function Late({ onArrive }: { onArrive: () => void }) {
	const latest = useRef(onArrive);
	latest.current = onArrive;
	useEffect(() => latest.current(), []);
	useEffect(offerWhatIsUnplaced, []);
	useLastPlace();
	const { room } = useRoute();
	useEffect(() => closeLeft((fragment) => parseRoute(fragment).room !== room), [room]);
	return (
		<>
			<CommandPalette />
			<ShortcutsSheet />
			<CaptureIdea />
			<ImportDialog />
			<ImportStats />
			<BackupCommands />
			<ToastRegion />
		</>
	);
}
