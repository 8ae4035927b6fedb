/** Names of rooms and pages, for the rail, the palette and the window's title. */
import type { TFunction } from "i18next";
import type { Route } from "./routes.ts";

/** "Earn: Stories"; Write has one page and so only its own name. */
export function routeTitle(route: Route, t: TFunction): string {
	switch (route.room) {
		case "write":
			return t("Write");
		case "plan":
			return { ideas: t("Plan: Ideas"), series: t("Plan: Series"), calendar: t("Plan: Calendar") }[route.page];
		case "earn":
			return {
				overview: t("Earn: Overview"),
				stories: t("Earn: Stories"),
				projection: t("Earn: Projection"),
				model: t("Earn: How it works"),
				sources: t("Earn: Sources"),
			}[route.page];
		case "settings":
			return {
				general: t("Settings: General"),
				coach: t("Settings: Coach"),
				knowledge: t("Settings: What the coach knows"),
				library: t("Settings: Library"),
				about: t("Settings: About"),
			}[route.page];
	}
}

/** Every page there is, in the order of the rail. */
export const ALL_ROUTES: readonly Route[] = [
	{ room: "write", storyId: null },
	{ room: "plan", page: "ideas" },
	{ room: "plan", page: "series" },
	{ room: "plan", page: "calendar" },
	{ room: "earn", page: "overview" },
	{ room: "earn", page: "stories" },
	{ room: "earn", page: "projection" },
	{ room: "earn", page: "model" },
	{ room: "earn", page: "sources" },
	{ room: "settings", page: "general" },
	{ room: "settings", page: "coach" },
	{ room: "settings", page: "knowledge" },
	{ room: "settings", page: "library" },
	{ room: "settings", page: "about" },
];
