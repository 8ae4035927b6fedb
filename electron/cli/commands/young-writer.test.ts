import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { addDays, daysBetween } from "#domain/stats/periods.ts";
import { folder, inCommandLibrary, library, run, told } from "#tests/support/command-library.ts";

inCommandLibrary();

test("a new writer is told the days that months lack, beside what these earned", async () => {
	const [from, until] = ["2026-09-01", "2026-11-10"];
	const rows = Array.from({ length: daysBetween(from, until) }, (_, at) => addDays(from, at))
		.filter((day) => day < "2026-10-10" || day > "2026-10-17")
		.filter((day) => day !== "2026-11-05")
		.map((day) => `${day},1a2b3c4d5e6f,A lamp,4.00,3600`);
	const file = join(folder, "days.csv");
	writeFileSync(file, ["Date,Id,Title,Earnings,Member ttr", ...rows].join("\n"));
	await run("stats", "import", file, "--library", library);
	const { text } = await told("project", "--library", library);
	expect(text).toMatch(/^2026-09 {2}\$120\.00$/m);
	expect(text).toMatch(/^2026-10 {2}\$92\.00, 8 days without figures$/m);
	expect(text).toMatch(/^2026-11 {2}\$32\.00 so far, 1 day without figures$/m);
});
