import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { native } from "#app/native.ts";
import { useTRPC } from "#app/rpc.ts";
import { Button } from "#ui/button/Button.tsx";
import { formatNumber, formatTime } from "#ui/format/format.ts";
import { showToast } from "#ui/toast/toasts.ts";
import styles from "./AboutPage.module.css";
import { Licences } from "./Licences.tsx";
import { SettingRow } from "./SettingRow.tsx";

/** Requests of this page that left the studio; the page's policy allows none. */
function requestsOfWindow(): number {
	return performance.getEntriesByType("resource").filter((entry) => new URL(entry.name).origin !== location.origin)
		.length;
}

/** Version, promises that can be checked, licences. */
export function AboutPage() {
	const { t } = useTranslation();
	const trpc = useTRPC();
	const { data } = useQuery(trpc.diagnostics.report.queryOptions(undefined, { staleTime: 0 }));
	const requests = (data?.network.requestsThisSession ?? 0) + requestsOfWindow();
	const copy = async () => {
		const { directory: _, ...library } = data?.library ?? {};
		await native.writeClipboard({ text: JSON.stringify({ ...data, library }, null, "\t"), html: "" });
		showToast({ message: t("The report is on the clipboard. It names no story and no folder.") });
	};
	return (
		<>
			<SettingRow
				title={t("Inkhour")}
				hint={
					data &&
					t("Version {{version}} · {{platform}} · Node {{node}} · SQLite {{sqlite}}", {
						version: data.version,
						platform: data.platform,
						node: data.runtime.node,
						sqlite: data.runtime.sqlite,
					})
				}
			>
				<Button onPress={() => void copy()} isDisabled={!data}>
					{t("Copy report")}
				</Button>
			</SettingRow>
			<SettingRow
				title={t("Network requests this session: {{number}}", { number: formatNumber(requests) })}
				hint={t(
					"Everything stays on this machine. Only what you ask for, such as fetching a story’s pictures, goes online.",
				)}
			/>
			{data && data.network.requests.length > 0 && (
				<ul className={styles.requests}>
					{data.network.requests.map((request) => (
						<li key={`${request.at}${request.host}`}>
							{t("{{time}}: a picture from {{host}}", {
								time: formatTime(request.at, { seconds: true }),
								host: request.host,
							})}
						</li>
					))}
				</ul>
			)}
			<SettingRow
				title={t("Not affiliated with Medium")}
				hint={t(
					"Inkhour is an independent studio for writers in the Medium Partner Program. Medium is a trademark of A Medium Corporation.",
				)}
			/>
			<Licences />
		</>
	);
}
