import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ParsedStats, StatsFileError } from "./format.ts";
import { parseStats } from "./parse.ts";

const A = "1a2b3c4d5e6f";
const B = "abcdef012345";
const GUARD = "])}while(1);</x>";

const read = (text: string, fileName = "stats", month?: string) => parseStats(text, { fileName, month: month ?? null });

/** `subject metric period = value`, for comparing at a glance. */
const lines = (parsed: ParsedStats) =>
	parsed.observations.map(
		({ subject, metric, period, value, currency }) =>
			`${subject} ${metric} ${period.start ?? period.grain} = ${value}${currency ? ` ${currency}` : ""}`,
	);

const entry = (changes: object = {}) => ({
	postId: A,
	title: "A lamp",
	views: 120,
	reads: 45,
	upvotes: 7,
	claps: 90,
	internalReferrerViews: 30,
	createdAt: 1614902400000,
	firstPublishedAt: 1614988800000,
	readingTime: 4,
	visibility: 2,
	collectionId: "c1",
	type: "PostStat",
	...changes,
});

const page = (value: unknown[], paging = {}) => ({
	success: true,
	payload: { value, paging, references: { Collection: { c1: { id: "c1", name: "The Reading Room" } } } },
});

describe("the old stats page", () => {
	test.each([
		["with the guard", (json: string) => GUARD + json],
		["without it", (json: string) => json],
		["with a byte order mark", (json: string) => `\ufeff${json}`],
	])("%s", (_, wrap) => {
		const parsed = read(wrap(JSON.stringify(page([entry()]), null, 1)));
		expect(parsed.format).toBe("medium-stats-json");
		expect(lines(parsed)).toEqual([
			`story:${A} views lifetime = 120`,
			`story:${A} reads lifetime = 45`,
			`story:${A} fans lifetime = 7`,
			`story:${A} claps lifetime = 90`,
			`story:${A} internalViews lifetime = 30`,
		]);
		expect(parsed.stories).toMatchObject([
			{
				title: "A lamp",
				publishedAt: "2021-03-06T00:00:00.000Z",
				readingSeconds: 240,
				locked: true,
				collection: "The Reading Room",
			},
		]);
	});

	test("rows that cannot be read are named, the others kept", () => {
		const parsed = read(
			JSON.stringify(
				page([entry(), entry({ postId: "x" }), entry({ postId: B, views: -1 }), null, entry({ views: 121 })], {
					next: { to: 1 },
				}),
			),
		);
		expect(parsed.rejected.map(({ row }) => row)).toEqual([2, 3, 4, 5]);
		expect(parsed.rejected[3]?.reason).toContain("row 1");
		expect(lines(parsed)[0]).toBe(`story:${A} views lifetime = 120`);
		expect(parsed.notes.join()).toContain("one page of several");
	});

	test("hours of the account", () => {
		const parsed = read(
			JSON.stringify({
				payload: { value: [{ timestampMs: 1614902400000, views: 3, reads: 1, upvotes: 0, claps: 0 }] },
			}),
		);
		expect(parsed.format).toBe("medium-hourly-json");
		expect(lines(parsed)[0]).toBe("account views 2021-03-05T00:00Z = 3");
	});

	test("hours of a story need its id, which only the file's name can tell", () => {
		const json = JSON.stringify({ payload: { value: [{ collectedAt: 1614902400000, views: 3, reads: 1 }] } });
		expect(() => read(json, "hours.json")).toThrow(StatsFileError);
		expect(lines(read(json, `hours-${A}.json`))[0]).toBe(`story:${A} views 2021-03-05T00:00Z = 3`);
	});
});

describe("the partner dashboard", () => {
	const dashboard = {
		payload: {
			currentMonthAmount: {
				periodStartedAt: 1646092800000,
				periodEndedAt: 1648771200000,
				createdAt: "2022-03-14 10:00:00",
				amount: 2170,
				hightowerUserBonusAmount: 200,
				hightowerConvertedMemberEarnings: 30,
			},
			completedMonthlyAmounts: [
				{
					periodStartedAt: "2022-02-01 00:00:00",
					amount: 5000,
					withholdingAmount: 500,
					payoutAmount: 4500,
					hightowerUserBonusAmount: null,
				},
				{ periodStartedAt: "2022-01-01 00:00:00", amount: 40.5 },
			],
			postAmounts: [
				{
					periodStartedAt: 1646092800000,
					post: {
						id: A,
						title: "A lamp",
						firstPublishedAt: 1614988800000,
						virtuals: { wordCount: 900, readingTime: 3.4, tags: [{ slug: "light" }] },
					},
					amount: 2170,
					totalAmountPaidToDate: 9000,
				},
			],
		},
	};

	test("cents, bonuses added, months and stories apart", () => {
		const parsed = read(GUARD + JSON.stringify(dashboard));
		expect(parsed.format).toBe("partner-dashboard-json");
		expect(lines(parsed)).toEqual([
			"account earnings 2022-02-01 = 5000 USD",
			"account withheld 2022-02-01 = 500 USD",
			"account payout 2022-02-01 = 4500 USD",
			"account earnings 2022-03-01 = 2400 USD",
			"account referralEarnings 2022-03-01 = 230 USD",
			`story:${A} earnings 2022-03-01 = 2170 USD`,
			`story:${A} earnings lifetime = 9000 USD`,
		]);
		expect(parsed.observations.filter((one) => one.provisional)).toHaveLength(3);
		expect(parsed.rejected).toEqual([{ row: 2, reason: "The amount is not a whole number of cents" }]);
		expect(parsed.asOf).toBe("2022-03-14T10:00:00.000Z");
		expect(parsed.stories[0]).toMatchObject({ words: 900, readingSeconds: 204, tags: ["light"] });
	});

	test("a first month has no completed ones", () => {
		const first = { payload: { ...dashboard.payload, completedMonthlyAmounts: [] } };
		expect(lines(read(JSON.stringify(first)))[0]).toBe("account earnings 2022-03-01 = 2400 USD");
	});
});

describe("GraphQL", () => {
	test("a batch: money as units and nanos or cents, members among readers, days in UTC", () => {
		const day = Date.UTC(2026, 2, 1);
		const parsed = read(
			JSON.stringify([
				{
					data: {
						userResult: {
							postsConnection: {
								edges: [
									{
										node: {
											id: A,
											title: "A lamp",
											totalStats: { presentations: 900, views: 120, reads: 45 },
											earnings: {
												total: { currencyCode: "USD", units: 2, nanos: 40000000 },
												monthlyEarnings: { units: 0, nanos: 30000000 },
											},
											tags: [{ id: "light" }],
											isLocked: true,
										},
									},
								],
							},
						},
					},
				},
				{
					data: {
						post: {
							id: B,
							dailyStats: [{ periodStartedAt: day, views: 5, internalReferrerViews: 2, memberTtr: 340 }],
							earnings: {
								dailyEarnings: [{ periodStartedAt: day, amount: 17 }],
								lastCommittedPeriodStartedAt: day - 1,
							},
							postStatsDailyBundle: {
								buckets: [
									{ dayStartsAt: day, membershipType: "MEMBER", readersThatReadCount: 3, readersThatViewedCount: 4 },
									{ dayStartsAt: day, membershipType: "NONMEMBER", readersThatReadCount: 2, readersThatViewedCount: 9 },
								],
							},
						},
					},
				},
			]),
			"leaderboard-2026-03-part1.json",
		);
		expect(parsed.rejected).toEqual([]);
		expect(lines(parsed)).toEqual(
			expect.arrayContaining([
				`story:${A} presentations lifetime = 900`,
				`story:${A} earnings lifetime = 204 USD`,
				`story:${A} earnings 2026-03-01 = 3 USD`,
				`story:${B} memberReadingSeconds 2026-03-01 = 340`,
				`story:${B} earnings 2026-03-01 = 17 USD`,
				`story:${B} reads 2026-03-01 = 5`,
				`story:${B} memberReads 2026-03-01 = 3`,
			]),
		);
		expect(parsed.observations.find((one) => one.value === 17)?.provisional).toBe(true);
	});

	test("monthly amounts without a month are left out and asked for", () => {
		const json = JSON.stringify({
			data: {
				user: {
					postsConnection: {
						edges: [
							{ node: { id: A, totalStats: { views: 1 }, earnings: { monthlyEarnings: { units: 1, nanos: 0 } } } },
						],
					},
				},
			},
		});
		const without = read(json, "leaderboard.json");
		expect(without.needsMonth).toBe(true);
		expect(lines(without)).toEqual([`story:${A} views lifetime = 1`]);
		expect(lines(read(json, "leaderboard.json", "2026-02"))).toContain(`story:${A} earnings 2026-02-01 = 100 USD`);
	});
});

describe("Medium Enhanced Stats", () => {
	const header = "postId;title;slug;firstPublishedAt;readingTime;views;reads;upvotes;claps";
	test("titles with semicolons, a blank line before responses, a file cut at a #", () => {
		const text = [
			`\ufeff${header}`,
			`${A};One; two "and" three;one-two-${A};1614988800000;4.2;120;45;7;90`,
			"",
			`${B};;response-${B};1614988800000;0.5;12;4;0;0`,
			"0123456789ab;About C",
		].join("\r\n");
		const parsed = read(text);
		expect(parsed.format).toBe("enhanced-stats-csv");
		expect(parsed.observations).toHaveLength(8);
		expect(parsed.stories[0]).toMatchObject({ title: 'One; two "and" three', readingSeconds: 252 });
		expect(parsed.rejected).toEqual([{ row: 5, reason: expect.stringContaining("#") }]);
	});

	test("with tags", () => {
		const parsed = read(`${header};tags\n${A};T;t-${A};1614988800000;4;1;1;1;1;light,lamps`);
		expect(parsed.stories[0]?.tags).toEqual(["light", "lamps"]);
	});

	test("whatever a title holds, the numbers are read", () => {
		const title = fc.string({ unit: "grapheme" }).filter((text) => !/[\r\n\0]/.test(text));
		fc.assert(
			fc.property(fc.array(fc.tuple(title, fc.nat(1e6), fc.nat(1e6)), { minLength: 1, maxLength: 8 }), (rows) => {
				const id = (at: number) => (0xabc000000 + at).toString(16);
				const text = [
					header,
					...rows.map(([name, views, reads], at) => `${id(at)};${name};slug;1614988800000;4;${views};${reads};1;2`),
				].join("\n");
				const parsed = read(text);
				expect(parsed.rejected).toEqual([]);
				expect(parsed.observations.filter((one) => one.metric === "views").map((one) => one.value)).toEqual(
					rows.map(([, views]) => views),
				);
			}),
		);
	});
});

describe("other tables", () => {
	test("Medium's audience months, newest first", () => {
		const parsed = read(
			"period_start,period_end,followers_gained,followers_lost,followers_net,followers_total,subscribers_gained,subscribers_lost,subscribers_net,subscribers_total,referred_members_gained,referred_members_lost,referred_members_net,referred_members_total,referred_member_earnings\n" +
				'2023-06-01,2023-06-30,12,2,10,340,3,0,3,40,0,0,0,2,"$8.30"\n2023-05-01,2023-05-31,9,1,8,330,1,0,1,37,0,0,0,2,$0.00\n',
		);
		expect(parsed.format).toBe("medium-audience-csv");
		expect(lines(parsed)).toEqual(
			expect.arrayContaining(["account followers 2023-06-01 = 340", "account referralEarnings 2023-06-01 = 830 USD"]),
		);
		expect(new Set(parsed.observations.map((one) => one.period.grain))).toEqual(new Set(["month"]));
	});

	test("dates that are day first although the file does not show it, cents before dollars", () => {
		const parsed = read(
			`date,postId,title,views,reads,claps,replies,highlights,follows,earningsCents,earningsUSD\n03/04/2026,${A},T,5,2,1,0,0,0,17,0.17`,
		);
		expect(parsed.format).toBe("stats-export-csv");
		expect(lines(parsed)).toContain(`story:${A} earnings 2026-04-03 = 17 USD`);
		expect(lines(parsed).filter((line) => line.includes("earnings"))).toHaveLength(1);
	});

	test("stories by title with the day they were published", () => {
		const parsed = read('Title,Views,Reads,R/V,Claps,Fans,C/F,Date\n"A lamp, lit",120,45,37.5%,90,7,12.9,2021/3/5\n');
		expect(parsed.format).toBe("better-stats-stories-csv");
		expect(lines(parsed)[0]).toBe("title:a lamp, lit views lifetime = 120");
		expect(parsed.stories[0]).toMatchObject({ title: "A lamp, lit", publishedAt: "2021-03-05T00:00:00.000Z" });
	});

	test("days split into three columns", () => {
		expect(lines(read("Year,Month,Day,Views\n2021,3,5,44\n2021,2,30,1"))).toEqual(["account views 2021-03-05 = 44"]);
	});

	test("a table pasted from a spreadsheet: tabs, months by name, other people's commas", () => {
		const parsed = read("Month\tEarnings\tReads\nMarch 2026\t1.234,56 €\t1.2K\nFebruary 2026\t980,00 €\t900\n");
		expect(lines(parsed)).toEqual([
			"account earnings 2026-03-01 = 123456 EUR",
			"account reads 2026-03-01 = 1200",
			"account earnings 2026-02-01 = 98000 EUR",
			"account reads 2026-02-01 = 900",
		]);
		expect(parsed.observations[1]?.rounding).toBe("abbreviated");
	});

	test("quoted ids and links", () => {
		const parsed = read(
			`title,id,href,presentations,views,reads,claps,followersGained,subscribersGained\n"T","${A}","https://medium.com/p/${A}","9","8","7","6","5","4"`,
		);
		expect(parsed.format).toBe("stats-extension-csv");
		expect(parsed.observations).toHaveLength(6);
	});

	test("rows out of shape are refused by number, and ambiguous dates are not guessed", () => {
		const parsed = read(
			"Date,Views,Reads\n2026-01-02,5,2\n03/04/2026,5,2\n2026-01-03,five,2\n2026-01-04,1,2,3\n2026-01-05,7",
		);
		expect(parsed.rejected.map(({ row }) => row)).toEqual([3, 4, 5, 6]);
		expect(parsed.rejected[3]?.reason).toBe("The row is cut short");
		expect(lines(parsed)).toEqual(["account views 2026-01-02 = 5", "account reads 2026-01-02 = 2"]);
	});

	test("stamps of UTC days in somebody's evening are the next date", () => {
		const parsed = read(`id,date,views\n${A},2025-03-02T19:00:00,4\n${A},2025-03-10T20:00:00,5`);
		expect(lines(parsed)).toEqual([`story:${A} views 2025-03-03 = 4`, `story:${A} views 2025-03-11 = 5`]);
	});
});

describe("what is no stats file", () => {
	test.each([
		["", "empty"],
		["  \n", "empty"],
		["{", "cut short"],
		[`${GUARD}{"payload":{"value":[{"postId":`, "cut short"],
		["[1,2", "cut short"],
		['{"payload":{"user":{}}}', "not of stats"],
		['{"success":false,"error":"Not signed in"}', "Medium answered with an error"],
		['{"errors":[{"message":"Forbidden"}],"data":null}', "Medium answered with an error"],
		['[{"errors":[{"message":"Forbidden"}]}]', "Medium answered with an error"],
		['{"data":{"viewer":{}}}', "no stats"],
		["{}", "no stats"],
		['<?xml version="1.0"?><rss></rss>', "feed"],
		["<!doctype html><html></html>", "web page"],
		["PK\u0003\u0004\u0000", "not text"],
		["name,colour\nlamp,green", "columns are not known"],
		["Title,Views", "no figures"],
		["Title,Views\nA,many", "Not one row"],
		["just a sentence", "columns are not known"],
	])("%j", (text, message) => {
		expect(() => read(text)).toThrow(StatsFileError);
		expect(() => read(text)).toThrow(message);
	});

	test("no text throws anything but a StatsFileError", () => {
		const pieces = fc.constantFrom(
			"{",
			"}",
			"[",
			"]",
			'"payload"',
			'"value"',
			":",
			",",
			";",
			"\n",
			"Title",
			"Views",
			"Date",
			'"',
			"1",
			"\t",
			GUARD,
		);
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string(),
					fc.array(pieces).map((parts) => parts.join("")),
				),
				(text) => {
					try {
						const parsed = read(text);
						expect(parsed.observations.length).toBeGreaterThan(0);
						for (const one of parsed.observations) expect(Number.isSafeInteger(one.value) && one.value >= 0).toBe(true);
					} catch (error) {
						expect(error).toBeInstanceOf(StatsFileError);
					}
				},
			),
			{ numRuns: 500 },
		);
	});
});
