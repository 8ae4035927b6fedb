/** Saved answers of Medium's GraphQL: one object, or a batch of them. */

import { message } from "../../words/message.ts";
import type { DefinitionId } from "../definitions.ts";
import type { Metric, Subject } from "../observation.ts";
import { storySubject } from "../observation.ts";
import { dayPeriod, lifetime, monthPeriod, utcDate } from "../periods.ts";
import { epochToIso, monthInName } from "./dates.ts";
import { notCount, type ParseContext, type ParsedStats, StatsCollector, StatsFileError } from "./format.ts";
import { at, errorAnswer, isRecord, textOf, wholeMinor, wholeNumber } from "./json.ts";
import { unitsNanosToMinor } from "./numbers.ts";

type Count = readonly [field: string, metric: Metric, definition: DefinitionId];

const TOTALS: readonly Count[] = [
	["presentations", "presentations", "presentations"],
	["views", "views", "views-visitors"],
	["reads", "reads", "reads-30-seconds"],
];
const NODE_COUNTS: readonly Count[] = [
	["clapCount", "claps", "claps"],
	["voterCount", "fans", "fans"],
	["responsesCount", "responses", "responses"],
];
const FUNNEL: readonly Count[] = [
	["presentationCount", "presentations", "presentations"],
	["viewersCount", "views", "views-visitors"],
	["readersCount", "reads", "reads-30-seconds"],
	["followersGained", "follows", "follows"],
	["subscribersGained", "subscribersGained", "subscribers-gained"],
];
const BUCKET: readonly (readonly [...Count, ofMembers: Metric | null])[] = [
	["readersThatViewedCount", "views", "views-visitors", "memberViews"],
	["readersThatReadCount", "reads", "reads-30-seconds", "memberReads"],
	["readersThatClappedCount", "fans", "fans", null],
	["readersThatRepliedCount", "responses", "responses", null],
	["readersThatHighlightedCount", "highlights", "highlights", null],
	["readersThatInitiallyFollowedAuthorFromThisPostCount", "follows", "follows", null],
];

interface Money {
	value: number;
	currency: string;
}

/** `{currencyCode, units, nanos}`, or integer cents; `null` for anything else. */
function readMoney(value: unknown): Money | null {
	if (value === null || value === undefined) return null;
	if (typeof value === "number") {
		const cents = wholeMinor(value);
		return cents === null ? null : { value: cents, currency: "USD" };
	}
	if (!isRecord(value)) return null;
	if (!("units" in value) && !("nanos" in value)) return "amount" in value ? readMoney(value["amount"]) : null;
	const currency = textOf(value["currencyCode"]) ?? "USD";
	const units = Number(value["units"] ?? 0);
	const nanos = Number(value["nanos"] ?? 0);
	const minor = unitsNanosToMinor(units, nanos, currency);
	return minor === null ? null : { value: minor, currency };
}

class GraphqlReader {
	readonly out = new StatsCollector("medium-graphql-json");
	readonly #month: string | null;
	#row = 0;
	#recognised = 0;
	constructor(month: string | null) {
		this.#month = month;
	}

	get recognised(): number {
		return this.#recognised;
	}

	answer(data: Record<string, unknown>): void {
		for (const root of ["user", "userResult"]) {
			const edges = at(data, root, "postsConnection", "edges");
			if (Array.isArray(edges)) {
				this.#recognised += 1;
				for (const edge of edges) this.#story(at(edge, "node"));
				if (at(data, root, "postsConnection", "pageInfo", "hasNextPage") === true)
					this.out.note(message("This is one page of several: Medium had more stories than this file holds."));
			}
			const points = at(data, root, "postsAggregateTimeseriesStats", "points");
			if (Array.isArray(points)) this.#accountDays(points);
		}
		const post = data["post"];
		for (const one of Array.isArray(post) ? post : [post]) if (isRecord(one)) this.#post(one, data);
		const funnel = data["postStatsTotalBundle"];
		if (isRecord(funnel)) this.#funnel(funnel);
	}

	#counts(row: number, subject: Subject, from: unknown, counts: readonly Count[], period = lifetime("local")): void {
		for (const [field, metric, definition] of counts) {
			const raw = at(from, field);
			if (raw === undefined || raw === null) continue;
			const value = wholeNumber(raw);
			if (value === null) this.out.reject(row, notCount(field));
			else this.out.count(row, subject, metric, definition, period, value);
		}
	}

	#story(node: unknown) {
		const row = ++this.#row;
		const subject = storySubject(String(at(node, "id") ?? ""));
		if (!subject) return this.out.reject(row, message("The story has no Medium id"));
		this.#counts(row, subject, at(node, "totalStats"), TOTALS);
		this.#counts(row, subject, node, NODE_COUNTS);
		this.#counts(row, subject, at(node, "postResponses"), [["count", "responses", "responses"]]);
		const earnings = at(node, "earnings");
		this.#money(
			row,
			subject,
			at(earnings, "total") ?? at(earnings, "lifetimeEarnings"),
			"earnings-story-to-date",
			null,
		);
		const monthly = at(earnings, "monthlyEarnings");
		if (monthly !== undefined && monthly !== null) {
			if (this.#month) {
				this.#money(row, subject, monthly, "earnings-story", this.#month);
				this.out.month = this.#month;
			} else this.out.needsMonth = true;
		}
		this.#facts(subject, node);
	}

	#money(row: number, subject: Subject, raw: unknown, definition: DefinitionId, month: string | null) {
		if (raw === undefined || raw === null) return;
		const money = readMoney(raw);
		if (!money) return this.out.reject(row, message("The amount is neither units and nanos nor whole cents"));
		const period = month ? monthPeriod(month, "UTC") : lifetime();
		this.out.add({ row, subject, metric: "earnings", definition, period, ...money });
	}

	#facts(subject: Subject, node: unknown): void {
		const minutes = at(node, "readingTime");
		const visibility = textOf(at(node, "visibility"));
		const locked = at(node, "isLocked");
		const tags = at(node, "tags");
		const published = at(node, "firstPublishedAt");
		const boosted = at(node, "firstBoostedAt") ?? at(node, "milestones", "boostedAt");
		this.out.story({
			subject,
			title: textOf(at(node, "title")),
			publishedAt: epochToIso(typeof published === "number" ? published : Number.NaN),
			boostedAt: epochToIso(typeof boosted === "number" ? boosted : Number.NaN),
			readingSeconds: typeof minutes === "number" && minutes >= 0 ? Math.round(minutes * 60) : null,
			words: wholeNumber(at(node, "wordCount")),
			locked: typeof locked === "boolean" ? locked : visibility === null ? null : visibility === "LOCKED",
			tags: Array.isArray(tags) ? tags.map((tag) => textOf(at(tag, "id"))).filter((tag) => tag !== null) : null,
			collection: textOf(at(node, "collection", "name")),
			url: textOf(at(node, "mediumUrl")),
		});
	}

	/** One story's days: views, member reading time, readers by membership, earnings. */
	#post(post: Record<string, unknown>, data: Record<string, unknown>) {
		const buckets = at(post, "postStatsDailyBundle", "buckets") ?? at(data, "postStatsDailyBundle", "buckets");
		const days = at(post, "dailyStats");
		const earned = at(post, "earnings", "dailyEarnings");
		const referrers = at(post, "referrers");
		const lists = [buckets, days, earned].filter(Array.isArray);
		if (lists.length === 0 && !isRecord(post["totalStats"]) && !Array.isArray(referrers)) return;
		this.#recognised += 1;
		const subject = storySubject(String(post["id"] ?? at(referrers, "0", "postId") ?? ""));
		if (!subject) return this.out.reject(++this.#row, message("The answer does not say which story it is about"));
		const committed = at(post, "earnings", "lastCommittedPeriodStartedAt");
		for (const day of Array.isArray(days) ? days : []) this.#day(subject, day);
		for (const day of Array.isArray(earned) ? earned : [])
			this.#earnedDay(subject, day, typeof committed === "number" ? committed : null);
		if (Array.isArray(buckets)) this.#buckets(subject, buckets);
		this.#counts(this.#row + 1, subject, post["totalStats"], TOTALS);
		this.#facts(subject, post);
	}

	#date(row: number, value: unknown): string | null {
		const time = typeof value === "number" ? epochToIso(value) : null;
		if (!time) this.out.reject(row, message("The day has no start"));
		return time && utcDate(Date.parse(time));
	}

	#day(subject: Subject, day: unknown): void {
		const row = ++this.#row;
		const date = this.#date(row, at(day, "periodStartedAt"));
		if (!date) return;
		this.#counts(
			row,
			subject,
			day,
			[
				["views", "views", "views-page-2022"],
				["internalReferrerViews", "internalViews", "views-internal"],
				["memberTtr", "memberReadingSeconds", "member-reading-time"],
			],
			dayPeriod(date, "UTC"),
		);
	}

	#earnedDay(subject: Subject, day: unknown, committed: number | null) {
		const row = ++this.#row;
		const start = at(day, "periodStartedAt");
		const date = this.#date(row, start);
		if (!date) return;
		const money = readMoney(at(day, "amount"));
		if (!money) return this.out.reject(row, message("The amount is not whole cents"));
		const provisional = committed !== null && Number(start) > committed;
		const period = dayPeriod(date, "UTC");
		this.out.add({ row, subject, metric: "earnings", definition: "earnings-story", period, provisional, ...money });
	}

	/** Two rows a day, members and others: their sum is the day's count, the first also the members'. */
	#buckets(subject: Subject, buckets: readonly unknown[]): void {
		const days = new Map<string, { row: number; sums: number[]; members: number[] }>();
		for (const bucket of buckets) {
			const row = ++this.#row;
			const date = this.#date(row, at(bucket, "dayStartsAt"));
			if (!date) continue;
			const counts = BUCKET.map(([field]) => wholeNumber(at(bucket, field) ?? 0));
			const kind = at(bucket, "membershipType");
			if (counts.includes(null) || (kind !== "MEMBER" && kind !== "NONMEMBER")) {
				this.out.reject(row, message("The day's counts are not whole numbers by membership"));
				continue;
			}
			const day = days.get(date) ?? { row, sums: BUCKET.map(() => 0), members: BUCKET.map(() => 0) };
			days.set(date, day);
			counts.forEach((count, column) => {
				day.sums[column] = (day.sums[column] ?? 0) + (count ?? 0);
				if (kind === "MEMBER") day.members[column] = (day.members[column] ?? 0) + (count ?? 0);
			});
		}
		for (const [date, day] of days)
			BUCKET.forEach(([, metric, definition, ofMembers], column) => {
				const period = dayPeriod(date, "UTC");
				this.out.count(day.row, subject, metric, definition, period, day.sums[column] ?? 0);
				if (!ofMembers) return;
				const members = ofMembers === "memberReads" ? "member-reads" : "member-views";
				this.out.count(day.row, subject, ofMembers, members, period, day.members[column] ?? 0);
			});
	}

	#funnel(funnel: Record<string, unknown>) {
		this.#recognised += 1;
		const row = ++this.#row;
		const subject = storySubject(String(at(funnel, "post", "id") ?? ""));
		if (!subject) return this.out.reject(row, message("The answer does not say which story it is about"));
		this.#counts(row, subject, funnel, FUNNEL);
	}

	#accountDays(points: readonly unknown[]): void {
		this.#recognised += 1;
		for (const point of points) {
			const row = ++this.#row;
			const date = this.#date(row, at(point, "timestamp"));
			if (!date) continue;
			const counts: Count[] = [
				["viewers", "views", "views-visitors"],
				["readers", "reads", "reads-30-seconds"],
			];
			this.#counts(row, "account", at(point, "stats", "total"), counts, dayPeriod(date, "local"));
		}
	}
}

/** @throws {StatsFileError} when every answer is an error, or none holds stats */
export function parseGraphql(root: unknown, context: ParseContext): ParsedStats {
	const answers = Array.isArray(root) ? root : [root];
	const reader = new GraphqlReader(context.month ?? monthInName(context.fileName));
	const failures: string[] = [];
	answers.forEach((answer, index) => {
		const failure = errorAnswer(answer);
		if (failure !== null) {
			failures.push(failure);
			if (answers.length > 1)
				reader.out.note(
					message("Answer {{number}} is an error from Medium: {{failure}}", { number: index + 1, failure }),
				);
			return;
		}
		const data = at(answer, "data");
		if (isRecord(data)) reader.answer(data);
	});
	if (failures.length === answers.length)
		throw new StatsFileError(
			"UNREADABLE_FILE",
			message("Medium answered with an error, not with stats"),
			failures[0] ?? "",
		);
	if (reader.recognised === 0)
		throw new StatsFileError("UNSUPPORTED_FORMAT", message("The file is JSON, but holds no stats that Inkhour knows"));
	if (reader.out.needsMonth)
		reader.out.note(message("Monthly earnings were left out: the file does not say which month they are of."));
	return reader.out.result();
}
