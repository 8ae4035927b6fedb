import { useTranslation } from "react-i18next";
import { useCommand } from "../commands/registry.ts";
import { goTo } from "../routes.ts";
import { updateSettings, useSettings } from "../settings/settings.ts";
import { openNewStory } from "./new-story.ts";
import { lastPage } from "./Rail.tsx";

/** What can be done from every room. */
export function useFrameCommands(): void {
	const { t } = useTranslation();
	const { theme } = useSettings();
	useCommand({
		id: "go.write",
		label: t("Go to Write"),
		group: "go",
		keys: "Mod+1",
		run: () => goTo(lastPage({ room: "write", storyId: null })),
	});
	useCommand({
		id: "go.plan",
		label: t("Go to Plan"),
		group: "go",
		keys: "Mod+2",
		run: () => goTo(lastPage({ room: "plan", page: "ideas" })),
	});
	useCommand({
		id: "go.earn",
		label: t("Go to Earn"),
		group: "go",
		keys: "Mod+3",
		run: () => goTo(lastPage({ room: "earn", page: "overview" })),
	});
	useCommand({
		id: "app.settings",
		label: t("Settings"),
		group: "go",
		keys: "Mod+,",
		run: () => goTo("#/settings/general"),
	});
	useCommand({
		id: "story.new",
		label: t("New story"),
		group: "story",
		keys: ["Mod+N", "Mod+Shift+D"],
		run: openNewStory,
	});
	useCommand({
		id: "view.light",
		label: t("Use the light theme"),
		group: "view",
		enabled: theme !== "light",
		run: () => void updateSettings({ theme: "light" }),
	});
	useCommand({
		id: "view.dark",
		label: t("Use the dark theme"),
		group: "view",
		enabled: theme !== "dark",
		run: () => void updateSettings({ theme: "dark" }),
	});
	useCommand({
		id: "view.systemTheme",
		label: t("Follow the system’s theme"),
		group: "view",
		enabled: theme !== "system",
		run: () => void updateSettings({ theme: "system" }),
	});
	useCommand({
		id: "view.notices",
		label: t("Go to the notices"),
		group: "help",
		keys: "F6",
		run: () => document.querySelector<HTMLElement>("[data-notices] button")?.focus(),
	});
}
