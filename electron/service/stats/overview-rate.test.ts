import { expect, test } from "vitest";
import { bring, client, inEmptyLibrary } from "#tests/support/revenue-studio.ts";

inEmptyLibrary();

const table = (currency: string, story: string, months: readonly string[]) =>
	bring(
		`Month,Title,Earnings (${currency}),Member reads\n${months.map((month) => `${month},${story},20.00,1000`).join("\n")}`,
	);

test("a month in which other currencies were earned too does not tell what reading is worth in this one", async () => {
	await table("USD", "Lamps", ["2025-09", "2025-10", "2025-11", "2025-12", "2026-01"]);
	const { rate } = await client.earn.overview.query();
	expect(rate?.months).toHaveLength(5);
	await table("EUR", "Ferries", ["2025-12", "2026-01"]);
	const { rate: alone, currency } = await client.earn.overview.query();
	expect(currency).toBe("USD");
	expect(alone?.months.map(({ month }) => month)).toEqual(["2025-09", "2025-10", "2025-11"]);
	expect(alone?.likely).toBe(rate?.likely);
});
