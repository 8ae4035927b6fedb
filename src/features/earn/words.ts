/** Words that several pages of Earn share. Each is a literal, so that it can be translated. */
import type { TFunction } from "i18next";
import type { Refusal } from "#domain/revenue/project.ts";
import type { RateUnit } from "#domain/revenue/rate.ts";
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

export function refusalSentence(t: TFunction, refusal: Refusal): string {
	switch (refusal.code) {
		case "no-earnings":
			return t(
				"No month of earnings is known yet. Import the partner dashboard, or paste a table of months and earnings.",
			);
		case "few-months":
			return t("{{have}} complete months are too few for an honest number. It takes {{need}}.", {
				have: formatNumber(refusal.have),
				need: formatNumber(refusal.need),
			});
		case "all-zero":
			return t("Every complete month earned nothing, so there is nothing to project from.");
		case "no-split":
			return t(
				"Old and new stories cannot be told apart yet. That takes earnings by story, with publication dates, for more than {{need}} months.",
				{ need: formatNumber(refusal.need) },
			);
	}
}
