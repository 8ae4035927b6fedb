import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CAPTURE_KEYS } from "#app/commands/late-keys.ts";
import { useCommand } from "#app/commands/registry.ts";
import { navigate } from "#app/routes.ts";
import { Dialog } from "#ui/dialog/Dialog.tsx";
import { showToast } from "#ui/toast/toasts.ts";
import { QuickCapture } from "./ideas/QuickCapture.tsx";

/** The command "Capture idea" and its one-line dialog, from anywhere in the studio. */
export function CaptureIdea() {
	const { t } = useTranslation();
	const [open, setOpen] = useState(false);
	useCommand({
		id: "plan.captureIdea",
		label: t("Capture idea"),
		group: "plan",
		keys: CAPTURE_KEYS,
		run: () => setOpen(true),
	});
	return (
		<Dialog title={t("Capture idea")} isOpen={open} onOpenChange={setOpen}>
			<QuickCapture
				autoFocus
				onCaptured={(_id, title) => {
					setOpen(false);
					showToast({
						message: t("“{{title}}” is among your ideas", { title }),
						action: { label: t("Show"), run: () => navigate({ room: "plan", page: "ideas" }) },
					});
				}}
			/>
		</Dialog>
	);
}
