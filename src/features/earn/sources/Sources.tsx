import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { queryClient, rpc, useTRPC, windowError } from "#app/rpc.ts";
import type { StatsImportInfo } from "#contract/stats.ts";
import { showReport } from "#features/import/import-state.ts";
import { Badge } from "#ui/badge/Badge.tsx";
import { Button } from "#ui/button/Button.tsx";
import { Dialog } from "#ui/dialog/Dialog.tsx";
import { formatDateTime, formatNumber } from "#ui/format/format.ts";
import { showToast } from "#ui/toast/toasts.ts";
import { StatsReportView } from "../import/StatsReportView.tsx";
import { sourceKindName, statsNotice } from "../words.ts";
import styles from "./Sources.module.css";

/** What an archive brought is told, and undone, by the import's own report. */
async function showArchiveReport({ id, undone }: StatsImportInfo): Promise<void> {
	try {
		showReport(await rpc.imports.report.query({ id }), undone);
	} catch (error) {
		showToast({ message: windowError(error).message, tone: "danger" });
	}
}

function Source({ source }: { source: StatsImportInfo }) {
	const { t } = useTranslation();
	const trpc = useTRPC();
	const [open, setOpen] = useState(false);
	const undo = useMutation(
		trpc.stats.setUndone.mutationOptions({
			onSuccess: () => queryClient.invalidateQueries(),
			onError: (error) => showToast({ message: windowError(error).message, tone: "danger" }),
		}),
	);
	const { report, undone } = source;
	const name = source.sourceName || t("Pasted text");
	const take = () => {
		undo.mutate({ importId: source.id, undone: !undone });
		if (!undone)
			showToast({
				message: t("The figures of {{name}} count no longer.", { name }),
				about: statsNotice(source.id),
				undo: () => undo.mutate({ importId: source.id, undone: false }),
			});
	};
	return (
		<li className={styles.source}>
			<div className={styles.head}>
				<h2 className={styles.name}>{name}</h2>
				{undone && <Badge tone="caution">{source.kind === "stats" ? t("Not counted") : t("Undone")}</Badge>}
				{report && report.rejected.length > 0 && (
					<Badge tone="note">
						{t("{{count}} rows not taken", {
							defaultValue_one: "{{count}} row not taken",
							defaultValue_other: "{{count}} rows not taken",
							count: report.rejected.length,
						})}
					</Badge>
				)}
				<div className={styles.actions}>
					{report && <Button onPress={() => setOpen(true)}>{t("Details")}</Button>}
					{source.kind === "medium-archive" && (
						<Button onPress={() => void showArchiveReport(source)}>{t("Details")}</Button>
					)}
					{source.kind === "stats" && !source.nothingNew && (
						<Button isDisabled={undo.isPending} onPress={take}>
							{undone ? t("Count again") : t("Stop counting")}
						</Button>
					)}
				</div>
			</div>
			<p className={styles.facts}>
				{[
					sourceKindName(t, source),
					source.nothingNew
						? t("nothing new")
						: t("{{formatted}} figures", {
								defaultValue_one: "{{formatted}} figure",
								defaultValue_other: "{{formatted}} figures",
								count: source.observations,
								formatted: formatNumber(source.observations),
							}),
					t("imported {{when}}", { when: formatDateTime(source.startedAt) }),
				].join(" · ")}
			</p>
			{report && (
				<Dialog
					title={name}
					size="wide"
					isOpen={open}
					onOpenChange={setOpen}
					footer={<Button onPress={() => setOpen(false)}>{t("Done")}</Button>}
				>
					<StatsReportView report={report} />
				</Dialog>
			)}
		</li>
	);
}

/** Every import: when, how many figures it brought, what was not taken. One of stats can be taken out and put back. */
export function Sources() {
	const { t } = useTranslation();
	const trpc = useTRPC();
	const imports = useQuery(trpc.stats.imports.queryOptions());
	return (
		<ul className={styles.list} aria-label={t("Sources")}>
			{imports.data?.map((source) => (
				<Source key={source.id} source={source} />
			))}
		</ul>
	);
}
