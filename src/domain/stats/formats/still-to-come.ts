/** Figures of days that no source can know yet. */
import { type Message, message } from "../../words/message.ts";
import { boostIsToCome } from "../boost.ts";
import { begunBy, type StoryFacts } from "../observation.ts";
import type { ParsedStats } from "./format.ts";

/**
 * The same source without figures of periods that begin after a day; their rows are told with the reason.
 * @param today `YYYY-MM-DD`, the last day that has begun anywhere
 */
export function withoutDaysToCome(parsed: ParsedStats, today: string): ParsedStats {
	return withoutDaysAfter(parsed, today, (day) =>
		message("It is about {{day}}, which is still to come", { day: { day } }),
	);
}

/**
 * The same source without Boosts of days that are still to come; a note says of how many stories. A table tells such rows itself.
 * @param today `YYYY-MM-DD`, the last day that has begun anywhere
 */
export function withoutBoostsToCome(parsed: ParsedStats, today: string): ParsedStats {
	const isToCome = ({ boostedAt }: StoryFacts) => boostedAt !== null && boostIsToCome(boostedAt.slice(0, 10), today);
	const early = parsed.stories.filter(isToCome);
	const [first] = early;
	if (!first) return parsed;
	return {
		...parsed,
		stories: parsed.stories.map((story) => (isToCome(story) ? { ...story, boostedAt: null } : story)),
		notes: [
			...parsed.notes,
			message(
				"The days of {{count}} Boosts were not taken, because they are still to come: {{day}} for {{title}}, for one.",
				{
					count: early.length,
					day: { day: first.boostedAt?.slice(0, 10) ?? "" },
					title: first.title || first.subject.replace(/^\w+:/, ""),
					defaultValue_one: "The day of the Boost of {{title}}, {{day}}, was not taken, because it is still to come.",
				},
			),
		],
	};
}

/**
 * The same source without figures of periods that begin after the day on which the writer says it was made.
 * @param made `YYYY-MM-DD`
 */
export function withoutDaysAfterMade(parsed: ParsedStats, made: string): ParsedStats {
	return withoutDaysAfter(parsed, made, (day) =>
		message("It is about {{day}}, after {{made}}, the day the file was made on", {
			day: { day },
			made: { day: made },
		}),
	);
}

function withoutDaysAfter(parsed: ParsedStats, last: string, why: (day: string) => Message): ParsedStats {
	const reasons = new Map<number, string>();
	const hasBegun = begunBy(last);
	const observations = parsed.observations.filter((one) => {
		if (hasBegun(one)) return true;
		const { period, row } = one;
		reasons.set(row, period.start?.slice(0, period.grain === "month" ? 7 : 10) ?? "");
		return false;
	});
	if (reasons.size === 0) return parsed;
	const rejected = [...reasons].map(([row, day]) => ({ row, reason: why(day) }));
	return { ...parsed, observations, rejected: [...parsed.rejected, ...rejected].sort((a, b) => a.row - b.row) };
}
