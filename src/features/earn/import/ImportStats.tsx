import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { IMPORT_STATS_COMMAND, useCommand } from "#app/commands/registry.ts";

const ImportStatsDialog = lazy(() =>
	import("./ImportStatsDialog.tsx").then(({ ImportStatsDialog }) => ({ default: ImportStatsDialog })),
);

/** The command "Import stats" and its dialog, from anywhere in the studio. */
export function ImportStats() {
	const { t } = useTranslation();
	const [open, setOpen] = useState(false);
	/** Stays once it was wanted, so that closing can be shown. */
	const [wanted, setWanted] = useState(false);
	useCommand({
		id: IMPORT_STATS_COMMAND,
		label: t("Import stats"),
		group: "earn",
		run: () => {
			setWanted(true);
			setOpen(true);
		},
	});
	return <Suspense fallback={null}>{wanted && <ImportStatsDialog isOpen={open} onOpenChange={setOpen} />}</Suspense>;
}
