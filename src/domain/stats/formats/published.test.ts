import { expect, test } from "vitest";
import { read } from "#tests/support/stats-answers.ts";
import { english } from "../../words/message.ts";
import { withoutImpossiblePublications } from "./published.ts";

const table = (...rows: string[]) => read(`Month,Title,Published,Earnings\n${rows.join("\n")}`);

test("a day of publication to come, or after the first figures, is not taken and said", () => {
	const parsed = withoutImpossiblePublications(
		table("2026-02,Bread,2027-03-01,$5.00", "2026-02,Rice,2026-03-05,$2.00", "2026-02,Tea,2026-02-27,$1.00"),
		"2026-03-10",
	);
	expect(parsed.stories.map(({ publishedAt }) => publishedAt)).toEqual([null, null, "2026-02-27T00:00:00.000Z"]);
	expect(parsed.observations).toHaveLength(3);
	expect(parsed.notes.map(english)).toEqual([
		"The day of publication of 2 stories was not taken, because it is still to come or after they were first paid, or read by members: 2027-03-01 for Bread, for one.",
	]);
});

test("a month of nothing before the publication is no contradiction", () => {
	const parsed = table("2026-02,Bread,2026-03-05,$0.00", "2026-03,Bread,2026-03-05,$5.00");
	expect(withoutImpossiblePublications(parsed, "2026-03-10")).toBe(parsed);
});

test("a view of a shared draft does not make the day of publication one that cannot be, a member's read does", () => {
	const parsed = (metric: string) =>
		withoutImpossiblePublications(
			read(`Month,Id,Published,${metric}\n2026-02,1a2b3c4d5e6f,2026-03-05,1\n2026-03,1a2b3c4d5e6f,2026-03-05,40`),
			"2026-03-10",
		);
	const { stories, notes } = parsed("Views");
	expect(stories[0]?.publishedAt).toBe("2026-03-05T00:00:00.000Z");
	expect(notes).toEqual([]);
	for (const metric of ["Member reads", "Member ttr"]) {
		expect(parsed(metric).stories[0]?.publishedAt).toBeNull();
		expect(parsed(metric).notes.map(english)).toEqual([
			"The day of publication of 1a2b3c4d5e6f, 2026-03-05, was not taken, because it is still to come or after it was first paid, or read by members.",
		]);
	}
});

test("an id that is not one of Medium's is said", () => {
	const parsed = read("Month,Id,Title,Earnings\n2026-02,zzz!,Bread,$5.00\n2026-02,1a2b3c4d5e6f,Rice,$2.00");
	expect(parsed.notes.map(english)).toEqual([
		'1 row has an id that is not one of Medium\'s, "zzz!": there the story is known by its address or title.',
	]);
});
