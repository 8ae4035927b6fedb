import { expect, test } from "vitest";
import { A, B, read } from "#tests/support/stats-answers.ts";
import { english } from "../../words/message.ts";
import { withoutBoostsToCome } from "./still-to-come.ts";

/** Medium's answer about stories with the day each was boosted. */
const answer = (...boosts: [id: string, day: string | null][]) =>
	read(
		JSON.stringify({
			data: {
				user: {
					postsConnection: {
						edges: boosts.map(([id, day]) => ({
							node: {
								id,
								title: `Story ${id}`,
								totalStats: { views: 1 },
								...(day && { firstBoostedAt: Date.parse(day) }),
							},
						})),
					},
				},
			},
		}),
	);

test("a Boost of a day to come is left out of every format, and told", () => {
	const one = withoutBoostsToCome(answer([A, "2026-04-01"], [B, "2026-03-10"]), "2026-03-10");
	expect(one.stories.map(({ boostedAt }) => boostedAt?.slice(0, 10) ?? null)).toEqual([null, "2026-03-10"]);
	expect(one.notes.map(english).at(-1)).toBe(
		`The day of the Boost of Story ${A}, 2026-04-01, was not taken, because it is still to come.`,
	);
	const two = withoutBoostsToCome(answer([A, "2026-04-01"], [B, "2036-03-11"]), "2026-03-10");
	expect(two.notes.map(english).at(-1)).toMatch(/^The days of 2 Boosts were not taken, .* 2026-04-01 for Story/);
	const none = answer([A, "2026-03-09"], [B, null]);
	expect(withoutBoostsToCome(none, "2026-03-10")).toBe(none);
});
