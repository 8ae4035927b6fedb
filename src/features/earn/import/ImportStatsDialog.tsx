import { type DragEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { native } from "#app/native.ts";
import { navigate } from "#app/routes.ts";
import { queryClient, rpc, type WindowError } from "#app/rpc.ts";
import { wholeSentence } from "#app/words/whole-sentence.ts";
import { sourceFileName } from "#contract/source-name.ts";
import type { StatsImportResult, StatsReport, StatsSource } from "#contract/stats.ts";
import { Button } from "#ui/button/Button.tsx";
import { Dialog } from "#ui/dialog/Dialog.tsx";
import { formatDateTime } from "#ui/format/format.ts";
import { Notice } from "#ui/notice/Notice.tsx";
import { ProgressBar } from "#ui/progress-bar/ProgressBar.tsx";
import { TextField } from "#ui/text-field/TextField.tsx";
import { showToast } from "#ui/toast/toasts.ts";
import { statsNotice } from "../words.ts";
import styles from "./ImportStatsDialog.module.css";
import { StatsReportView } from "./StatsReportView.tsx";
import { useStatsJob } from "./use-stats-job.ts";

interface Chosen {
	source: StatsSource;
	report: StatsReport;
}

const MONTH = /^20\d{2}-(0[1-9]|1[0-2])$/;

/** Choose, drop or paste; see what would come in; accept. Nothing is written before that. */
export function ImportStatsDialog({
	isOpen,
	onOpenChange,
}: {
	isOpen: boolean;
	onOpenChange: (open: boolean) => void;
}) {
	const { t } = useTranslation();
	const job = useStatsJob();
	const [chosen, setChosen] = useState<Chosen | null>(null);
	const [error, setError] = useState<WindowError | null>(null);
	const [pasted, setPasted] = useState("");
	const [month, setMonth] = useState("");
	const [over, setOver] = useState(false);

	const reset = () => {
		setChosen(null);
		setError(null);
		setPasted("");
		setMonth("");
	};
	const change = (open: boolean) => {
		if (!open) {
			void job.cancel();
			reset();
		}
		onOpenChange(open);
	};

	async function preview(source: StatsSource | undefined, forMonth: string | null = null): Promise<void> {
		if (!source) return;
		setError(null);
		const outcome = await job.run<StatsReport>(() => rpc.stats.startPreview.mutate({ source, month: forMonth }));
		if ("result" in outcome) setChosen({ source, report: outcome.result });
		else if ("error" in outcome) setError(outcome.error);
	}

	async function choose(): Promise<void> {
		const [source] = await native.chooseFiles("stats");
		await preview(source);
	}

	async function drop(event: DragEvent): Promise<void> {
		event.preventDefault();
		setOver(false);
		const [source] = await native.importFiles([...event.dataTransfer.files].slice(0, 1));
		await preview(source);
	}

	async function accept({ source }: Chosen): Promise<void> {
		const outcome = await job.run<StatsImportResult>(() =>
			rpc.stats.startImport.mutate({ source, month: MONTH.test(month) ? month : null }),
		);
		if ("error" in outcome) return setError(outcome.error);
		if ("cancelled" in outcome) return;
		await queryClient.invalidateQueries();
		const { importId, importedBefore, observations } = outcome.result;
		change(false);
		navigate({ room: "earn", page: "overview" });
		const name = source.type === "text" ? t("Pasted text") : sourceFileName(source);
		showToast({
			message:
				importId === null
					? importedBefore === null
						? t("{{name}}: there was nothing new in it. Nothing was added.", { name })
						: t("{{name}}: this very file came in before. Nothing was added.", { name })
					: observations === 0
						? t("{{name}}: what it says about stories was added.", { name })
						: t("{{name}}: {{count}} new figures came in.", {
								defaultValue_one: "{{name}}: {{count}} new figure came in.",
								defaultValue_other: "{{name}}: {{count}} new figures came in.",
								count: observations,
								name,
							}),
			...(importId === null
				? {}
				: {
						about: statsNotice(importId),
						undo: () =>
							void rpc.stats.setUndone
								.mutate({ importId, undone: true })
								.then(() => queryClient.invalidateQueries())
								.catch(() => showToast({ message: t("The import could not be undone."), tone: "danger" })),
					}),
		});
	}

	const { needsMonth = false, undated = false } = chosen?.report ?? {};
	return (
		<Dialog
			title={chosen ? t("Take these figures in?") : t("Import stats")}
			size="wide"
			isOpen={isOpen}
			onOpenChange={change}
			footer={
				job.progress ? (
					<Button onPress={() => void job.cancel()}>{t("Cancel")}</Button>
				) : chosen ? (
					<>
						<Button onPress={reset}>{t("Choose another")}</Button>
						<Button variant="primary" autoFocus onPress={() => void accept(chosen)}>
							{t("Take in")}
						</Button>
					</>
				) : (
					<Button onPress={() => change(false)}>{t("Cancel")}</Button>
				)
			}
		>
			{error && (
				<Notice tone="danger" role="alert">
					<p>{wholeSentence([error.details.file, error.message].filter(Boolean).join(": "), t)}</p>
					{error.details.reason && <p dir="auto">{wholeSentence(error.details.reason, t)}</p>}
					<p>{t("Nothing was changed. Choose another file, or save the page again and try that.")}</p>
				</Notice>
			)}
			{job.progress && <ProgressBar label={t("Reading figures")} done={job.progress.done} total={job.progress.total} />}
			{chosen ? (
				<>
					{chosen.report.importedBefore && (
						<p>
							{t("This very file came in on {{when}}. Taking it in again adds nothing.", {
								when: formatDateTime(chosen.report.importedBefore),
							})}
						</p>
					)}
					{(needsMonth || undated) && (
						<div className={styles.paste}>
							<TextField
								label={needsMonth ? t("Month of the monthly amounts") : t("Month of these figures")}
								hint={
									needsMonth
										? t("Year and month, such as 2026-03. Without it these amounts stay out.")
										: t("Year and month, such as 2026-03. Without it these figures count as totals to date.")
								}
								value={month}
								onChange={setMonth}
								error={month === "" || MONTH.test(month) ? undefined : t("Write it as 2026-03")}
							/>
							<Button isDisabled={!MONTH.test(month)} onPress={() => void preview(chosen.source, month)}>
								{t("Read again with this month")}
							</Button>
						</div>
					)}
					<StatsReportView report={chosen.report} />
				</>
			) : (
				!job.progress && (
					<>
						{/* biome-ignore lint/a11y/noStaticElementInteractions: dropping has its twin in the button inside */}
						<div
							className={styles.drop}
							data-drop-target={over || undefined}
							onDragOver={(event) => {
								event.preventDefault();
								setOver(true);
							}}
							onDragLeave={() => setOver(false)}
							onDrop={(event) => void drop(event)}
						>
							<Button variant="primary" autoFocus onPress={() => void choose()}>
								{t("Choose a file")}
							</Button>
							<p>{t("or drop it here")}</p>
						</div>
						<p className={styles.formats}>
							{t(
								"Reads Medium's stats page and partner dashboard saved as JSON, saved responses of the stats pages, Medium's audience CSV, and the CSV files of browser extensions. It stays on this machine.",
							)}
						</p>
						<div className={styles.paste}>
							<TextField
								label={t("Or paste a table")}
								hint={t("With a first row of names, such as Month and Earnings, or Title, Views and Reads.")}
								rows={5}
								value={pasted}
								onChange={setPasted}
							/>
							<Button isDisabled={pasted.trim() === ""} onPress={() => void preview({ type: "text", text: pasted })}>
								{t("Read the pasted table")}
							</Button>
						</div>
					</>
				)
			)}
		</Dialog>
	);
}
