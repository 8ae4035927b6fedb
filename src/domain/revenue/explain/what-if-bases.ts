/** What the answer to a what-if rests on: the writer's own figures where they show an effect, else an assumption. */
import { decimals, type Message, message } from "../../words/message.ts";
import { type BoostFit, boostMessage } from "../attention/boost.ts";
import type { GroupEffect } from "../covariates.ts";
import type { Effects } from "./effects.ts";
import type { ReadRatioFinding } from "./read-ratio.ts";

export interface Told {
	effects: Effects;
	/** See `readRatioEffect`. */
	readRatio: ReadRatioFinding | null;
	/** Minutes that half of the writer's stories take at most; `null` when not known. */
	usualMinutes: number | null;
	boost: BoostFit;
	/** Stories known to be boosted. */
	boosted: number;
}

export interface Basis {
	/** Factor on new stories' attention. */
	factor: number;
	words: Message;
}

/** Factor and its range, of an effect on one unit more, for so many units. */
function raised({ factor, low, high }: GroupEffect, units: number) {
	const ends = [low ** units, high ** units].sort((a, b) => a - b);
	return { factor: decimals(factor ** units), low: decimals(ends[0] ?? 1), high: decimals(ends[1] ?? 1) };
}

/** @param factor on the share of views that become reads */
export function readRatioBasis(factor: number, { readRatio }: Pick<Told, "readRatio">): Basis {
	const effect = readRatio?.shown ? readRatio.effects[0] : undefined;
	if (!effect || !readRatio || factor <= 0)
		return {
			factor,
			words: message(
				"Read ratio: assumed, not learnt from your stories. As many times as many reads a view are taken for as many times as many hours.",
			),
		};
	// Nothing is known of a share that no story has had; more than every view cannot be read.
	const most = readRatio.most / readRatio.usual;
	const units = Math.log(Math.min(factor, most));
	if (factor > most)
		return {
			factor: effect.factor ** units,
			words: message(
				"Read ratio: from {{stories}} of your stories, of which none has more than {{most}} reads in a hundred views. What more would bring is not known; that much goes with {{factor}} times the hours a view ({{low}} to {{high}}).",
				{ stories: readRatio.stories, most: Math.round(100 * readRatio.most), ...raised(effect, units) },
			),
		};
	return {
		factor: effect.factor ** units,
		words: message(
			"Read ratio: from {{stories}} of your stories. Such a change of it goes with {{factor}} times the hours a view ({{low}} to {{high}}).",
			{ stories: readRatio.stories, ...raised(effect, units) },
		),
	};
}

/** @param factor on the length of new stories */
export function lengthBasis(factor: number, { effects, usualMinutes }: Pick<Told, "effects" | "usualMinutes">): Basis {
	const found = effects.shown.find(({ name }) => name === "length");
	const effect = found?.effects.find(({ group }) => group === null);
	if (!found || !effect || usualMinutes === null)
		return {
			factor,
			words: message(
				"Length: assumed, not learnt from your stories. Twice as long is taken for twice the hours; readers may well stop sooner.",
			),
		};
	const units = (factor - 1) * usualMinutes;
	return {
		factor: effect.factor ** units,
		words: message(
			"Length: from {{stories}} of your stories. Such a change from the usual {{minutes}} minutes goes with {{factor}} times the hours ({{low}} to {{high}}).",
			{ stories: found.stories, minutes: decimals(usualMinutes), ...raised(effect, units) },
		),
	};
}

/** @param weekday 1 is Monday @returns no factor where the figures do not show one: planned stories then keep what their own day tells */
export function weekdayBasis(
	weekday: number,
	{ effects }: Pick<Told, "effects">,
): { factor: number | null; words: Message } {
	const found = effects.shown.find(({ name }) => name === "weekday");
	const effect = found?.effects.find(({ group }) => group === String(weekday - 1));
	if (!found || !effect)
		return {
			factor: null,
			words: message("Weekday: your figures do not show that it matters, so it changes nothing."),
		};
	return {
		factor: effect.factor,
		words: message(
			"Weekday: from {{stories}} of your stories. Those of that day had {{factor}} times the hours of the others ({{low}} to {{high}}).",
			{ stories: found.stories, ...raised(effect, 1) },
		),
	};
}

/** What becomes of the factor where stories do not tell what a Boost brings: nothing. */
function unknownBoost({ boost: { effect }, boosted }: Pick<Told, "boost" | "boosted">): Message {
	if (boosted === 0)
		return message(
			"Boost: no story is known to be boosted, so it is not known what one brings you and this changes nothing. You can mark boosted stories in the table of stories.",
		);
	if (effect?.shown)
		return message(
			"Boost: {{count}} stories are known to be boosted, but none was seen to be new then, so no new story is taken to have one and this changes nothing.",
			{
				count: boosted,
				defaultValue_one:
					"Boost: {{count}} story is known to be boosted, but it was not seen to be new then, so no new story is taken to have one and this changes nothing.",
			},
		);
	return message(
		"Boost: {{count}} stories are known to be boosted, which does not tell yet what that brings, so this changes nothing.",
		{
			count: boosted,
			defaultValue_one:
				"Boost: {{count}} story is known to be boosted, which does not tell yet what that brings, so this changes nothing.",
		},
	);
}

/**
 * Losing Boost, or having it more often: it moves the second burst of new stories and nothing else.
 * @param factor 0 is never again, 1 is as often as now
 */
export function boostBasis(
	factor: number,
	told: Pick<Told, "boost" | "boosted">,
): { assumed: { boosts?: number }; words: Message } {
	const { effect, chance } = told.boost;
	if (!effect?.shown || chance === 0) return { assumed: {}, words: unknownBoost(told) };
	return {
		assumed: { boosts: factor },
		words: message("Boost: {{found}} The factor is put on that share. Stories that are out keep theirs.", {
			found: boostMessage(effect, chance),
		}),
	};
}

/**
 * @param days of its parts, since 1970-01-01
 * @param from first day on which a part can come out @param until the day after the last one told
 */
export function seriesWords(days: readonly number[], from: number, until: number): Message[] {
	// Of old figures the months that are told may be over themselves.
	const [over, later] = [days.filter((day) => day < from), days.filter((day) => day >= Math.max(from, until))];
	return [
		...(over.length + later.length < days.length ? [SERIES] : []),
		...(over.length === 0
			? []
			: [
					message("Series: the days of {{count}} parts are over, so those change nothing.", {
						count: over.length,
						defaultValue_one: "Series: the day of {{count}} part is over, so it changes nothing.",
					}),
				]),
		...(later.length === 0
			? []
			: [
					message("Series: {{count}} parts come out after the months that are told, so those change nothing here.", {
						count: later.length,
						defaultValue_one:
							"Series: {{count}} part comes out after the months that are told, so it changes nothing here.",
					}),
				]),
	];
}

const SERIES = message(
	"Series: its parts are drawn to be as your own newer stories were; what a series adds is not known.",
);

/** Said where no month that is told goes on after today. */
export const MONTHS_OVER = message(
	"The months that are told are over by now, and what is over cannot be other. Months further ahead can.",
);

/** Said of the plan that is left out. */
export const WITHOUT_PLAN = message(
	"Plan: what is planned is left out, and new stories come at your own pace alone. It is not known exactly and is drawn anew on every course, so a course may have more of them than the plan.",
);

/** Said of the plan where it has nothing in it. */
export const NO_PLAN = message("Plan: no planned story has a text yet, so it changes nothing.");

/** What else a question may assume, by its name there. */
export const ASSUMED: Readonly<Record<"evergreen" | "rate" | "cadence" | "plan" | "stop", Message>> = {
	evergreen: message(
		"Evergreen: the factor is assumed. It is put on lasting parts drawn like those of your own stories.",
	),
	rate: message("Rate: the factor is assumed, from today on."),
	cadence: message(
		"Pace: as many new stories as you say, drawn to be as your own newer ones were. Your own pace is not known exactly and is drawn anew on every course, so the difference spreads even where the two are alike.",
	),
	plan: message("Plan: planned stories are drawn to be as your own newer ones were."),
	stop: message("Nothing new comes out from today on; the stories that are out go on as before."),
};
