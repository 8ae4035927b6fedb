import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { A, B, lines, read } from "#tests/support/stats-answers.ts";
import { english, message } from "../../words/message.ts";

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
		expect(parsed.rejected).toEqual([{ row: 5, reason: { text: expect.stringContaining("#") } }]);
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
		expect(parsed.rejected[3]?.reason).toEqual(message("The row is cut short"));
		expect(lines(parsed)).toEqual(["account views 2026-01-02 = 5", "account reads 2026-01-02 = 2"]);
	});

	test("a table without a column for the story is the account's; in one with it a row without a story is not taken", () => {
		expect(lines(read("Month,Published,Earnings\n2026-03,,7.00"))).toEqual(["account earnings 2026-03-01 = 700 USD"]);
		const parsed = read(`Month,Id,Title,Published,Earnings\n2026-03,${A},Bread,2026-03-01,5.00\n2026-03,,,,7.00`);
		expect(lines(parsed)).toHaveLength(1);
		expect(parsed.rejected).toEqual([{ row: 3, reason: message("The row names no story") }]);
	});

	test("negative amounts are corrections, in cents or in money, of the account or of a story", () => {
		const parsed = read(
			`Month,Id,Earnings,Reads\n2026-01,${A},$12.00,40\n2026-01,${B},-$3.50,0\n2026-02,${A},($0.80),12`,
		);
		expect(parsed.rejected).toEqual([]);
		expect(lines(parsed).filter((line) => line.includes("earnings"))).toEqual([
			`story:${A} earnings 2026-01-01 = 1200 USD`,
			`story:${B} earnings 2026-01-01 = -350 USD`,
			`story:${A} earnings 2026-02-01 = -80 USD`,
		]);
		expect(parsed.notes.map(english).join()).toContain("corrections");
		const cents = read("Month,Earnings cents\n2026-01,-350\n2026-02,1.5\n2026-03,$3");
		expect(lines(cents)).toEqual(["account earnings 2026-01-01 = -350 USD"]);
		expect(cents.rejected.map(({ row }) => row)).toEqual([3, 4]);
	});

	test("a correction in a row of its own lowers its month, whichever row comes first", () => {
		const rows = [
			"2026-01,$12.00",
			"2026-01,-$3.50",
			"2026-01,-$1.00",
			"2026-01,-$1.00",
			"2026-02,$5.00",
			"2026-02,-$9.00",
		];
		for (const text of [rows, rows.toReversed()]) {
			const parsed = read(`Month,Earnings\n${text.join("\n")}`);
			expect(parsed.rejected).toEqual([]);
			expect(lines(parsed).sort()).toEqual([
				"account earnings 2026-01-01 = 750 USD",
				"account earnings 2026-02-01 = -400 USD",
			]);
		}
		const contradicting = read("Month,Earnings,Reads\n2026-01,$12.00,40\n2026-01,-$3.50,41");
		expect(contradicting.rejected.map(({ row }) => row)).toEqual([3]);
		expect(lines(contradicting)).toContain("account earnings 2026-01-01 = 1200 USD");
	});

	test("counts are never negative", () => {
		expect(read("Month,Reads\n2026-01,-4\n2026-02,3").rejected.map(({ row }) => row)).toEqual([2]);
	});

	test("stamps of UTC days in somebody's evening are the next date", () => {
		const parsed = read(`id,date,views\n${A},2025-03-02T19:00:00,4\n${A},2025-03-10T20:00:00,5`);
		expect(lines(parsed)).toEqual([`story:${A} views 2025-03-03 = 4`, `story:${A} views 2025-03-11 = 5`]);
	});
});

describe("a table without any time", () => {
	const text = "Title,Reads,Earnings\nBread,40,$108.00\nRice,2,$3.00";
	const first = ["title:bread reads", "title:bread earnings"];

	test("is of the month it is given", () => {
		const parsed = read(text, "amounts.csv", "2026-08");
		expect(lines(parsed).slice(0, 2)).toEqual([`${first[0]} 2026-08-01 = 40`, `${first[1]} 2026-08-01 = 10800 USD`]);
		expect(parsed).toMatchObject({ month: "2026-08", undated: false, notes: [] });
		const dated = read("Title,Date,Earnings\nBread,2026-05-02,$1.00\nRice,2026-06-02,$3.00", "a.csv", "2026-08");
		expect(lines(dated)[0]).toBe("title:bread earnings 2026-08-01 = 100 USD");
		expect(dated.stories[0]?.publishedAt).toBe("2026-05-02T00:00:00.000Z");
	});

	test("holds totals to date without one, and says so of amounts", () => {
		const parsed = read(text);
		expect(lines(parsed).slice(0, 2)).toEqual([`${first[0]} lifetime = 40`, `${first[1]} lifetime = 10800 USD`]);
		expect(parsed).toMatchObject({ month: null, undated: true });
		expect(parsed.notes.map(english)).toEqual([expect.stringMatching(/count as totals to date/)]);
		expect(read("Title,Reads\nBread,40")).toMatchObject({ undated: false, notes: [] });
	});

	test("rows that name their time keep it", () => {
		const parsed = read("Month,Earnings\n2026-01,$2.00", "months.csv", "2026-08");
		expect(lines(parsed)).toEqual(["account earnings 2026-01-01 = 200 USD"]);
		expect(parsed).toMatchObject({ month: null, undated: false });
	});
});

test.each([
	["Date,Title,Earnings", null, "2026-05-02T00:00:00.000Z"],
	["Day,Title,Earnings", "2026-05-02", null],
	["Date,Title,Earnings,Published", "2026-05-02", "2026-04-30T00:00:00.000Z"],
])("where every story stands once, %s says whether its date is of the figures", (header, start, publishedAt) => {
	const { observations, stories } = read(
		`${header}\n2026-05-02,A lamp,1.50${header.endsWith("Published") ? ",2026-04-30" : ""}`,
	);
	expect(observations.map(({ period }) => period.start)).toEqual([start]);
	expect(stories[0]?.publishedAt).toBe(publishedAt);
});

const boostsOf = ({ stories }: ReturnType<typeof read>) => stories.map(({ boostedAt }) => boostedAt?.slice(0, 10));

test("a Boost that is still to come is not taken: its row is refused, or comes in with its figures only", () => {
	const until = (text: string) => read(text, "stats", undefined, "2026-03-20");
	const alone = until(`Id,Boosted\n${A},2036-03-02\n${B},2026-03-20`);
	expect(boostsOf(alone)).toEqual(["2026-03-20"]);
	expect(alone.rejected.map(({ row, reason }) => [row, english(reason)])).toEqual([
		[2, "The day of the Boost, 2036-03-02, is still to come"],
	]);
	const figures = until(`Id,Boosted,Views\n${A},2036-03-02,5\n${B},2036-03-03,6`);
	expect(boostsOf(figures)).toEqual([undefined, undefined]);
	expect(figures.rejected).toEqual([]);
	expect(figures.observations).toHaveLength(2);
	expect(figures.notes.map(english)).toEqual([
		"2 rows came in without the day of their Boost. Row 2, for one: The day of the Boost, 2036-03-02, is still to come",
	]);
});

test.each([
	["its own dates", "2026-01-01,05/02/2026", "2026-01-02,25/02/2026"],
	["those of another column", "13/01/2026,05/02/2026", "02/01/2026,2026-02-25"],
])("of a column of dates %s say whether day or month is first", (_, first, second) => {
	for (const header of ["Title,Published,Boosted,Views", "Title,Published,Boosted,"]) {
		const parsed = read(`${header}\nLamps,${first},4\nTides,${second},5`);
		expect(boostsOf(parsed)).toEqual(["2026-02-05", "2026-02-25"]);
		expect(parsed.rejected).toEqual([]);
	}
});

test("a day of a story that cannot be read is said where its figures come in", () => {
	const rows = ["Lamps,soon,05/02/2026,4", "Tides,,no,5", "Boats,2026-01-01,maybe,6"];
	const parsed = read(["Title,Published,Boosted,Views", ...rows].join("\n"));
	expect(parsed.observations).toHaveLength(3);
	expect(parsed.notes.map(english)).toEqual([
		'Row 2 came in without its day of publication: The day of publication is not a date: "soon"',
		'2 rows came in without the day of their Boost. Row 2, for one: The date may be day or month first: "05/02/2026"',
	]);
});

test("a table that tells of Boosts only is read for them", () => {
	const header = "Id,Title,Published,Boosted";
	const rows = [`${A},A lamp,2026-04-30,2026-05-02`, `${B},A ferry,2026-05-01,`, "0123456789ab,A desk,,soon"];
	const { observations, stories, rejected, notes } = read([header, ...rows].join("\n"));
	expect(observations).toEqual([]);
	expect(stories.map(({ subject, boostedAt }) => [subject, boostedAt])).toEqual([
		[`story:${A}`, "2026-05-02T00:00:00.000Z"],
	]);
	expect(rejected).toEqual([{ row: 4, reason: expect.objectContaining({ values: { text: "soon" } }) }]);
	expect(notes.map(english)).toEqual(["The file has no figures, only the day on which 1 story was boosted."]);
	expect(() => read(`${header}\n${B},A ferry,2026-05-01,`)).toThrow(/no figures/);
	expect(() => read("Title,Published\nA lamp,2026-05-01")).toThrow(/columns are not known/);
});
