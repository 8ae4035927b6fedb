import { expect, test } from "vitest";
import { questionOf } from "./question.ts";

const NAMES = ["earn-light", "earn-dark", "plan-dark"];

test("words choose pictures by their names, and none choose all", () => {
	expect(questionOf([], NAMES)).toEqual({ names: NAMES, all: true, said: null });
	expect(questionOf(["dark", "earn"], NAMES)).toEqual({ names: ["earn-dark"], all: false, said: null });
});

test.each([[["earn", "--help"]], [["earn", "-h"]], [["help"]]])(
	"%s says how it is asked, and takes no picture",
	(words) => {
		const { names, said } = questionOf(words, NAMES);
		expect(names).toEqual([]);
		expect(said).toMatchObject({ status: 0, text: expect.stringContaining("npm run gallery -- earn dark") });
	},
);

test("help among other words is part of a name", () => {
	expect(questionOf(["dark", "help"], [...NAMES, "help-dark"]).names).toEqual(["help-dark"]);
});

test("what is no option and what no name contains is said, and takes no picture", () => {
	expect(questionOf(["--json"], NAMES)).toMatchObject({ names: [], said: { status: 2 } });
	expect(questionOf(["--json"], NAMES).said?.text).toMatch(/^There is no option --json\./);
	expect(questionOf(["earn", "zoom"], NAMES)).toMatchObject({ names: [], said: { status: 2 } });
	expect(questionOf(["earn", "zoom"], NAMES).said?.text).toMatch(/“earn” and “zoom”/);
});
