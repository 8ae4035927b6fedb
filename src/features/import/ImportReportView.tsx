import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { native } from "#app/native.ts";
import { navigate } from "#app/routes.ts";
import { windowError } from "#app/rpc.ts";
import { say } from "#app/words/say.ts";
import { leftWords, storiesLeft, unchangedWords } from "#contract/import-words.ts";
import type { ImportReport } from "#contract/imports.ts";
import { Button } from "#ui/button/Button.tsx";
import { formatDate, formatNumber } from "#ui/format/format.ts";
import { Segmented } from "#ui/segmented/Segmented.tsx";
import { showToast } from "#ui/toast/toasts.ts";
import styles from "./ImportReportView.module.css";
import { closeImport, showReport } from "./import-state.ts";
import { earningsWords, reportText, type SaidRow, saidRows } from "./report-words.ts";
import { undoImport } from "./undo-import.ts";

/** Rows drawn at once; the rest on demand. */
const FIRST_ROWS = 200;

/** What an import brought, file by file. */
export function ImportReportView({ report, undone }: { report: ImportReport; undone: boolean }) {
	const { t } = useTranslation();
	const { counts } = report;
	const figures: [string, number][] = [
		[t("Published"), counts.stories],
		[t("Drafts"), counts.drafts],
		[t("Responses"), counts.responses],
		[t("New"), counts.added],
		[t("Updated"), counts.updated],
		[t("Unchanged"), counts.unchanged],
		[t("Beside yours"), counts.beside],
		[t("Left alone"), storiesLeft(report)],
	];
	const unchanged = unchangedWords(report);
	const earnings = earningsWords(report, t);
	return (
		<>
			<p>
				{undone
					? t("This import was undone.")
					: unchanged
						? say(unchanged)
						: report.exportedOn
							? t("Read from {{name}}, exported from Medium on {{date}}.", {
									name: report.source.name,
									date: formatDate(`${report.exportedOn}T12:00:00`),
								})
							: t("Read from {{name}}.", { name: report.source.name })}
			</p>
			{leftWords(report).map((words) => (
				<p key={words.text}>{say(words)}</p>
			))}
			<dl className={styles.figures}>
				{figures.map(([label, value]) => (
					<div key={label}>
						<dt>{label}</dt>
						<dd>{formatNumber(value)}</dd>
					</div>
				))}
			</dl>
			{earnings && <p>{earnings}</p>}
			<ReportTable report={report} />
			<Actions report={report} undone={undone} />
		</>
	);
}

function ReportTable({ report }: { report: ImportReport }) {
	const { t } = useTranslation();
	const rows = useMemo(() => saidRows(report), [report]);
	const problems = useMemo(() => rows.filter((row) => row.problem), [rows]);
	const [filter, setFilter] = useState<"all" | "problems">("all");
	const [all, setAll] = useState(false);
	const folded = useMemo(
		() =>
			Map.groupBy(
				rows.filter((row) => row.expected),
				(row) => row.remarks.join(),
			),
		[rows],
	);
	const chosen = filter === "all" ? rows.filter((row) => !row.expected) : problems;
	const shown = all ? chosen : chosen.slice(0, FIRST_ROWS);
	return (
		<section aria-label={t("Files")}>
			<div className={styles.filter}>
				<Segmented
					label={t("Which files")}
					value={filter}
					onChange={setFilter}
					options={[
						{ value: "all", label: t("All files ({{number}})", { number: formatNumber(rows.length) }) },
						{ value: "problems", label: t("Only problems ({{number}})", { number: formatNumber(problems.length) }) },
					]}
				/>
			</div>
			{chosen.length === 0 ? (
				<p className={styles.none}>{t("No problems.")}</p>
			) : (
				// biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable with the keyboard
				<section className={styles.box} tabIndex={0} aria-label={t("Files")}>
					<table className={styles.table}>
						<thead>
							<tr>
								<th scope="col">{t("What happened")}</th>
								<th scope="col">{t("Story or file")}</th>
								<th scope="col">{t("Remarks")}</th>
							</tr>
						</thead>
						<tbody>
							{shown.map((row) => (
								<FileRow key={`${row.outcome} ${row.file} ${row.remarks.join()}`} row={row} />
							))}
							{filter === "all" &&
								[...folded].map(([remark, same]) => <FoldedRows key={remark} remark={remark} rows={same} />)}
						</tbody>
					</table>
					{shown.length < chosen.length && (
						<Button className={styles.more} onPress={() => setAll(true)}>
							{t("Show all {{number}} rows", { number: formatNumber(chosen.length) })}
						</Button>
					)}
				</section>
			)}
		</section>
	);
}

/** Files left out for the same expected reason, as one row until they are asked for. */
function FoldedRows({ remark, rows }: { remark: string; rows: readonly SaidRow[] }) {
	const { t } = useTranslation();
	const [open, setOpen] = useState(false);
	return (
		<>
			<tr>
				<td className={styles.outcome}>{t("Left out")}</td>
				<td className={styles.name}>
					<button type="button" className={styles.link} aria-expanded={open} onClick={() => setOpen(!open)}>
						{t("{{formatted}} files", {
							count: rows.length,
							formatted: formatNumber(rows.length),
							defaultValue_one: "{{formatted}} file",
							defaultValue_other: "{{formatted}} files",
						})}
					</button>
				</td>
				<td>{remark}</td>
			</tr>
			{open && rows.map((row) => <FileRow key={row.file} row={row} />)}
		</>
	);
}

function FileRow({ row }: { row: SaidRow }) {
	const { t } = useTranslation();
	const name = row.imported?.title || row.file.split("/").at(-1) || row.file;
	return (
		<tr>
			<td className={styles.outcome}>{row.outcome}</td>
			<td className={styles.name} dir="auto" title={row.file}>
				{row.imported?.storyId ? (
					<button
						type="button"
						className={styles.link}
						onClick={() => {
							closeImport();
							navigate({ room: "write", storyId: row.imported?.storyId ?? null });
						}}
					>
						{name}
					</button>
				) : (
					row.file
				)}
			</td>
			<td>
				{row.remarks.length === 0 ? (
					<span className={styles.quiet}>{t("None")}</span>
				) : (
					row.remarks.map((remark) => <div key={remark}>{remark}</div>)
				)}
			</td>
		</tr>
	);
}

function Actions({ report, undone }: { report: ImportReport; undone: boolean }) {
	const { t } = useTranslation();
	const [busy, setBusy] = useState(false);

	async function copy(): Promise<void> {
		const text = reportText(report, t);
		await native.writeClipboard({
			html: `<pre>${text.replace(/[&<]/g, (c) => (c === "&" ? "&amp;" : "&lt;"))}</pre>`,
			text,
		});
		showToast({ message: t("The report is on the clipboard") });
	}

	async function undo(importId: string): Promise<void> {
		setBusy(true);
		try {
			const { kept } = await undoImport(importId);
			const file = report.source.name;
			showReport(report, true);
			showToast({
				message:
					kept.length === 0
						? t("The import of {{file}} was undone", { file })
						: t("The import of {{file}} was undone. Stories you edited since were kept: {{number}}", {
								file,
								number: formatNumber(kept.length),
							}),
			});
		} catch (error) {
			showToast({ message: windowError(error).message, tone: "danger" });
		}
		setBusy(false);
	}

	return (
		<div className={styles.actions}>
			<Button onPress={() => void copy()}>{t("Copy report")}</Button>
			{report.importId !== null && !undone && (
				<Button onPress={() => void undo(report.importId ?? "")} isDisabled={busy}>
					{busy ? t("Undoing…") : t("Undo this import")}
				</Button>
			)}
		</div>
	);
}
