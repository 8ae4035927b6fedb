/** The plan's states and times in words. */
import type { TFunction } from "i18next";
import type { EntryState, Timing } from "#domain/planning/entry.ts";
import type { Effort } from "#domain/planning/idea.ts";
import type { OvertakenPart } from "#domain/planning/part-days.ts";
import { formatDate } from "#ui/format/format.ts";

export function stateLabel(t: TFunction, state: EntryState): string {
	switch (state) {
		case "idea":
			return t("Idea");
		case "planned":
			return t("Planned");
		case "outline":
			return t("Outline");
		case "draft":
			return t("Draft");
		case "ready":
			return t("Ready");
		case "published":
			return t("Published");
	}
}

export const STATE_TONES = {
	idea: "neutral",
	planned: "neutral",
	outline: "note",
	draft: "note",
	ready: "accent",
	published: "accent",
} as const satisfies Record<EntryState, string>;

export function effortLabel(t: TFunction, effort: Effort): string {
	switch (effort) {
		case "short":
			return t("An evening");
		case "medium":
			return t("A few days");
		case "long":
			return t("Longer");
	}
}

/** How late or early, or an empty text while no day is set. */
export function timingLabel(t: TFunction, timing: Timing): string {
	switch (timing.kind) {
		case "none":
			return "";
		case "today":
			return t("Due today");
		case "late":
			return t("{{count}} days late", {
				count: timing.days,
				defaultValue_one: "{{count}} day late",
				defaultValue_other: "{{count}} days late",
			});
		case "ahead":
			if (timing.days === 1) return t("Tomorrow");
			return t("In {{count}} days", {
				count: timing.days,
				defaultValue_one: "In {{count}} day",
				defaultValue_other: "In {{count}} days",
			});
		case "published":
			return publishedLabel(t, timing.on, timing.daysAfterPlan);
	}
}

/** That an earlier part of the series comes out later. */
export function overtakenWords(t: TFunction, { number, date }: OvertakenPart): string {
	return t("Before part {{number}} ({{date}})", { number, date: formatDate(date) });
}

function publishedLabel(t: TFunction, on: string, daysAfterPlan: number | null): string {
	const date = formatDate(on);
	if (daysAfterPlan === null) return t("Published on {{date}}", { date });
	if (daysAfterPlan === 0) return t("Published on {{date}}, as planned", { date });
	if (daysAfterPlan > 0)
		return t("Published on {{date}}, {{count}} days after the planned day", {
			date,
			count: daysAfterPlan,
			defaultValue_one: "Published on {{date}}, {{count}} day after the planned day",
			defaultValue_other: "Published on {{date}}, {{count}} days after the planned day",
		});
	return t("Published on {{date}}, {{count}} days before the planned day", {
		date,
		count: -daysAfterPlan,
		defaultValue_one: "Published on {{date}}, {{count}} day before the planned day",
		defaultValue_other: "Published on {{date}}, {{count}} days before the planned day",
	});
}
