import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { useTranslation } from "react-i18next";
import { UnreachableService } from "#features/recovery/UnreachableService.tsx";
import { classes } from "#ui/classes/classes.ts";
import { formatLocale } from "#ui/format/format.ts";
import { Waiting } from "#ui/waiting/Waiting.tsx";
import styles from "./frame/Frame.module.css";
import { Frame } from "./frame/Frame.tsx";
import { useTRPC, windowError } from "./rpc.ts";
import { useSettingsState } from "./settings/settings.ts";

const RecoveryScreen = lazy(() =>
	import("#features/recovery/RecoveryScreen.tsx").then((code) => ({ default: code.RecoveryScreen })),
);
const ToastRegion = lazy(() => import("#ui/toast/ToastRegion.tsx").then((code) => ({ default: code.ToastRegion })));

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
	const { t } = useTranslation();
	const trpc = useTRPC();
	const { ready } = useSettingsState();
	const { data: status, error, refetch } = useQuery(trpc.library.status.queryOptions());
	if (status?.state === "open" && ready) return <Frame />;
	if (status && status.state !== "open")
		return (
			<Suspense fallback={null}>
				<RecoveryScreen status={status} />
				<ToastRegion />
			</Suspense>
		);
	if (error && !status)
		return <UnreachableService reason={windowError(error).message} onRetry={() => void refetch()} />;
	return (
		<main className={classes(styles.loading, styles.opening)} aria-busy="true" data-settled={false}>
			<Waiting>{t("Opening the library…")}</Waiting>
		</main>
	);
}
