import type { Settings } from "./settings.ts";

/** The settings before the writer changes any. Without the schema: the window needs them before anything else. */
export const DEFAULT_SETTINGS: Readonly<Settings> = {
	theme: "system",
	language: "system",
	weekStart: "system",
	textSize: 20,
	lineWidth: "regular",
	libraryShown: true,
	firstRunDismissed: false,
	recent: [],
	coachRules: {},
	coachMarks: true,
	grammarDialect: "american",
	dictionary: [],
};
