import { describe, expect, test } from "vitest";
import { A, B, entry, GUARD, lines, page, read } from "#tests/support/stats-answers.ts";
import { english, message } from "../../words/message.ts";
import { StatsFileError } from "./format.ts";

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
		expect(english(parsed.rejected[3]?.reason ?? "")).toContain("row 1");
		expect(lines(parsed)[0]).toBe(`story:${A} views lifetime = 120`);
		expect(parsed.notes.map(english).join()).toContain("one page of several");
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
		expect(parsed.rejected).toEqual([
			{ row: 2, reason: message("The amount is not a whole number of cents"), month: "2022-01" },
		]);
		expect(parsed.asOf).toBe("2022-03-14T10:00:00.000Z");
		expect(parsed.stories[0]).toMatchObject({ words: 900, readingSeconds: 204, tags: ["light"] });
	});

	test("negative amounts are corrections", () => {
		const { currentMonthAmount, postAmounts, completedMonthlyAmounts } = dashboard.payload;
		const corrected = {
			payload: {
				currentMonthAmount: { ...currentMonthAmount, amount: -2170, hightowerUserBonusAmount: -200 },
				completedMonthlyAmounts: [{ ...completedMonthlyAmounts[0], amount: -300, withholdingAmount: -30 }],
				postAmounts: [{ ...postAmounts[0], amount: -90 }],
			},
		};
		const parsed = read(GUARD + JSON.stringify(corrected));
		expect(parsed.rejected).toEqual([]);
		expect(lines(parsed)).toEqual([
			"account payout 2022-02-01 = 4500 USD",
			"account earnings 2022-02-01 = -300 USD",
			"account withheld 2022-02-01 = -30 USD",
			"account earnings 2022-03-01 = -2340 USD",
			"account referralEarnings 2022-03-01 = -170 USD",
			`story:${A} earnings lifetime = 9000 USD`,
			`story:${A} earnings 2022-03-01 = -90 USD`,
		]);
		expect(parsed.notes.map(english).join()).toContain("corrections");
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

	test("a day that was corrected below nothing is read", () => {
		const day = Date.UTC(2026, 2, 1);
		const days = [
			{ periodStartedAt: day, amount: { currencyCode: "USD", units: -1, nanos: -250_000_000 } },
			{ periodStartedAt: day + 86_400_000, amount: -17 },
		];
		const parsed = read(JSON.stringify({ data: { post: { id: B, earnings: { dailyEarnings: days } } } }));
		expect(parsed.rejected).toEqual([]);
		expect(lines(parsed)).toEqual([
			`story:${B} earnings 2026-03-01 = -125 USD`,
			`story:${B} earnings 2026-03-02 = -17 USD`,
		]);
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
