import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { runCommand } from "#app/commands/registry.ts";
import { useTRPC } from "#app/rpc.ts";
import { Button } from "#ui/button/Button.tsx";
import { SettingRow } from "./SettingRow.tsx";

/** Brings the sample library in, or takes it away. */
export function SampleRow() {
	const { t } = useTranslation();
	const trpc = useTRPC();
	const { data: sample } = useQuery(trpc.sample.status.queryOptions());
	if (!sample) return null;
	return (
		<SettingRow
			title={t("Sample library")}
			hint={t(
				"Invented stories, plans and figures to look around with. Removing them leaves everything of yours as it is.",
			)}
		>
			<Button onPress={() => runCommand(sample.present ? "sample.remove" : "sample.add")}>
				{sample.present ? t("Remove the sample") : t("Add the sample")}
			</Button>
		</SettingRow>
	);
}
