import {
	$getRoot,
	$getSelection,
	$isElementNode,
	$isRangeSelection,
	KEY_ARROW_DOWN_COMMAND,
	KEY_BACKSPACE_COMMAND,
	KEY_ENTER_COMMAND,
} from "lexical";
import { expect, test } from "vitest";
import type { Block } from "#domain/story/schema.ts";
import { StorySnapshots } from "./convert/snapshot.ts";
import { createStoryEditor } from "./story-editor.ts";

/** A headless page with the caret at the end of its last block. */
function page(...blocks: Block[]) {
	const editor = createStoryEditor({ version: 1, blocks }, (error) => {
		throw error;
	});
	const settle = () => editor.update(() => {}, { discrete: true });
	settle();
	const act = (work: () => void) => {
		editor.update(work, { discrete: true });
		settle();
	};
	act(() => $getRoot().selectEnd());
	const press = { preventDefault() {}, shiftKey: false, isComposing: false } as unknown as KeyboardEvent;
	return {
		enter: () => act(() => void editor.dispatchCommand(KEY_ENTER_COMMAND, press)),
		leave: () =>
			act(() => void editor.dispatchCommand(KEY_ENTER_COMMAND, { ...press, ctrlKey: true } as KeyboardEvent)),
		down: () => act(() => void editor.dispatchCommand(KEY_ARROW_DOWN_COMMAND, press)),
		backspace: () => act(() => void editor.dispatchCommand(KEY_BACKSPACE_COMMAND, press)),
		toBlock: (at: number) =>
			act(() => {
				const block = $getRoot().getChildAtIndex(at);
				if ($isElementNode(block)) block.selectEnd();
			}),
		toStart: () =>
			act(() => {
				const last = $getRoot().getLastChild();
				if ($isElementNode(last)) last.selectStart();
			}),
		type: (text: string) => {
			for (const character of text)
				act(() => {
					const selection = $getSelection();
					if ($isRangeSelection(selection)) selection.insertText(character);
				});
		},
		blocks: () => new StorySnapshots().document(editor.getEditorState()).blocks.map(({ id: _, ...block }) => block),
	};
}

const title = (text: string): Block => ({ id: "t", type: "title", spans: text === "" ? [] : [{ text }] });
const paragraph = (text: string): Block => ({ id: "p", type: "paragraph", spans: text === "" ? [] : [{ text }] });

test("Enter after the title makes a paragraph, and in a quote one after another ends it", () => {
	const one = page(title("A title"));
	one.enter();
	one.type("text");
	expect(one.blocks()).toEqual([
		{ type: "title", spans: [{ text: "A title" }] },
		{ type: "paragraph", spans: [{ text: "text" }] },
	]);
	const quote = page({ id: "q", type: "quote", spans: [{ text: "said" }] });
	quote.enter();
	quote.enter();
	quote.type("on");
	expect(quote.blocks()).toEqual([
		{ type: "quote", spans: [{ text: "said" }] },
		{ type: "paragraph", spans: [{ text: "on" }] },
	]);
});

test.each(["leave", "down"] as const)("%s goes from code at the end to a paragraph below it", (way) => {
	const code: Block = { id: "c", type: "code", text: "a\nb", language: null, languageSource: "none" };
	const one = page(title("A title"), code);
	one[way]();
	one.type("after");
	const { id: _, ...same } = code;
	expect(one.blocks().slice(1)).toEqual([same, { type: "paragraph", spans: [{ text: "after" }] }]);

	const start = page(title("A title"), code);
	start.toStart();
	start.down();
	start.type("x");
	expect(start.blocks().at(-1)).toMatchObject({ type: "code", text: "xa\nb" });
});

test("two empty lines end code, also where they are indented", () => {
	const code = (text: string): Block => ({ id: "c", type: "code", text, language: null, languageSource: "none" });
	for (const text of ["a", "if a:\n  b", "if a:\n\tb"]) {
		const one = page(title("A title"), code(text));
		one.enter();
		one.enter();
		expect(one.blocks()).toHaveLength(2);
		one.enter();
		one.type("after");
		expect(one.blocks().slice(1)).toMatchObject([{ text }, { type: "paragraph", spans: [{ text: "after" }] }]);
	}
	const gap = page(title("A title"), code("  a"));
	gap.enter();
	gap.enter();
	gap.type("b");
	gap.enter();
	expect(gap.blocks().slice(1)).toMatchObject([{ text: "  a\n  \n  b\n  " }]);
});

test("Enter right after `---` finds the line that is there; the next one makes a line", () => {
	const end = page(title("A title"), paragraph(""));
	end.type("---");
	end.enter();
	const kinds = () => end.blocks().map(({ type }) => type);
	expect(kinds()).toEqual(["title", "separator", "paragraph"]);
	end.enter();
	expect(kinds()).toEqual(["title", "separator", "paragraph", "paragraph"]);

	const typedOn = page(title("A title"), paragraph(""));
	typedOn.type("---a");
	typedOn.enter();
	typedOn.type("b");
	expect(typedOn.blocks().slice(2)).toMatchObject([{ spans: [{ text: "a" }] }, { spans: [{ text: "b" }] }]);

	const moved = page(title("A title"), paragraph("before"), { ...paragraph(""), id: "q" } as Block);
	moved.type("---");
	moved.toBlock(1);
	moved.enter();
	expect(moved.blocks().map(({ type }) => type)).toEqual(["title", "paragraph", "paragraph", "separator", "paragraph"]);
});

test("Enter in an empty list item leaves the list; in a deeper one it comes up first", () => {
	const list = page({
		id: "l",
		type: "list",
		ordered: false,
		items: [
			{ spans: [{ text: "one" }], depth: 0 },
			{ spans: [{ text: "two" }], depth: 1 },
		],
	});
	list.enter();
	list.enter();
	list.enter();
	list.type("after");
	expect(list.blocks()).toEqual([
		{
			type: "list",
			ordered: false,
			items: [
				{ spans: [{ text: "one" }], depth: 0 },
				{ spans: [{ text: "two" }], depth: 1 },
			],
		},
		{ type: "paragraph", spans: [{ text: "after" }] },
	]);
});

test("Backspace at the start of a heading or quote takes the mark away and keeps the words", () => {
	for (const block of [
		{ id: "h", type: "heading", level: 1, spans: [{ text: "words" }] },
		{ id: "q", type: "quote", spans: [{ text: "words" }] },
	] satisfies Block[]) {
		const one = page(paragraph("before"), block);
		one.toStart();
		one.backspace();
		expect(one.blocks()).toEqual([
			{ type: "paragraph", spans: [{ text: "before" }] },
			{ type: "paragraph", spans: [{ text: "words" }] },
		]);
	}
});

test("Backspace after a separator selects it first, then removes it", () => {
	const one = page(paragraph("before"), { id: "s", type: "separator" }, { ...paragraph("after"), id: "a" });
	one.toStart();
	one.backspace();
	expect(one.blocks().map((block) => block.type)).toEqual(["paragraph", "separator", "paragraph"]);
	one.backspace();
	expect(one.blocks()).toEqual([
		{ type: "paragraph", spans: [{ text: "before" }] },
		{ type: "paragraph", spans: [{ text: "after" }] },
	]);
});

test.each<[string, object]>([
	["# Head", { type: "heading", level: 1, spans: [{ text: "Head" }] }],
	["## Head", { type: "heading", level: 2, spans: [{ text: "Head" }] }],
	["> said", { type: "quote", spans: [{ text: "said" }] }],
	["- one", { type: "list", ordered: false, items: [{ spans: [{ text: "one" }], depth: 0 }] }],
	["3. three", { type: "list", ordered: true, start: 3, items: [{ spans: [{ text: "three" }], depth: 0 }] }],
	["a **b** c", { type: "paragraph", spans: [{ text: "a " }, { text: "b", bold: true }, { text: " c" }] }],
	["a *b* c", { type: "paragraph", spans: [{ text: "a " }, { text: "b", italic: true }, { text: " c" }] }],
	["a `b` c", { type: "paragraph", spans: [{ text: "a " }, { text: "b", code: true }, { text: " c" }] }],
	["2 * 3 * 4", { type: "paragraph", spans: [{ text: "2 * 3 * 4" }] }],
	["snake_case_name", { type: "paragraph", spans: [{ text: "snake_case_name" }] }],
	["[a](javascript:alert(1))", { type: "paragraph", spans: [{ text: "[a](javascript:alert(1))" }] }],
])("typing %s", (typed, block) => {
	const one = page(title("T"), paragraph(""));
	one.type(typed);
	expect(one.blocks().at(-1)).toEqual(block);
});
