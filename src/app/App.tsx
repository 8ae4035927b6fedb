import { useQuery } from "@tanstack/react-query";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { useTranslation } from "react-i18next";
import { RecoveryScreen } from "#features/recovery/RecoveryScreen.tsx";
import { UnreachableService } from "#features/recovery/UnreachableService.tsx";
import { formatLocale } from "#ui/format/format.ts";
import { ToastRegion } from "#ui/toast/ToastRegion.tsx";
import { Frame } from "./frame/Frame.tsx";
import { useTRPC, windowError } from "./rpc.ts";
import { useSettingsState } from "./settings/settings.ts";

/** The studio, or what keeps it from opening. */
export function App() {
	// Drawn anew when the language changes.
	useTranslation();
	return (
		<I18nProvider locale={formatLocale()}>
			<Studio />
		</I18nProvider>
	);
}

function Studio() {
	const trpc = useTRPC();
	const { ready } = useSettingsState();
	const { data: status, error, refetch } = useQuery(trpc.library.status.queryOptions());
	if (status?.state === "open" && ready) return <Frame />;
	if (status && status.state !== "open")
		return (
			<>
				<RecoveryScreen status={status} />
				<ToastRegion />
			</>
		);
	if (error && !status)
		return <UnreachableService reason={windowError(error).message} onRetry={() => void refetch()} />;
	return null;
}
