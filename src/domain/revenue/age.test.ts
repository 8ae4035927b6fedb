import { expect, test } from "vitest";
import { english } from "../words/message.ts";
import { ageMessage, earningsAge, leftMessage } from "./age.ts";

test("earnings are outdated once three whole months have passed since the newest", () => {
	expect(earningsAge("2026-07-31", "2026-10-31")).toEqual({ monthsSince: 2, old: true, outdated: false });
	expect(earningsAge("2026-07-31", "2026-11-01")).toEqual({ monthsSince: 3, old: true, outdated: true });
	expect(earningsAge("2022-01-12", "2026-11-26").monthsSince).toBe(57);
	expect(earningsAge("2026-11-20", "2026-11-26")).toEqual({ monthsSince: 0, old: false, outdated: false });
	expect(earningsAge("2026-12-05", "2026-11-26")).toMatchObject({ monthsSince: 0, outdated: false });
	expect(earningsAge(null, "2026-11-26")).toMatchObject({ old: false, outdated: false });
});

test("what is said of old figures calls no month past that may be still to come", () => {
	const said = (asOf: string | null) => {
		const found = ageMessage(asOf, earningsAge(asOf, "2026-11-26"));
		return found && english(found);
	};
	expect(said("2022-01-31")).toMatch(/of 2022-01-31, .* the 57 months .* months that are over .* still to come/);
	expect(said("2026-09-30")).toBe("The newest earnings are of 2026-09-30; the months shown start there.");
	expect(said("2026-10-31")).toBeNull();
	expect(said(null)).toBeNull();
});

test("what is left in stories is told while the figures are not outdated", () => {
	const said = (asOf: string) => leftMessage(asOf, earningsAge(asOf, "2026-11-26"));
	expect(english(said("2026-07-31") ?? "")).toMatch(
		/of 2026-07-31, .* the 3 months since then: what is left .* not told/,
	);
	expect(said("2026-09-30")).toBeNull();
});
