import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { SalvageReport } from "#contract/library.ts";
import { Button } from "#ui/button/Button.tsx";
import { Dialog } from "#ui/dialog/Dialog.tsx";
import { formatNumber } from "#ui/format/format.ts";
import { Cell, Column, Row, Table, TableBody, TableHeader } from "#ui/table/Table.tsx";

interface Props {
	report: SalvageReport | null;
	onClose: () => void;
}

/** A table in the writer's words; the less known ones keep their own name. */
function tableWord(table: string, t: TFunction): string {
	switch (table) {
		case "story":
			return t("Stories");
		case "story_version":
			return t("Versions");
		case "observation":
			return t("Figures");
		case "idea":
			return t("Ideas");
		case "series":
			return t("Series");
		case "series_part":
			return t("Parts");
		case "media":
			return t("Pictures");
		case "import":
			return t("Imports");
		default:
			return table.replaceAll("_", " ");
	}
}

/** What could be carried over from a damaged library, table by table. */
export function SalvageDialog({ report, onClose }: Props) {
	const { t } = useTranslation();
	return (
		<Dialog
			title={t("What could be saved")}
			isOpen={report !== null}
			onOpenChange={(open) => {
				if (!open) onClose();
			}}
			footer={
				<Button variant="primary" onPress={onClose}>
					{t("Open the library")}
				</Button>
			}
		>
			{report && (
				<>
					<Table label={t("What could be saved")}>
						<TableHeader>
							<Column id="table" isRowHeader>
								{t("Part of the library")}
							</Column>
							<Column id="kept" numeric>
								{t("Saved")}
							</Column>
							<Column id="lost" numeric>
								{t("Lost")}
							</Column>
						</TableHeader>
						<TableBody items={report.tables}>
							{({ table, kept, lost }) => (
								<Row id={table}>
									<Cell>{tableWord(table, t)}</Cell>
									<Cell numeric>{formatNumber(kept)}</Cell>
									<Cell numeric>{lost === null ? t("not known") : formatNumber(lost)}</Cell>
								</Row>
							)}
						</TableBody>
					</Table>
					{report.unreadable.length > 0 && (
						<>
							<p>{t("The text of these stories could not be read; it is kept as it was found:")}</p>
							<ul>
								{report.unreadable.map(({ storyId, title, file }) => (
									<li key={storyId}>{t("{{title}}: {{file}}", { title: title || t("Untitled"), file })}</li>
								))}
							</ul>
						</>
					)}
				</>
			)}
		</Dialog>
	);
}
