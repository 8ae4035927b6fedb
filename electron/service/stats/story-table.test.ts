import { expect, test } from "vitest";
import { bring, client, inEmptyLibrary } from "#tests/support/revenue-studio.ts";

inEmptyLibrary();

const earned = async (month: string | null) => {
	const { rows, currency, otherCurrencies, currencyChosen } = await client.earn.stories.query({ month });
	const figures = rows.map(({ figures: { earnings } }) => [earnings?.value, earnings?.currency]);
	return { figures, currency, otherCurrencies, currencyChosen };
};

test("days of a story in two currencies are not added up: the one of the other pages counts", async () => {
	await bring("Day,Title,Earnings (EUR)\n2026-01-01,Lamps,10.00\n2026-01-02,Lamps,5.00");
	await bring("Day,Title,Earnings (USD)\n2026-01-03,Lamps,100.00\n2026-01-04,Lamps,7.00\n2026-01-05,Lamps,1.00");
	const dollars = { currency: "USD", otherCurrencies: ["EUR"], currencyChosen: false };
	expect(await earned("2026-01")).toEqual({ figures: [[10_800, "USD"]], ...dollars });
	expect(await client.earn.overview.query()).toMatchObject({ months: [{ earnings: { value: 10_800 } }], ...dollars });
	await client.settings.update.mutate({ countedCurrency: "EUR" });
	const euros = { currency: "EUR", otherCurrencies: ["USD"], currencyChosen: true };
	expect(await earned("2026-01")).toEqual({ figures: [[1500, "EUR"]], ...euros });
	expect(await client.earn.overview.query()).toMatchObject({ months: [{ earnings: { value: 1500 } }], ...euros });
});

test("of a month stated in two currencies the one that counts is shown, however new the other is", async () => {
	await bring("Month,Title,Earnings (EUR)\n2026-01,Lamps,10.00");
	await bring("Month,Title,Earnings (USD)\n2026-01,Lamps,100.00\n2026-02,Tides,7.00");
	await client.settings.update.mutate({ countedCurrency: "EUR" });
	expect(await earned("2026-01")).toMatchObject({ figures: [[1000, "EUR"]] });
	expect(await client.earn.stories.query({ month: "2026-02" })).toMatchObject({ rows: [], months: ["2026-01"] });
});

test("lifetime totals are those of the currency in which months are known; without any, their own counts", async () => {
	await bring("Title,Earnings\nLamps,€10.00\nTides,€5.00");
	const euros = { currency: "EUR", otherCurrencies: [] };
	expect(await earned(null)).toMatchObject({
		figures: [
			[1000, "EUR"],
			[500, "EUR"],
		],
		...euros,
	});
	expect(await client.earn.overview.query()).toMatchObject({ lifetime: { value: 1500, currency: "EUR" }, ...euros });
	await bring("Month,Title,Earnings\n2026-01,Lamps,$3.00");
	const dollars = { currency: "USD", otherCurrencies: ["EUR"] };
	expect(await earned(null)).toMatchObject({ figures: [], ...dollars });
	expect(await client.earn.overview.query()).toMatchObject({ lifetime: null, ...dollars });
});
