import { expect, test } from "#tests/support/studio.ts";
import { blocks, text, write } from "#tests/support/write-page.ts";

const LINES = ["first line", "second line", "third line", "fourth line"];

const paragraphs = (lines: readonly string[]) => [
	{ type: "title", spans: [{ text: "A title" }] },
	...lines.map((line) => ({ type: "paragraph", spans: line === "" ? [] : [{ text: line }] })),
];

/** Keys follow each other with no time between them; each round begins where a click put the caret. */
const WAYS = [
	{
		keys: ["Control+Home", "ArrowDown", "End", "Enter"],
		after: ["first line", "x", "second line", "third line", "fourth line"],
	},
	{ keys: ["Control+End", "Enter"], after: [...LINES, "x"] },
	{ keys: ["End", "Shift+Home", "Backspace"], after: ["first line", "x", "third line", "fourth line"] },
	{ keys: ["Home", "Shift+End", "Delete"], after: ["first line", "x", "third line", "fourth line"] },
	{
		keys: ["Home", "Control+ArrowRight", "Enter"],
		after: ["first line", "second", "x line", "third line", "fourth line"],
	},
	{ keys: ["Control+End", "Control+Shift+ArrowLeft"], after: ["first line", "second line", "third line", "fourth x"] },
] as const;

for (const { keys, after } of WAYS)
	test(`what is typed right after ${keys.join(", ")} goes where the caret is`, async ({ page, studio }) => {
		await write(page, studio, ...LINES.flatMap((line, at) => (at === 0 ? [line] : ["Enter", line])));
		for (let round = 0; round < 4; round += 1) {
			await text(page).getByText("second line").click();
			for (const key of keys) await page.keyboard.press(key);
			await page.keyboard.type("x");
			expect(await blocks(page, studio)).toEqual(paragraphs(after));
			for (let undo = 0; undo < 8; undo += 1) {
				if ((await text(page).locator("p").allTextContents()).join() === LINES.join()) break;
				await page.keyboard.press("Control+z");
			}
		}
	});
