/** Days of publication that cannot be true. */
import { message } from "../../words/message.ts";
import { isMoney, type Observation } from "../observation.ts";
import { addDays } from "../periods.ts";
import type { ParsedStats } from "./format.ts";

/** Only a story that is out is paid, or read by members; a draft that is shared is viewed. */
const isOfPublished = ({ metric, value }: Observation) =>
	value !== 0 && (isMoney(metric) || metric === "memberReads" || metric === "memberReadingSeconds");

/**
 * The same source without days of publication that are still to come, or before which a story was paid or read by
 * members; a note says of how many stories. A day's difference is let pass: it may be that of two zones.
 * @param today `YYYY-MM-DD`, the last day that has begun anywhere
 */
export function withoutImpossiblePublications(parsed: ParsedStats, today: string): ParsedStats {
	const firstEnd = new Map<string, string>();
	for (const one of parsed.observations) {
		const { subject, period } = one;
		if (period.end === null || !isOfPublished(one)) continue;
		const end = period.end.slice(0, 10);
		const known = firstEnd.get(subject);
		if (known === undefined || end < known) firstEnd.set(subject, end);
	}
	const impossible = parsed.stories.filter(({ subject, publishedAt }) => {
		const day = publishedAt?.slice(0, 10);
		if (day === undefined) return false;
		const end = firstEnd.get(subject);
		return day > today || (end !== undefined && day > addDays(end, 1));
	});
	const [first] = impossible;
	if (!first) return parsed;
	const dropped = new Set(impossible);
	return {
		...parsed,
		stories: parsed.stories.map((story) => (dropped.has(story) ? { ...story, publishedAt: null } : story)),
		notes: [
			...parsed.notes,
			message(
				"The day of publication of {{count}} stories was not taken, because it is still to come or after they were first paid, or read by members: {{day}} for {{title}}, for one.",
				{
					count: impossible.length,
					day: { day: first.publishedAt?.slice(0, 10) ?? "" },
					title: first.title || first.subject.replace(/^\w+:/, ""),
					defaultValue_one:
						"The day of publication of {{title}}, {{day}}, was not taken, because it is still to come or after it was first paid, or read by members.",
				},
			),
		],
	};
}
