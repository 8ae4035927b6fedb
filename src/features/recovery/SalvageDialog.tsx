import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { BackupInfo, SalvagedPart, SalvageReport } from "#contract/library.ts";
import { Button } from "#ui/button/Button.tsx";
import { Dialog } from "#ui/dialog/Dialog.tsx";
import { formatDateTime, formatNumber } from "#ui/format/format.ts";
import { Notice } from "#ui/notice/Notice.tsx";
import { Cell, Column, Row, Table, TableBody, TableHeader } from "#ui/table/Table.tsx";
import { SalvagedTexts } from "./SalvagedTexts.tsx";

interface Props {
	report: SalvageReport | null;
	/** Folder of the damaged file; `null` when it was not moved. */
	movedTo: string | null;
	/** The newest of the library, if it has any. */
	backup: BackupInfo | undefined;
	/** The library's. */
	folder: string;
	isBusy: boolean;
	/** Why the backup was not put back. */
	failure: string | null;
	/** Gives what was saved up for a backup. */
	onRestore: (name: string) => void;
	onClose: () => void;
}

function partNames(t: TFunction): Record<SalvagedPart, string> {
	return {
		stories: t("Stories"),
		versions: t("Earlier versions of stories"),
		pictures: t("Pictures"),
		ideas: t("Ideas"),
		series: t("Series"),
		seriesParts: t("Parts of series"),
		dates: t("Dates in the plan"),
		figures: t("Figures"),
		imports: t("Imports"),
		coach: t("Stories with answers to the coach"),
		rest: t("Notes of Inkhour on all these"),
	};
}

/** What could be carried over from a damaged library, part by part, and that a backup may hold more. */
export function SalvageDialog(props: Props) {
	const { report, movedTo, backup, folder, isBusy, failure, onRestore, onClose } = props;
	const { t } = useTranslation();
	const names = partNames(t);
	return (
		<Dialog
			title={t("What could be saved")}
			isOpen={report !== null}
			onOpenChange={(open) => {
				if (!open) onClose();
			}}
			footer={
				<Button variant="primary" isDisabled={isBusy} onPress={onClose}>
					{t("Open the library")}
				</Button>
			}
		>
			{report && (
				<>
					{report.parts.every(({ kept }) => kept === 0) && report.rebuilt.length === 0 && (
						<p>{t("Nothing could be read. The library that opens now is empty.")}</p>
					)}
					{report.parts.length > 0 && (
						<Table label={t("What could be saved")}>
							<TableHeader>
								<Column id="part" isRowHeader>
									{t("Part of the library")}
								</Column>
								<Column id="kept" numeric>
									{t("Saved")}
								</Column>
								<Column id="lost" numeric>
									{t("Lost")}
								</Column>
							</TableHeader>
							<TableBody items={report.parts}>
								{({ part, kept, lost }) => (
									<Row id={part}>
										<Cell>{names[part]}</Cell>
										<Cell numeric>{formatNumber(kept)}</Cell>
										<Cell numeric>{lost === null ? t("not known") : formatNumber(lost)}</Cell>
									</Row>
								)}
							</TableBody>
						</Table>
					)}
					{backup && (
						<Notice
							actions={
								<Button isDisabled={isBusy} onPress={() => onRestore(backup.name)}>
									{t("Put back this backup")}
								</Button>
							}
						>
							<p>
								{t(
									"A backup of {{time}} lies beside it. It was whole when it was made, so it may hold what was lost, but nothing newer. It can be put back now; what was saved here is then moved aside and kept.",
									{ time: formatDateTime(backup.createdAt) },
								)}
							</p>
							<p dir="auto">{t("File: {{file}}", { file: `${folder}/backups/${backup.name}` })}</p>
						</Notice>
					)}
					{failure && (
						<Notice tone="danger" role="alert">
							{failure}
						</Notice>
					)}
					<SalvagedTexts report={report} />
					{movedTo && <p dir="auto">{t("The damaged file is kept, in {{folder}}.", { folder: movedTo })}</p>}
				</>
			)}
		</Dialog>
	);
}
