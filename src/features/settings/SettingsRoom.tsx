import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { navigate, type Route } from "#app/routes.ts";
import { PageHeader } from "#ui/page-header/PageHeader.tsx";
import { Tabs } from "#ui/tabs/Tabs.tsx";
import { AboutPage } from "./AboutPage.tsx";
import { GeneralPage } from "./GeneralPage.tsx";
import { LibraryPage } from "./LibraryPage.tsx";
import styles from "./SettingsRoom.module.css";

// The rules are loaded when somebody looks at them.
const CoachPage = lazy(() => import("./CoachPage.tsx"));
const KnowledgePage = lazy(() => import("./KnowledgePage.tsx"));

type Page = Extract<Route, { room: "settings" }>["page"];

export default function SettingsRoom({ page }: { page: Page }) {
	const { t } = useTranslation();
	return (
		<main className={styles.room} data-room="settings">
			<div className={styles.column}>
				<PageHeader title={t("Settings")} />
				<Tabs
					label={t("Settings")}
					selected={page}
					onSelect={(next) => navigate({ room: "settings", page: next })}
					tabs={[
						{ id: "general", label: t("General"), panel: <GeneralPage /> },
						{
							id: "coach",
							label: t("Coach"),
							panel: (
								<Suspense fallback={null}>
									<CoachPage />
								</Suspense>
							),
						},
						{
							id: "knowledge",
							label: t("What the coach knows"),
							panel: (
								<Suspense fallback={null}>
									<KnowledgePage />
								</Suspense>
							),
						},
						{ id: "library", label: t("Library"), panel: <LibraryPage /> },
						{ id: "about", label: t("About"), panel: <AboutPage /> },
					]}
				/>
			</div>
		</main>
	);
}
