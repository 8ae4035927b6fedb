import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useTRPC, windowError } from "#app/rpc.ts";
import { Button } from "#ui/button/Button.tsx";
import { Dialog } from "#ui/dialog/Dialog.tsx";
import { Notice } from "#ui/notice/Notice.tsx";
import { BackupChoice } from "./BackupChoice.tsx";
import { MissingPictures } from "./MissingPictures.tsx";

interface Props {
	/** Name of the backup that was asked for; any may still be chosen. */
	asked: string | null;
	isOpen: boolean;
	onClose: () => void;
}

/** Gives a sound library up for one of its backups. It is kept as a backup itself, so that this can be taken back. */
export function PutBackDialog({ asked, isOpen, onClose }: Props) {
	const { t } = useTranslation();
	const trpc = useTRPC();
	const { data: backups = [] } = useQuery(trpc.library.backups.queryOptions(undefined, { enabled: isOpen }));
	const [chosen, setChosen] = useState<string | null>(null);
	const recover = useMutation(trpc.library.recover.mutationOptions());
	const name = chosen ?? asked ?? backups[0]?.name ?? "";
	const back = recover.data;
	const close = () => {
		// What the window holds of the library that was given up ends with the page.
		if (back) window.location.reload();
		setChosen(null);
		recover.reset();
		onClose();
	};
	return (
		<Dialog
			title={back ? t("The backup is back") : t("Put back a backup?")}
			isOpen={isOpen}
			isDismissable={false}
			onOpenChange={(open) => {
				if (!open && !recover.isPending) close();
			}}
			footer={
				back ? (
					<Button variant="primary" onPress={close}>
						{t("Open the library")}
					</Button>
				) : (
					<>
						<Button isDisabled={recover.isPending} onPress={close}>
							{t("Cancel")}
						</Button>
						<Button
							variant="primary"
							isDisabled={recover.isPending || name === ""}
							onPress={() => recover.mutate({ action: "restoreBackup", backup: name })}
						>
							{t("Put back this backup")}
						</Button>
					</>
				)
			}
		>
			{back ? (
				<>
					<p>
						{t(
							"Your stories, plans and figures are as they were when it was made. The library as it was until now is kept as a backup and can be put back the same way.",
						)}
					</p>
					<MissingPictures missing={back.missing} />
				</>
			) : (
				<>
					<p>
						{t(
							"Stories, plans and figures become what they were when the backup was made. The library as it is now is kept as a backup first, so that this can be taken back.",
						)}
					</p>
					{backups.length === 0 ? (
						<p>{t("There is no backup yet.")}</p>
					) : (
						<BackupChoice backups={backups} chosen={name} onChoose={setChosen} />
					)}
					{recover.isPending && <p role="status">{t("Working…")}</p>}
					{recover.error && (
						<Notice tone="danger" role="alert">
							{t("The backup was not put back: {{reason}}. The library is as it was.", {
								reason: windowError(recover.error).message,
							})}
						</Notice>
					)}
				</>
			)}
		</Dialog>
	);
}
