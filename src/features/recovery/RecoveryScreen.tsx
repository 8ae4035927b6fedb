import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CopyTextButton } from "#app/rescue/CopyTextButton.tsx";
import { openText } from "#app/rescue/open-text.ts";
import { useTRPC, windowError } from "#app/rpc.ts";
import { say } from "#app/words/say.ts";
import type { LibraryStatus, MissingPicture, RecoverInput, RecoverResult } from "#contract/library.ts";
import { Button } from "#ui/button/Button.tsx";
import { ConfirmDialog } from "#ui/dialog/ConfirmDialog.tsx";
import { Dialog } from "#ui/dialog/Dialog.tsx";
import { showToast } from "#ui/toast/toasts.ts";
import { BackupFileDialog } from "./BackupFileDialog.tsx";
import { MissingPictures } from "./MissingPictures.tsx";
import { RecoveryPage } from "./RecoveryPage.tsx";
import { RestoreChoice } from "./RestoreChoice.tsx";
import { SalvageDialog } from "./SalvageDialog.tsx";

type Closed = Exclude<LibraryStatus, { state: "open" }>;

/** What keeps the library shut, what is safe, and the ways out. */
export function RecoveryScreen({ status }: { status: Closed }) {
	const { t } = useTranslation();
	const trpc = useTRPC();
	const queries = useQueryClient();
	const [confirming, setConfirming] = useState(false);
	const [opening, setOpening] = useState(false);
	// The library may have failed under an open page: its text is taken before the page goes.
	const [text] = useState(openText);
	const [salvaged, setSalvaged] = useState<RecoverResult | null>(null);
	const [missing, setMissing] = useState<MissingPicture[]>([]);
	const open = () => void queries.invalidateQueries();
	const recover = useMutation(
		trpc.library.recover.mutationOptions({
			onSuccess: (result) => {
				// Its report says where the old library is.
				if (result.salvage) return setSalvaged(result);
				setSalvaged(null);
				setMissing(result.missing);
				if (result.missing.length === 0) open();
				if (result.movedTo)
					showToast({ message: t("The old library was moved to {{folder}}", { folder: result.movedTo }) });
			},
		}),
	);
	const newestBackup = status.state === "damaged" ? status.backups[0] : undefined;
	const act = (input: RecoverInput) => recover.mutate(input);
	const words = useStateWords(status);
	const failure = recover.error
		? t("That did not work: {{reason}}", { reason: windowError(recover.error).message })
		: null;
	const retry = (
		<Button variant={status.state === "damaged" ? "quiet" : "primary"} onPress={() => act({ action: "retry" })}>
			{t("Look again")}
		</Button>
	);
	const fresh = (
		<Button bare onPress={() => setConfirming(true)}>
			{t("Start with an empty library")}
		</Button>
	);
	return (
		<RecoveryPage
			title={words.title}
			happened={words.happened}
			safe={words.safe}
			next={words.next}
			folder={status.directory}
			details={words.details}
			isBusy={recover.isPending}
			failure={failure}
			actions={
				<>
					{status.state !== "damaged" && retry}
					{status.state === "damaged" && (
						<Button
							variant={status.backups.length === 0 ? "primary" : "quiet"}
							onPress={() => act({ action: "salvage" })}
						>
							{t("Save what can be read")}
						</Button>
					)}
					{status.state === "damaged" && <Button onPress={() => setOpening(true)}>{t("Open a backup file…")}</Button>}
					{status.state === "damaged" && retry}
					{text !== "" && <CopyTextButton text={text} />}
					{(status.state === "damaged" || status.state === "newer") && fresh}
				</>
			}
		>
			{status.state === "damaged" && (
				<RestoreChoice
					backups={status.backups}
					onRestore={(backup) => act({ action: "restoreBackup", backup })}
					isDisabled={recover.isPending}
				/>
			)}
			<ConfirmDialog
				title={t("Start with an empty library?")}
				confirmLabel={t("Start empty")}
				tone="danger"
				typed={t("start empty")}
				isOpen={confirming}
				onOpenChange={setConfirming}
				onConfirm={() => act({ action: "startFresh" })}
			>
				<p>
					{t(
						"The library that cannot be opened is moved into a folder beside it and kept. Inkhour then begins with no stories.",
					)}
				</p>
			</ConfirmDialog>
			<BackupFileDialog isDamaged isOpen={opening} onClose={() => setOpening(false)} />
			<SalvageDialog
				report={salvaged?.salvage ?? null}
				movedTo={salvaged?.movedTo ?? null}
				backup={newestBackup}
				folder={status.directory}
				isBusy={recover.isPending}
				failure={failure}
				onRestore={(backup) => act({ action: "restoreBackup", backup })}
				onClose={open}
			/>
			<Dialog
				title={t("The backup is back")}
				isOpen={missing.length > 0}
				onOpenChange={open}
				footer={
					<Button variant="primary" onPress={open}>
						{t("Open the library")}
					</Button>
				}
			>
				<MissingPictures missing={missing} />
			</Dialog>
		</RecoveryPage>
	);
}

function useStateWords(status: Closed) {
	const { t } = useTranslation();
	switch (status.state) {
		case "newer":
			return {
				title: t("This library is from a newer Inkhour"),
				happened: t("A newer version of Inkhour has written it, in a form this version does not know."),
				safe: t("Nothing was changed. Your stories, plans and numbers are as you left them."),
				next: t("Install the newer version and open the library with it. Then look again."),
				details: t("Library format {{found}}, this version reads up to {{known}}.", {
					found: status.schemaVersion,
					known: status.supportedVersion,
				}),
			};
		case "damaged":
			return {
				title: t("The library is damaged"),
				happened: t("The library’s file could not be read as a whole. A failing disk or a copy cut short can do this."),
				safe: t("The damaged file is kept as it is until you choose; after that it is moved aside, never deleted."),
				next:
					status.backups.length > 0
						? t("Put back a backup, or save what can still be read into a new library.")
						: t("There is no backup here. Save what can still be read into a new library."),
				details: say(status.reason),
			};
		case "locked":
			return {
				title: t("Another Inkhour has this library open"),
				happened:
					status.processId === null
						? t("Only one window at a time may write to a library, so that no text is lost.")
						: t(
								"Process {{process}} on this machine is using it. Only one at a time may write, so that no text is lost.",
								{
									process: String(status.processId),
								},
							),
				safe: t("Everything is safe, and open in the other Inkhour."),
				next: t("Use the other window, or close it and look again."),
				details: null,
			};
		case "unreachable":
			return {
				title: t("The library’s folder cannot be used"),
				happened: t(
					"Inkhour could not read or write the folder. A disk may be unplugged or full, or the folder may be protected.",
				),
				safe: t("Nothing was changed."),
				next: t("Connect the disk, make room or allow writing, then look again."),
				details: say(status.reason),
			};
	}
}
