import type { Settings } from "./settings.ts";

/** The largest least payout that can be set, minor units. */
export const MOST_LEAST_PAYOUT = 100_000;

/** The settings before the writer changes any. Without the schema: the window needs them before anything else. */
export const DEFAULT_SETTINGS: Readonly<Settings> = {
	theme: "system",
	language: "system",
	weekStart: "system",
	textSize: 20,
	lineWidth: "regular",
	libraryShown: true,
	opensAt: "last",
	lastPlace: "#/write/",
	firstRunDismissed: false,
	recent: [],
	coachRules: {},
	coachMarks: true,
	grammarDialect: "american",
	dictionary: [],
	// Changes of what counts, of `PROGRAM_RULES.timeline`.
	ruleDays: ["2019-10-28", "2023-08-01", "2025-10-01", "2026-02-17"],
	taxWithheld: 0,
	// As in `PROGRAM_RULES.payout`.
	leastPayout: 1000,
	otherLeastPayouts: {},
	countedCurrency: null,
	payoutDay: 10,
	storiesAMonth: null,
};
