import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useTRPC } from "#app/rpc.ts";
import { BackupChoice } from "./BackupChoice.tsx";
import { PutBackFrame } from "./PutBackFrame.tsx";

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
	const name = chosen ?? asked ?? backups[0]?.name ?? "";
	return (
		<PutBackFrame
			title={t("Put back a backup?")}
			isOpen={isOpen}
			way={name === "" ? null : { action: "restoreBackup", backup: name }}
			onClose={() => {
				setChosen(null);
				onClose();
			}}
		>
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
		</PutBackFrame>
	);
}
