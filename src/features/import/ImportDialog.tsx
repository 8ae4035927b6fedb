import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { IMPORT_KEYS } from "#app/commands/late-keys.ts";
import { useCommand } from "#app/commands/registry.ts";
import { Button } from "#ui/button/Button.tsx";
import { Dialog } from "#ui/dialog/Dialog.tsx";
import { formatNumber } from "#ui/format/format.ts";
import { ProgressBar } from "#ui/progress-bar/ProgressBar.tsx";
import { showToast } from "#ui/toast/toasts.ts";
import { ChooseArchive } from "./ChooseArchive.tsx";
import styles from "./ImportDialog.module.css";
import { ImportFailure } from "./ImportFailure.tsx";
import { ImportReportView } from "./ImportReportView.tsx";
import {
	cancelImport,
	chooseAgain,
	closeImport,
	type ImportState,
	openImport,
	reopenImport,
	useImportState,
} from "./import-state.ts";
import { useDroppedArchive } from "./use-dropped-archive.ts";

/** The command "Import from Medium" and its dialog, from anywhere in the studio. */
export function ImportDialog() {
	const { t } = useTranslation();
	const { open, state, file } = useImportState();
	useCommand({
		id: "import.medium",
		label: t("Import from Medium…"),
		group: "library",
		keys: IMPORT_KEYS,
		run: openImport,
	});
	useDroppedArchive();
	useFinishedToast(open, state, file);
	return (
		<Dialog
			title={t("Import from Medium")}
			isOpen={open}
			onOpenChange={(next) => {
				if (!next) closeImport();
			}}
			size="wide"
			isDismissable={state.step !== "running"}
			footer={<Footer state={state} />}
		>
			<Body state={state} />
		</Dialog>
	);
}

/** An import that ended while its dialog was closed says so. */
function useFinishedToast(open: boolean, state: ImportState, file: string): void {
	const { t } = useTranslation();
	const step = useRef(state.step);
	useEffect(() => {
		const was = step.current;
		step.current = state.step;
		if (open || was !== "running") return;
		const action = { label: t("Show"), run: reopenImport };
		if (state.step === "done") showToast({ message: t("The import of {{file}} is finished", { file }), action });
		if (state.step === "failed")
			showToast({
				message: t("The import of {{file}} failed. Your library is as it was.", { file }),
				tone: "danger",
				action,
			});
	}, [open, state.step, file, t]);
}

function Body({ state }: { state: ImportState }) {
	const { t } = useTranslation();
	switch (state.step) {
		case "choose":
			return <ChooseArchive />;
		case "handingOver":
			return <ProgressBar label={t("Reading the files")} done={0} total={null} valueLabel="" />;
		case "running": {
			const { done, total, item } = state.progress;
			const left = total === null ? null : total - done;
			return (
				<>
					<ProgressBar
						label={t("Importing stories")}
						done={done}
						total={total}
						{...(total === null ? { valueLabel: "" } : {})}
					/>
					<p className={styles.current}>
						{state.cancelling
							? t("Taking back what was imported…")
							: left === null
								? t("Looking at the archive…")
								: t("{{formatted}} stories left", {
										count: left,
										formatted: formatNumber(left),
										defaultValue_one: "{{formatted}} story left",
										defaultValue_other: "{{formatted}} stories left",
									})}
						{item !== "" && !state.cancelling && (
							<span className={styles.file} dir="auto" title={item}>
								{item}
							</span>
						)}
					</p>
					<p>{t("You can go on writing. If you cancel, your library is as it was before.")}</p>
				</>
			);
		}
		case "done":
			return <ImportReportView report={state.report} undone={state.undone} />;
		case "cancelled":
			return <p>{t("The import was cancelled. Your library is as it was.")}</p>;
		case "failed":
			return <ImportFailure error={state.error} />;
	}
}

function Footer({ state }: { state: ImportState }) {
	const { t } = useTranslation();
	switch (state.step) {
		case "choose":
		case "handingOver":
			return null;
		case "running":
			return (
				<>
					<Button autoFocus onPress={closeImport}>
						{t("Go on writing")}
					</Button>
					<Button onPress={() => void cancelImport()} isDisabled={state.cancelling}>
						{t("Cancel import")}
					</Button>
				</>
			);
		case "done":
			return (
				<Button variant="primary" autoFocus onPress={closeImport}>
					{t("Done")}
				</Button>
			);
		default:
			return (
				<>
					<Button onPress={closeImport}>{t("Close")}</Button>
					<Button variant="primary" autoFocus onPress={chooseAgain}>
						{t("Choose another file")}
					</Button>
				</>
			);
	}
}
