import { $getRoot, $getSelection, $isRangeSelection } from "lexical";
import { expect, test } from "vitest";
import type { Block, StoryDocument } from "#domain/story/schema.ts";
import { StorySnapshots } from "../../convert/snapshot.ts";
import { createStoryEditor } from "../../story-editor.ts";
import { $blockById } from "../block-ids/block-ids.ts";
import { $replaceText, $selectText } from "./text-range.ts";

const paragraph: Block = {
	id: "p",
	type: "paragraph",
	spans: [
		{ text: "A very " },
		{ text: "very bold", bold: true },
		{ text: "\nnight, and " },
		{ text: "more", italic: true },
	],
};
const list: Block = {
	id: "l",
	type: "list",
	ordered: false,
	items: [
		{ spans: [{ text: "first lamp" }], depth: 0 },
		{ spans: [{ text: "second lamp" }], depth: 0 },
	],
};

function open() {
	const document: StoryDocument = {
		version: 1,
		blocks: [{ id: "t", type: "title", spans: [{ text: "T" }] }, paragraph, list],
	};
	const editor = createStoryEditor(document, (error) => {
		throw error;
	});
	const run = <T>(work: () => T): T => {
		let result: T | undefined;
		editor.update(
			() => {
				result = work();
			},
			{ discrete: true },
		);
		return result as T;
	};
	const block = (id: string) =>
		new StorySnapshots().document(editor.getEditorState()).blocks.find((one) => one.id === id);
	return { editor, run, block };
}

test.each([
	["p", 2, "very"],
	["p", 7, "very bold"],
	["p", 0, "A very very"],
	["p", 17, "night"],
	["p", 24, "and more"],
	["l", 0, "first"],
	["l", 11, "second lamp"],
])("%s %i selects %s", (id, start, quote) => {
	const { run, editor } = open();
	run(() => $selectText($blockById(id)!, start, quote));
	const selected = editor.read("latest", () => {
		const selection = $getSelection();
		return $isRangeSelection(selection) ? selection.getTextContent() : null;
	});
	expect(selected).toBe(quote);
});

test("other words are put in place and keep the look of the first one", () => {
	const { run, block } = open();
	expect(run(() => $replaceText($blockById("p")!, 7, "very", "really"))).toBe(true);
	expect(block("p")).toEqual({
		...paragraph,
		spans: [{ text: "A very " }, { text: "really bold", bold: true }, ...paragraph.spans.slice(2)],
	});
	expect(run(() => $replaceText($blockById("p")!, 2, "very ", ""))).toBe(true);
	expect(block("p")).toMatchObject({ spans: [{ text: "A " }, { text: "really bold", bold: true }, {}, {}] });
	expect(run(() => $replaceText($blockById("l")!, 18, "lamp", "light"))).toBe(true);
	expect(block("l")).toMatchObject({ items: [{}, { spans: [{ text: "second light" }] }] });
});

test("words that are gone are left alone", () => {
	const { run, block, editor } = open();
	expect(run(() => $replaceText($blockById("p")!, 3, "very", "really"))).toBe(false);
	expect(run(() => $replaceText($blockById("p")!, 400, "very", "really"))).toBe(false);
	expect(block("p")).toEqual(paragraph);
	expect(editor.read("latest", () => $getRoot().getChildrenSize())).toBe(3);
});
