import type { PlainDate } from "#domain/planning/plain-date.ts";
import { formatLocale } from "#ui/format/format.ts";

/** The weekday of a day in the writer's language. */
export function weekdayName(date: PlainDate, style: "short" | "long"): string {
	return new Intl.DateTimeFormat(formatLocale(), { weekday: style, timeZone: "UTC" }).format(new Date(date));
}
