import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folder, inCommandLibrary, library, run, told } from "#tests/support/command-library.ts";

inCommandLibrary();

test("a projection from old figures says so and names its range; months must be a number", async () => {
	const path = join(folder, "months.csv");
	const months = ["01", "02", "03", "04", "05", "06", "07"].map((month, at) => `2024-${month},${20 + at}.50`);
	writeFileSync(path, `Month,Earnings\n${months.join("\n")}\n`);
	await run("stats", "import", path, "--library", library);
	const sentence = expect.stringMatching(/^The newest earnings are of 2024-07-31, .* Import newer figures/);
	expect((await run("project", "--library", library)).json).toMatchObject({
		notes: [sentence],
		outdated: true,
		monthsSince: expect.any(Number),
	});
	const whatIf = await run("whatif", "--set", "rate=0.5", "--library", library);
	expect(whatIf.json.notes).toEqual([sentence]);
	expect(whatIf.json.basedOn.at(-1)).toMatch(/^The months that are told are over by now/);
	const explained = await run("explain", "--month", "2024-07", "--library", library);
	expect(explained.json.notes).toEqual([expect.stringMatching(/what is left in stories is not told\.$/)]);
	const unknown = await run("explain", "--month", "2019-01", "--library", library);
	expect(unknown).toMatchObject({ status: 1, json: { notes: [], outdated: true } });
	const { text } = await told("project", "--library", library);
	expect(text.split("\n").slice(0, 3)).toEqual([
		sentence,
		"Ranges are meant to hold four months in five:",
		expect.stringMatching(/^2024-08 {2}\$\d/),
	]);
	writeFileSync(path, "Month,Earnings\n2024-10,21.00\n");
	await run("stats", "import", path, "--library", library);
	expect((await run("project", "--library", library)).json).toMatchObject({
		fittedOn: 8,
		notes: [expect.stringMatching(/2024-10-31/), expect.stringMatching(/^2 months in between are not known/)],
	});
	const refused = await run("project", "--months", "abc", "--library", library);
	expect(refused).toMatchObject({ status: 2, err: 'project: --months "abc" is not a number\n' });
});

test("a projection has its months, its rate and its back-test; with too little it says what is missing and fails", async () => {
	const file = join(folder, "months.csv");
	const bring = async (rows: readonly string[]) => {
		writeFileSync(file, `Month,Earnings\n${rows.join("\n")}\n`);
		await run("stats", "import", file, "--library", library);
	};
	await bring(["2026-09,21.00", "2026-10,19.50"]);
	const refused = await run("project", "--months", "3", "--library", library);
	expect(refused.status).toBe(1);
	expect(refused.json).toMatchObject({
		currency: "USD",
		months: [],
		rate: null,
		refusals: ["2 months that are over and known are too few for an honest number. It takes 3."],
	});
	await bring(["2026-05,18.00", "2026-06,25.00", "2026-07,23.50", "2026-08,20.00"]);
	const { status, json } = await run("project", "--months", "4", "--seed", "7", "--library", library);
	expect(status).toBe(0);
	expect(json).toMatchObject({ asOf: "2026-10-31", currency: "USD", seed: 7, backtest: { origins: 3 } });
	expect(json.months.map(({ month }: { month: string }) => month)).toEqual([
		"2026-11",
		"2026-12",
		"2027-01",
		"2027-02",
	]);
	for (const { total } of json.months) {
		const edges = [total.p2_5, total.p10, total.p25, total.p50, total.p75, total.p90, total.p97_5];
		expect(edges).toEqual(edges.toSorted((a, b) => a - b));
	}
	expect((await run("project", "--months", "4", "--seed", "7", "--library", library)).json).toEqual(json);
	const past = await run("project", "--as-of", "2020-01-31", "--library", library);
	expect(past).toMatchObject({ status: 1, json: { months: [], notes: [expect.stringContaining("2020-01-31T23:59")] } });
	expect((await run("project", "--as-of", "31.1.2020", "--library", library)).err).toMatch(
		/^project: --as-of "31.1.2020"/,
	);
	expect((await run("project", "--as-of", "2020-02-30", "--library", library)).status).toBe(2);
	expect(await run("project", "--months", "13", "--library", library)).toMatchObject({
		err: "project: --months is a whole number, 1 to 12\n",
	});
});
