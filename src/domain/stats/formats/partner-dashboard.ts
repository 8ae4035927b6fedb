/** Medium's partner dashboard as JSON. All money is in cents; the referred-member bonus is beside the amount. */

import { message } from "../../words/message.ts";
import { storySubject } from "../observation.ts";
import { lifetime, monthPeriod, utcDate } from "../periods.ts";
import { epochToIso } from "./dates.ts";
import { type ParsedStats, StatsCollector } from "./format.ts";
import { at, isRecord, textOf, wholeMinor, wholeNumber } from "./json.ts";

const CURRENCY = "USD";

/** The UTC month a period starts in. Medium writes epochs and `2022-01-03 18:36:47`. */
function monthOfTime(value: unknown): string | null {
	const iso = timeToIso(value);
	return iso === null ? null : iso.slice(0, 7);
}

function timeToIso(value: unknown): string | null {
	if (typeof value === "number") return epochToIso(value);
	if (typeof value !== "string") return null;
	const text = value.trim();
	const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text.replace(" ", "T")}${text.length > 10 ? "Z" : ""}`;
	const time = Date.parse(zoned);
	return Number.isNaN(time) ? null : epochToIso(time);
}

/** Amount with both referred-member parts; `null` when a part is not whole cents. */
function monthAmount(month: Record<string, unknown>): { earned: number; bonus: number } | null {
	const earned = wholeMinor(month["amount"]);
	let bonus = 0;
	for (const field of ["hightowerUserBonusAmount", "hightowerConvertedMemberEarnings"]) {
		const raw = month[field];
		if (raw === undefined || raw === null) continue;
		const part = wholeMinor(raw);
		if (part === null) return null;
		bonus += part;
	}
	return earned === null ? null : { earned, bonus };
}

const NOT_CENTS = message("The amount is not a whole number of cents");

function addMonth(out: StatsCollector, row: number, value: unknown, provisional: boolean) {
	if (!isRecord(value)) return out.reject(row, message("The month is not an object"));
	const month = monthOfTime(value["periodStartedAt"]);
	if (!month) return out.reject(row, message("The month has no start"));
	const amount = monthAmount(value);
	if (!amount) return out.reject(row, NOT_CENTS, monthPeriod(month, "UTC"));
	const shared = { subject: "account", period: monthPeriod(month, "UTC"), currency: CURRENCY, row } as const;
	out.add({
		...shared,
		metric: "earnings",
		definition: "earnings-month",
		value: amount.earned + amount.bonus,
		provisional,
	});
	if (amount.bonus !== 0)
		out.add({
			...shared,
			metric: "referralEarnings",
			definition: "earnings-referral",
			value: amount.bonus,
			provisional,
		});
	const withheld = wholeMinor(value["withholdingAmount"]);
	if (withheld !== null)
		out.add({ ...shared, metric: "withheld", definition: "tax-withheld", value: withheld, provisional });
	const payout = wholeNumber(value["payoutAmount"]);
	if (payout !== null) out.add({ ...shared, metric: "payout", definition: "payout", value: payout, provisional });
}

function addStory(out: StatsCollector, row: number, value: unknown, fallbackMonth: string | null) {
	if (!isRecord(value)) return out.reject(row, message("The story is not an object"));
	const post = value["post"];
	const subject = storySubject(String(at(post, "id") ?? value["postId"] ?? ""));
	if (!subject) return out.reject(row, message("The story has no Medium id"));
	const month = monthOfTime(value["periodStartedAt"]) ?? fallbackMonth;
	const amount = wholeMinor(value["amount"]);
	if (amount === null) return out.reject(row, NOT_CENTS, month ? monthPeriod(month, "UTC") : undefined);
	if (!month) return out.reject(row, message("The story's period has no start"));
	const money = { metric: "earnings", currency: CURRENCY, row } as const;
	const provisional = month === fallbackMonth;
	out.add({
		...money,
		subject,
		definition: "earnings-story",
		period: monthPeriod(month, "UTC"),
		value: amount,
		provisional,
	});
	const toDate = wholeMinor(value["totalAmountPaidToDate"]);
	if (toDate !== null)
		out.add({ ...money, subject, definition: "earnings-story-to-date", period: lifetime(), value: toDate });
	const virtuals = at(post, "virtuals");
	const minutes = at(virtuals, "readingTime");
	const tags = at(virtuals, "tags");
	out.story({
		subject,
		title: textOf(at(post, "title")),
		publishedAt: timeToIso(at(post, "firstPublishedAt")),
		words: wholeNumber(at(virtuals, "wordCount")),
		readingSeconds: typeof minutes === "number" && minutes >= 0 ? Math.round(minutes * 60) : null,
		locked: typeof at(post, "visibility") === "number" ? at(post, "visibility") === 2 : null,
		tags: Array.isArray(tags)
			? tags.map((tag) => textOf(at(tag, "slug") ?? at(tag, "name") ?? tag)).filter((tag) => tag !== null)
			: null,
	});
}

/** `payload` of the dashboard: completed months, the current one, stories. Rows count months first, then stories. */
export function parsePartnerDashboard(payload: Record<string, unknown>): ParsedStats {
	const out = new StatsCollector("partner-dashboard-json");
	const completed = payload["completedMonthlyAmounts"];
	const months = Array.isArray(completed) ? completed : [];
	const current = payload["currentMonthAmount"];
	let row = 0;
	for (const month of months) addMonth(out, ++row, month, false);
	if (isRecord(current)) addMonth(out, ++row, current, true);
	const currentMonth = monthOfTime(at(current, "periodStartedAt"));
	const posts = payload["postAmounts"];
	for (const post of Array.isArray(posts) ? posts : []) addStory(out, ++row, post, currentMonth);
	const madeAt = timeToIso(at(current, "createdAt"));
	if (currentMonth) {
		// The current month was running when the answer was made.
		const { start, end } = monthPeriod(currentMonth, "UTC");
		out.madeBetween = { from: `${start}T00:00:00.000Z`, to: `${end}T00:00:00.000Z` };
		// On the first day it is the month's own creation, not the answer's.
		if (madeAt?.startsWith(currentMonth) && utcDate(Date.parse(madeAt)) !== start) out.asOf = madeAt;
	}
	if (!Array.isArray(posts)) out.note(message("The file has no earnings of single stories."));
	return out.result();
}
