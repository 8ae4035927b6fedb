/** `--as-of`: answers of the revenue engine as they were at an earlier time. */
import type { CommandContext, Flag } from "./command.ts";

/** The time that a text names, ISO 8601; `null` when it names none. */
function timeOf(given: string): string | null {
	const exact = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z)?$/.test(given);
	const time = new Date(given.length === 10 ? `${given}T23:59:59.999Z` : given);
	const real = exact && !Number.isNaN(time.getTime()) && time.toISOString().startsWith(given.slice(0, 10));
	return real ? time.toISOString() : null;
}

export const REPLAY_FLAGS: Readonly<Record<string, Flag>> = {
	"as-of": {
		value: "WHEN",
		help: "The answer as it was then, from what had been imported: a day (its end, UTC) or a time such as 2026-01-31T12:00:00Z",
		problem: (given) =>
			timeOf(given) === null
				? `--as-of "${given}" is neither a day such as 2026-01-31 nor a time such as 2026-01-31T12:00:00Z`
				: null,
	},
};

/** The time asked for, ISO 8601; `null` is now, as is a day that is not over. */
export function replayedAt({ text }: Pick<CommandContext, "text">): string | null {
	const given = text("as-of") ?? "";
	return given === new Date().toISOString().slice(0, 10) ? null : timeOf(given);
}

/** What a replay cannot bring back. */
export const replayNotes = (replayed: string | null): string[] =>
	replayed === null
		? []
		: [
				`As it was on ${replayed}, from what had been imported by then, whatever days it tells of, under the assumptions of now. What was planned then is not kept, and imports undone since are left out.`,
			];
