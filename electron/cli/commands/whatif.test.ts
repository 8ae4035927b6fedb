import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { folder, inOneCommandLibrary, library, run, told } from "#tests/support/command-library.ts";
import { inventedStories, storyMonthsTable } from "#tests/support/stats-files.ts";

inOneCommandLibrary();

beforeAll(async () => {
	const file = join(folder, "stories.csv");
	const stories = inventedStories(12, "2026-10");
	writeFileSync(file, storyMonthsTable(stories, "2026-10", 8));
	await run("stats", "import", file, "--library", library);
});

test("a month is explained to the cent", async () => {
	const { status, json } = await run("explain", "--month", "2026-10", "--library", library);
	expect(json).toMatchObject({
		asOf: expect.stringMatching(/^2026-/),
		outdated: false,
		untold: { stories: 0, earned: 0, earnedBefore: 0 },
	});
	expect(status).toBe(0);
	expect(json).toMatchObject({ month: "2026-10", before: "2026-09", currency: "USD" });
	expect(json.refusals).toEqual([expect.stringMatching(/^Of 2 stories without figures before 2026-10 the day/)]);
	const parts: number[] = Object.values(json.parts);
	expect(parts.reduce((sum, part) => sum + part, 0)).toBe(json.earned - json.earnedBefore);
	expect(json.stories[0]).toMatchObject({ title: expect.any(String), earned: expect.any(Number) });
	const { text } = await told("explain", "--month", "2026-10", "--library", library);
	expect(text).toMatch(
		/everything else\nWhat stories earned in 2026-10, and the change from 2026-09:\n +\$[\d.]+ {2}.+: \+\$[\d.]+, not known why; left in it over a year \$[\d.]+ to \$[\d.]+\n.+: -\$[\d.]+, mostly read less; left/,
	);
	const unknown = await run("explain", "--month", "2020-01", "--library", library);
	expect(unknown).toMatchObject({ status: 1, json: { refusals: [expect.stringContaining("2020-01")] } });
	expect(await run("explain", "--month", "May", "--library", library)).toMatchObject({
		status: 2,
		err: 'explain: --month "May" is not a month such as 2026-01\n',
	});
});

test("a what-if names what it is based on and what it cannot tell", async () => {
	const whatIf = await run("whatif", "--set", "cadence=6,rate=0.5", "--months", "2", "--library", library);
	expect(whatIf).toMatchObject({ status: 0, json: { assumptions: { cadence: 6, rate: 0.5 }, refusals: [] } });
	expect(whatIf.json.months).toHaveLength(2);
	expect(whatIf.json.basedOn).toEqual([expect.stringMatching(/^Rate: /), expect.stringMatching(/^Pace: /)]);
	const aim = ["whatif", "--set", "rate=0.5", "--months", "2", "--goal", "60000", "--library", library];
	const until = whatIf.json.months.at(-1).month;
	expect((await run(...aim)).json.goal).toEqual({
		minor: 60_000,
		until,
		base: expect.any(Number),
		other: expect.any(Number),
	});
	expect((await told(...aim)).text).toMatch(
		new RegExp(`^Chance of reaching \\$600\\.00 by the end of ${until}: .*%, as things are .*%$`, "m"),
	);
	expect((await run("whatif", "--set", "plan=false", "--library", library)).json.basedOn).toEqual([
		"Plan: no planned story has a text yet, so it changes nothing.",
	]);
	const apart = await run("whatif", "--set", "cadence=6", "--set", "rate=0.5", "--months", "2", "--library", library);
	expect(apart.json).toEqual(whatIf.json);
});

test("a projection in words tells old stories and new ones apart", async () => {
	const projected = (await told("project", "--months", "2", "--library", library)).text.trimEnd().split("\n");
	expect(projected).toContainEqual(expect.stringMatching(/^ {11}stories that are out \$/));
	expect(projected).toContainEqual(expect.stringMatching(/^ {11}new stories \$/));
	expect(projected.slice(-3)).toEqual([
		expect.stringMatching(/^In all {3}\$/),
		expect.stringMatching(/^Ranges do not add up/),
		"Drawn from earnings up to 2026-10-31.",
	]);
});

test("wrong assumptions are refused in one line", async () => {
	for (const [words, said] of [
		[["--set", "rate=0.5,rate=0.6"], "whatif: rate is given more than once\n"],
		[
			["--set", "stop=true,cadence=5"],
			"whatif: stop means that nothing new comes out; it goes with neither cadence nor series\n",
		],
		[["--set", "rate=1", "--months", "2", "--months", "3"], "whatif: --months is given more than once\n"],
		[
			["--set", "rate=1", "--months", "-1"],
			'whatif: --months has no value; one that begins with "-" is written --months=-1\n',
		],
	] as const)
		expect(await run("whatif", ...words, "--library", library)).toMatchObject({ status: 2, err: said });
	const wrong = await run("whatif", "--set", "speed=2", "--library", library);
	expect(wrong.err).toMatch(/^whatif: "speed=2" is not one of cadence, series/);
	expect((await run("whatif", "--set", "rate=-1", "--library", library)).err).toBe(
		"whatif: rate is a factor, 0 to 10; 1 is as things are\n",
	);
});

test("an explanation and a what-if of an earlier day say that they are", async () => {
	const month = ["explain", "--month", "2026-10", "--library", library] as const;
	const set = ["whatif", "--set", "rate=0.5", "--library", library] as const;
	for (const asked of [month, set]) {
		const [command, ...words] = asked;
		const past = await run(command, ...words, "--as-of", "2020-01-31");
		const notes = [expect.stringMatching(/^As it was on 2020-01-31T23:59.* under the assumptions of now/)];
		expect(past).toMatchObject({ status: 1, json: { notes } });
		const now = await run(command, ...words);
		expect(now.json.notes).toEqual([]);
		const today = new Date().toISOString().slice(0, 10);
		expect((await run(command, ...words, "--as-of", today)).json).toEqual(now.json);
		expect((await run(command, ...words, "--as-of", "31.1.2020")).status).toBe(2);
		expect((await run(command, ...words, "--as-of", "2999-01-31")).err).toMatch(/still to come/);
	}
});

test.each([["project"], ["explain", "--month", "2026-10"], ["whatif", "--set", "rate=0.5"]])(
	"%s in a currency in which nothing was earned is not what was asked for",
	async (...argv) => {
		const { status, json } = await run(...argv, "--currency", "GBP", "--library", library);
		expect(status).toBe(1);
		expect(json).toEqual({
			error: expect.objectContaining({
				code: "NOT_FOUND",
				message: expect.stringMatching(/^No earnings in GBP are known/),
			}),
		});
		expect((await run(...argv, "--currency", "USD", "--library", library)).status).toBe(0);
	},
);
