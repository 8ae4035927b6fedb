/** What the frame holds that nobody needs before the page takes text: dialogs, palette, toasts, the sample's line. */
import { useEffect, useRef } from "react";
import { ImportDialog } from "#features/import/ImportDialog.tsx";
import { CaptureIdea } from "#features/plan/CaptureIdea.tsx";
import { ToastRegion } from "#ui/toast/ToastRegion.tsx";
import { CommandPalette } from "../palette/CommandPalette.tsx";
import { ShortcutsSheet } from "../shortcuts/ShortcutsSheet.tsx";

export { FirstRun } from "#features/first-run/FirstRun.tsx";
export { SampleLibrary } from "#features/sample/SampleLibrary.tsx";

export function Late({ onArrive }: { onArrive: () => void }) {
	const latest = useRef(onArrive);
	latest.current = onArrive;
	useEffect(() => latest.current(), []);
	return (
		<>
			<CommandPalette />
			<ShortcutsSheet />
			<CaptureIdea />
			<ImportDialog />
			<ToastRegion />
		</>
	);
}
