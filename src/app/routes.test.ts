import { expect, test } from "vitest";
import { ALL_ROUTES } from "./rooms.ts";
import { isKnownFragment, parseRoute, routeFragment } from "./routes.ts";

test("every page's own address leads back to it", () => {
	for (const route of ALL_ROUTES) {
		expect(routeFragment(parseRoute(routeFragment(route)))).toBe(routeFragment(route));
		expect(isKnownFragment(routeFragment(route))).toBe(true);
	}
});

test.each([
	["", true],
	["#", true],
	["#/", true],
	["#/write", true],
	["#/write/3f2b", true],
	["#/plan", true],
	["#/plan/", true],
	["#/plan/calendar/2026-03", true],
	["#/earn/overview/", true],
	["#/nonsense", false],
	["#/wri", false],
	["#/write/3f2b/more", false],
	["#/plan/nonsense", false],
	["#/earn/stories/2026-03", false],
	["#/settings/gen", false],
])("%j leads to a page: %s", (fragment, known) => {
	expect(isKnownFragment(fragment)).toBe(known);
});
