import { useTranslation } from "react-i18next";
import type { WindowError } from "#app/rpc.ts";
import { wholeSentence } from "#app/words/whole-sentence.ts";
import { Button } from "#ui/button/Button.tsx";
import { formatNumber } from "#ui/format/format.ts";
import { Notice } from "#ui/notice/Notice.tsx";
import { BackupContentsView } from "./BackupContentsView.tsx";
import { focusOn } from "./focus-on.ts";
import { PutBackFrame } from "./PutBackFrame.tsx";
import { useBackupFile } from "./use-backup-file.ts";

interface Props {
	isOpen: boolean;
	onClose: () => void;
	/** The library cannot be opened: it is moved aside and not made a backup. */
	isDamaged?: boolean;
}

/** Puts back a backup that lies in a file elsewhere, once it is checked and the writer has seen what it holds. */
export function BackupFileDialog({ isOpen, onClose, isDamaged = false }: Props) {
	const { t } = useTranslation();
	const { step, choose, forget } = useBackupFile();
	const found = step.at === "found" ? step : null;
	const status = {
		none: "",
		refused: "",
		waiting: t("Waiting for the file…"),
		checking: t("Checking the file…"),
		found: t("The file is sound: {{count}} stories; figures of stats: {{figures}}.", {
			count: found?.contents.stories ?? 0,
			figures: formatNumber(found?.contents.figures ?? 0),
			defaultValue_one: "The file is sound: {{count}} story; figures of stats: {{figures}}.",
		}),
	}[step.at];
	return (
		<PutBackFrame
			title={found ? t("Put back this backup?") : t("Open a backup file")}
			isOpen={isOpen}
			way={found && { action: "restoreFile", source: found.source }}
			onClose={() => {
				forget();
				onClose();
			}}
			status={status}
			actions={
				step.at !== "waiting" &&
				step.at !== "checking" && (
					// It comes anew with every outcome; what a file holds is read first.
					<Button
						ref={step.at === "refused" ? focusOn : undefined}
						variant={found ? "quiet" : "primary"}
						autoFocus={step.at === "none"}
						onPress={() => void choose()}
					>
						{step.at === "none" ? t("Choose a file…") : t("Choose another…")}
					</Button>
				)
			}
		>
			{found ? (
				<>
					<BackupContentsView contents={found.contents} />
					<p>
						{isDamaged
							? t(
									"Stories, plans and figures become what they were when the backup was made. The damaged library is moved aside and kept.",
								)
							: t(
									"Stories, plans and figures become what they were when the backup was made. The library as it is now is kept as a backup first, so that this can be taken back.",
								)}
					</p>
				</>
			) : (
				<>
					<p>
						{t(
							"Choose a backup that was saved to a file, such as one on another disk. It is checked, and you see what it holds before anything is replaced.",
						)}
					</p>
					{step.at === "refused" && <Refusal error={step.error} />}
				</>
			)}
		</PutBackFrame>
	);
}

function Refusal({ error }: { error: WindowError }) {
	const { t } = useTranslation();
	const { file, place, reason } = error.details;
	return (
		<Notice tone="danger" role="alert">
			<p>{wholeSentence(error.message, t)}</p>
			{(file || place) && <p dir="auto">{[file, place].filter(Boolean).join(" · ")}</p>}
			{reason && <p dir="auto">{wholeSentence(reason, t)}</p>}
			<p>{t("Nothing was changed.")}</p>
		</Notice>
	);
}
