/** Days that a source of daily figures leaves out. */
import { addDays, addMonths, monthOf } from "./periods.ts";

/** Share of days without figures above which silence is a habit and not a gap. */
export const QUIET_SHARE = 0.25;

/**
 * Days without figures in months that have daily ones, after the first and before the last day of all; none where such
 * days are common, for then nothing came in on them.
 * @param told ISO dates that have figures, in any order
 * @returns ISO dates, oldest first
 */
export function missingDays(told: Iterable<string>): string[] {
	const known = new Set(told);
	const sorted = [...known].sort();
	const [first, last] = [sorted[0] ?? "", sorted.at(-1) ?? ""];
	const missing: string[] = [];
	for (const month of new Set(sorted.map(monthOf))) {
		const end = `${addMonths(month, 1)}-01`;
		for (let day = `${month}-01`; day < end; day = addDays(day, 1))
			if (day > first && day < last && !known.has(day)) missing.push(day);
	}
	return missing.length <= QUIET_SHARE * (known.size + missing.length) ? missing : [];
}

/**
 * What a month comes to as a whole when the days without figures earned as the others did; as it is where no day has any.
 * @param days of the month, `missing` ones among them
 */
export const atPace = (value: number, days: number, missing: number): number =>
	missing > 0 && missing < days ? (value * days) / (days - missing) : value;
