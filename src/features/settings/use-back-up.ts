import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useJob } from "#app/jobs/use-job.ts";
import { rpc, useTRPC, windowError } from "#app/rpc.ts";
import type { BackupInfo } from "#contract/library.ts";
import { showToast } from "#ui/toast/toasts.ts";
import { saveBackup } from "./save-backup.ts";

/** Saves a backup as a file and says so, or why not. */
export function useSaveBackup(): (name: string) => Promise<void> {
	const { t } = useTranslation();
	return async (name) => {
		try {
			const file = await saveBackup(name);
			if (file !== null) showToast({ message: t("Saved as {{file}}", { file }), about: "backup" });
		} catch (thrown) {
			const reason = windowError(thrown).message;
			showToast({ message: t("The backup was not saved: {{reason}}", { reason }), tone: "danger" });
		}
	};
}

/** Makes a backup with its pictures and says so. @param then what is done with it */
export function useBackUp(then: (made: BackupInfo) => void = () => {}) {
	const { t } = useTranslation();
	const trpc = useTRPC();
	const queries = useQueryClient();
	const job = useJob(() => {
		const made = job.status?.result as BackupInfo;
		showToast({
			message: t("Backed up, with {{count}} pictures. The copy was opened and checked.", {
				count: made.pictures ?? 0,
				defaultValue_one: "Backed up, with {{count}} picture. The copy was opened and checked.",
			}),
			about: "backup",
		});
		void queries.invalidateQueries(trpc.library.backups.queryFilter());
		then(made);
	});
	return { ...job, backUp: () => void job.start(() => rpc.library.backupNow.mutate()) };
}
