/** Words that several pages of Earn share. Each is a literal, so that it can be translated. */
import type { TFunction } from "i18next";
import type { ProjectionAnswer } from "#contract/earn.ts";
import type { StatsImportInfo } from "#contract/stats.ts";
import type { AttentionBasis } from "#domain/revenue/attention/hours.ts";
import { besideRules, heldLess, rangesProved } from "#domain/revenue/engine/held.ts";
import type { ClapUnit } from "#domain/revenue/input/story-figures.ts";
import type { Engagement } from "#domain/revenue/price/weights.ts";
import type { RateUnit } from "#domain/revenue/rate.ts";
import { STATS_FORMATS } from "#domain/stats/formats/format.ts";
import type { Grain, Metric, Zone } from "#domain/stats/observation.ts";
import { formatNumber } from "#ui/format/format.ts";

export function metricName(t: TFunction, metric: Metric): string {
	const names: Record<Metric, string> = {
		views: t("Views"),
		memberViews: t("Member views"),
		reads: t("Reads"),
		memberReads: t("Member reads"),
		memberReadingSeconds: t("Member reading time"),
		internalViews: t("Views from Medium"),
		friendLinkViews: t("Friend link views"),
		presentations: t("Presentations"),
		fans: t("Fans"),
		claps: t("Claps"),
		responses: t("Responses"),
		highlights: t("Highlights"),
		follows: t("Follows"),
		followers: t("Followers"),
		subscribers: t("Subscribers"),
		subscribersGained: t("New subscribers"),
		referredMembers: t("Referred members"),
		earnings: t("Earnings"),
		referralEarnings: t("Referral income"),
		withheld: t("Tax withheld"),
		payout: t("Payout"),
	};
	return names[metric];
}

export function grainName(t: TFunction, grain: Grain): string {
	const names: Record<Grain, string> = {
		lifetime: t("Lifetime total"),
		month: t("By month"),
		week: t("By week"),
		day: t("By day"),
		hour: t("By hour"),
	};
	return names[grain];
}

export function zoneName(t: TFunction, zone: Zone): string {
	const names: Record<Zone, string> = {
		UTC: t("UTC days"),
		local: t("days of the zone Medium showed it in"),
		unstated: t("the source names no time zone"),
	};
	return names[zone];
}

export function rateUnitName(t: TFunction, unit: RateUnit): string {
	const names: Record<RateUnit, string> = {
		memberHour: t("an hour of member reading"),
		thousandMemberReads: t("a thousand member reads"),
		thousandReads: t("a thousand reads"),
	};
	return names[unit];
}

export function engagementName(t: TFunction, kind: Engagement, clapUnit: ClapUnit): string {
	const names: Record<Engagement, string> = {
		claps: clapUnit === "reader" ? t("a reader who claps") : t("a clap"),
		highlights: t("a highlight"),
		responses: t("a response"),
		follows: t("a new follower"),
	};
	return names[kind];
}

/** What was tried to tell how a story does; see `effectsOf`. */
export function effectName(t: TFunction, name: string): string {
	const names: Record<string, string> = {
		topic: t("topic"),
		publication: t("publication"),
		weekday: t("weekday"),
		length: t("length"),
	};
	return names[name] ?? name;
}

export function basisName(t: TFunction, basis: AttentionBasis): string {
	const names: Record<AttentionBasis, string> = {
		hours: t("member reading time"),
		memberReads: t("member reads"),
		reads: t("reads"),
		views: t("views"),
	};
	return names[basis];
}

/** That days of a month have no figures; empty where none lacks any. */
export const lackingWords = (t: TFunction, count: number): string =>
	count === 0
		? ""
		: t("{{count}} days without figures", {
				count,
				defaultValue_one: "{{count}} day without figures",
				defaultValue_other: "{{count}} days without figures",
			});

const monthsWords = (count: number) => formatNumber(count, { style: "unit", unit: "month", unitDisplay: "long" });

/** How far ahead of the newest complete month the first month ahead is: "1 month". */
export const firstAheadWords = ({ firstAhead }: Pick<ProjectionAnswer, "firstAhead">) => monthsWords(firstAhead);

/** The nearest months ahead that were tried on the writer's own past, and how far ahead they are; `null` without any. */
export function nearestTried({ backtest }: Pick<ProjectionAnswer, "backtest">) {
	const row = backtest?.rows[0];
	return row ? { row, ahead: monthsWords(row.horizon) } : null;
}

/**
 * A sentence on ranges that held less than four times in five when they were tried on the writer's own past; empty where
 * they held, or nothing was tried. Of several horizons the nearest such one is told.
 * @param most months shown that are looked at
 */
export function heldWords(
	t: TFunction,
	{ backtest, firstAhead }: Pick<ProjectionAnswer, "backtest" | "firstAhead">,
	most: number,
): string {
	const row = heldLess(backtest?.rows ?? [], firstAhead - 1 + most);
	if (!row) return "";
	return t("In your own back-test such ranges, drawn {{ahead}} ahead, held {{inside}} of {{count}} months.", {
		defaultValue_one: "In your own back-test such a range, drawn {{ahead}} ahead, held {{inside}} of {{count}} month.",
		defaultValue_other:
			"In your own back-test such ranges, drawn {{ahead}} ahead, held {{inside}} of {{count}} months.",
		ahead: monthsWords(row.horizon),
		inside: formatNumber(row.inside80),
		count: row.forecasts,
	});
}

/** Whether ranges proved too wide or too narrow on the writer's own past; empty where the counts do not tell. */
export function provedWords(t: TFunction, { backtest }: Pick<ProjectionAnswer, "backtest">): string {
	const found = rangesProved(backtest?.rows ?? []);
	if (!found) return "";
	const forecasts = formatNumber(found.forecasts);
	if (found.proved === "too-wide")
		return t(
			"Near and far forecasts together, the ranges proved too wide: in {{inside}} of {{forecasts}} the month fell inside the range meant to hold every second. Your own misses make them narrower, but slowly, for forecasts that overlap share their luck.",
			{ inside: formatNumber(found.inside50), forecasts },
		);
	const inside = formatNumber(found.inside80);
	if (found.proved === "too-narrow")
		return t(
			"Near and far forecasts together, the ranges proved too narrow: in {{inside}} of {{forecasts}} the month fell inside the range meant to hold four in five. Your own misses make them wider, but slowly: count on more surprises than they show.",
			{ inside, forecasts },
		);
	return t(
		"Near and far forecasts together, the ranges held about as meant: in {{inside}} of {{forecasts}} the month fell inside the range meant to hold four in five.",
		{ inside, forecasts },
	);
}

/** How the likely value did beside the simple rules, as near ahead as was tried; empty where nothing was. */
export function besideWords(t: TFunction, answer: Pick<ProjectionAnswer, "backtest">): string {
	const next = nearestTried(answer);
	if (!next) return "";
	const { ahead } = next;
	const words = {
		better: t("{{ahead}} ahead the model missed by less than every simple rule.", { ahead }),
		equal: t(
			"{{ahead}} ahead the best simple rule missed by as much as the model: the model’s likely value is no better.",
			{
				ahead,
			},
		),
		worse: t(
			"{{ahead}} ahead a simple rule missed by less than the model: the model’s likely value is the worse of the two.",
			{ ahead },
		),
	};
	return words[besideRules(next.row)];
}

/** What an import was of. */
export function sourceKindName(t: TFunction, { format, kind }: Pick<StatsImportInfo, "format" | "kind">): string {
	if (format !== null) return t(STATS_FORMATS[format]);
	const names: Record<StatsImportInfo["kind"], string> = {
		"medium-archive": t("Medium export"),
		sample: t("Sample library"),
		document: t("Document"),
		stats: t("Stats"),
	};
	return names[kind];
}

/** What notices about the figures of one import are about; see `showToast`. */
export const statsNotice = (importId: string) => `stats ${importId}`;
