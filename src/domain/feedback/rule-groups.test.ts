import { expect, test } from "vitest";
import { RULE_GROUPS } from "./rule-groups.ts";
import { RULES } from "./rules.ts";

test("no two rules have the same name", () => {
	const names = RULES.map((rule) => rule.name.toLowerCase());
	expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

test("every rule stands in one group, of its own area", () => {
	const listed = RULE_GROUPS.flatMap(({ area, rules }) => rules.map((rule) => ({ area, id: rule.id })));
	const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
	expect(listed.toSorted(byId)).toEqual(RULES.map(({ area, id }) => ({ area, id })).toSorted(byId));
});
