import { expect, test } from "#tests/support/studio.ts";
import { blocks, text, write } from "#tests/support/write-page.ts";

const LINES = ["first line", "second line", "third line", "fourth line"];

const paragraphs = (lines: readonly string[]) => [
	{ type: "title", spans: [{ text: "A title" }] },
	...lines.map((line) => ({ type: "paragraph", spans: line === "" ? [] : [{ text: line }] })),
];

/** Keys follow each other with no time between them, from where a click has put the caret. */
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

test("keys act where the caret is seen, however soon they follow the one that moved it", async ({ page, studio }) => {
	await write(page, studio, ...LINES.flatMap((line, at) => (at === 0 ? [line] : ["Enter", line])));
	// Twice: the second time everything has run before, and is quicker.
	for (const { keys, after } of [...WAYS, ...WAYS]) {
		await text(page).getByText("second line").click();
		for (const key of keys) await page.keyboard.press(key);
		await page.keyboard.type("x");
		expect(await blocks(page, studio), keys.join(", ")).toEqual(paragraphs(after));
		for (let undo = 0; undo < 8; undo += 1) {
			if ((await text(page).locator("p").allTextContents()).join() === LINES.join()) break;
			await page.keyboard.press("Control+z");
		}
	}
});
