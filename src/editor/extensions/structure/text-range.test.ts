import { $getRoot, $getSelection, $getState, $isElementNode, $isRangeSelection, $setSelection } from "lexical";
import { expect, test } from "vitest";
import type { Block, StoryDocument } from "#domain/story/schema.ts";
import { StorySnapshots } from "../../convert/snapshot.ts";
import { blockIdState } from "../../nodes/states.ts";
import { createStoryEditor } from "../../story-editor.ts";
import { $blockById } from "../block-ids/block-ids.ts";
import { $replaceText, $selectionStart, $selectText } from "./text-range.ts";

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

test("where the selection starts is told as it was asked for, whichever way it was drawn", () => {
	const { run } = open();
	const start = () => {
		const place = $selectionStart();
		return place && { id: $getState(place.block, blockIdState), offset: place.offset };
	};
	run(() => $setSelection(null));
	expect(run(start)).toBeNull();
	for (const [id, offset, quote] of [
		["p", 2, "very"],
		["p", 17, "night"],
		["l", 11, "second lamp"],
	] as const) {
		const drawn = (backward: boolean) =>
			run(() => {
				const selection = $selectText($blockById(id)!, offset, quote)!;
				if (backward) {
					const { key, offset: at, type } = selection.anchor;
					selection.anchor.set(selection.focus.key, selection.focus.offset, selection.focus.type);
					selection.focus.set(key, at, type);
				}
				return start();
			});
		expect(drawn(false)).toEqual({ id, offset });
		expect(drawn(true)).toEqual({ id, offset });
	}
	const between = (id: string, place: "start" | "end") =>
		run(() => {
			const block = $blockById(id);
			if ($isElementNode(block)) block.select(...(place === "start" ? [0, 0] : []));
			return start();
		});
	expect(between("p", "start")).toEqual({ id: "p", offset: 0 });
	expect(between("p", "end")).toEqual({ id: "p", offset: 32 });
	expect(between("l", "start")).toEqual({ id: "l", offset: 0 });
});
