import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useTRPC } from "#app/rpc.ts";
import { formatBytes } from "#ui/format/format.ts";
import { Backups } from "./Backups.tsx";
import { SampleRow } from "./SampleRow.tsx";
import { SettingRow } from "./SettingRow.tsx";
import { Verification } from "./Verification.tsx";

/** Where the library is, what guards it, what can be checked. */
export function LibraryPage() {
	const { t } = useTranslation();
	const trpc = useTRPC();
	const { data } = useQuery(trpc.diagnostics.report.queryOptions());
	return (
		<>
			<SettingRow title={t("Folder")} hint={<span dir="auto">{data?.library.directory}</span>} />
			{data && (
				<SettingRow
					title={t("Size")}
					hint={t("{{size}} of text and figures, {{pictures}} in {{count}} pictures. Format {{version}}.", {
						size: formatBytes(data.library.databaseBytes),
						pictures: formatBytes(data.library.mediaBytes),
						count: data.library.mediaFiles,
						version: data.library.schemaVersion,
						defaultValue_one: "{{size}} of text and figures, {{pictures}} in {{count}} picture. Format {{version}}.",
					})}
				/>
			)}
			<Verification />
			<SampleRow />
			<Backups />
		</>
	);
}
