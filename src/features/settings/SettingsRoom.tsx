import { useTranslation } from "react-i18next";
import { navigate } from "#app/routes.ts";
import { PageHeader } from "#ui/page-header/PageHeader.tsx";
import { Tabs } from "#ui/tabs/Tabs.tsx";
import { AboutPage } from "./AboutPage.tsx";
import { GeneralPage } from "./GeneralPage.tsx";
import { LibraryPage } from "./LibraryPage.tsx";
import styles from "./SettingsRoom.module.css";

export default function SettingsRoom({ page }: { page: "general" | "library" | "about" }) {
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
						{ id: "library", label: t("Library"), panel: <LibraryPage /> },
						{ id: "about", label: t("About"), panel: <AboutPage /> },
					]}
				/>
			</div>
		</main>
	);
}
