import { useState } from "react";
import { useTranslation } from "react-i18next";
import { rpc, windowError } from "#app/rpc.ts";
import type { PastImport } from "#contract/imports.ts";
import { Badge } from "#ui/badge/Badge.tsx";
import { Button } from "#ui/button/Button.tsx";
import { formatDateTime } from "#ui/format/format.ts";
import { showToast } from "#ui/toast/toasts.ts";
import styles from "./ImportDialog.module.css";
import { showReport } from "./import-state.ts";
import { countWords } from "./report-words.ts";

/** Earlier imports, each with its report. */
export function PastImports({ imports }: { imports: readonly PastImport[] }) {
	const { t } = useTranslation();
	const [busy, setBusy] = useState<string | null>(null);

	async function open(past: PastImport): Promise<void> {
		setBusy(past.id);
		try {
			showReport(await rpc.imports.report.query({ id: past.id }), past.state === "undone");
		} catch (error) {
			showToast({ message: windowError(error).message, tone: "danger" });
		}
		setBusy(null);
	}

	return (
		<section className={styles.past}>
			<h3>{t("Earlier imports")}</h3>
			<ul>
				{imports.map((past) => (
					<li key={past.id}>
						<span className={styles.pastName}>
							<strong>{past.sourceName}</strong>
							<span>
								{formatDateTime(past.startedAt)}
								{past.counts && ` · ${countWords(past.counts, t)}`}
								{past.nothingNew && ` · ${t("nothing new")}`}
							</span>
						</span>
						{past.state === "undone" && <Badge>{t("Undone")}</Badge>}
						<Button
							aria-label={t("Report of {{name}}", { name: past.sourceName })}
							onPress={() => void open(past)}
							isDisabled={busy !== null || past.counts === null}
						>
							{t("Report")}
						</Button>
					</li>
				))}
			</ul>
		</section>
	);
}
