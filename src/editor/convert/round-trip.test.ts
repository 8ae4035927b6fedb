import { buildEditorFromExtensions } from "@lexical/extension";
import fc from "fast-check";
import { $getRoot, $getState, defineExtension, type LexicalEditor } from "lexical";
import { expect, test } from "vitest";
import { canonicalDocument } from "#domain/story/canonical.ts";
import { parseStoryDocument, parseStoryDocumentJson } from "#domain/story/parse.ts";
import type { Block, StoryDocument } from "#domain/story/schema.ts";
import { BlockIdsExtension } from "../extensions/block-ids/block-ids.ts";
import { STORY_NODES } from "../nodes/index.ts";
import { blockIdState } from "../nodes/states.ts";
import { StorySnapshots } from "./snapshot.ts";
import { storyDocuments } from "./story-arbitrary.ts";
import { $nodeOfBlock, $setDocument } from "./to-nodes.ts";

function editorWith(document: StoryDocument): LexicalEditor {
	const editor = buildEditorFromExtensions(
		defineExtension({
			name: "test",
			nodes: STORY_NODES,
			dependencies: [BlockIdsExtension],
			$initialEditorState: () => $setDocument(document),
			onError: (error) => {
				throw error;
			},
		}),
	);
	editor.update(() => {}, { discrete: true });
	return editor;
}

const read = (editor: LexicalEditor) => new StorySnapshots().document(editor.getEditorState());

test("document → editor → document is the identity on canonical documents", () => {
	fc.assert(
		fc.property(storyDocuments, (raw) => {
			const document = canonicalDocument(raw);
			expect(parseStoryDocument(document)).toEqual(document);
			const editor = editorWith(document);
			expect(read(editor)).toEqual(document);
			// Touching every block runs every transform; nothing may move.
			editor.update(
				() => {
					for (const node of $getRoot().getAllTextNodes()) node.markDirty();
					for (const node of $getRoot().getChildren()) node.markDirty();
				},
				{ discrete: true },
			);
			expect(read(editor)).toEqual(document);
			// To the letter, so that what was only opened is never taken for changed.
			const json = new StorySnapshots().json(editor.getEditorState());
			expect(json).toBe(JSON.stringify(document));
			expect(JSON.stringify(parseStoryDocumentJson(json))).toBe(json);
		}),
		{ numRuns: 150 },
	);
});

test("a snapshot converts only the blocks that changed", () => {
	const blocks: Block[] = Array.from({ length: 20 }, (_, n) => ({
		id: `b${n}`,
		type: "paragraph",
		spans: [{ text: `Paragraph ${n}` }],
	}));
	const editor = editorWith({ version: 1, blocks });
	const snapshots = new StorySnapshots();
	const before = snapshots.document(editor.getEditorState());
	editor.update(() => $getRoot().getAllTextNodes()[7]?.setTextContent("Changed"), { discrete: true });
	const after = snapshots.document(editor.getEditorState());
	expect(after.blocks.filter((block, n) => block !== before.blocks[n]).map((block) => block.id)).toEqual(["b7"]);
	expect(snapshots.counts(editor.getEditorState()).words).toBe(39);
});

test("a copied block gets a new id, a moved one keeps its own", () => {
	const blocks: Block[] = ["a", "b"].map((id) => ({ id, type: "paragraph", spans: [{ text: id }] }));
	const editor = editorWith({ version: 1, blocks });
	editor.update(
		() => {
			const [first, second] = $getRoot().getChildren();
			first?.insertBefore($nodeOfBlock({ id: "b", type: "paragraph", spans: [{ text: "copy" }] }));
			if (second) first?.insertBefore(second);
		},
		{ discrete: true },
	);
	const ids = editor.read(() =>
		$getRoot()
			.getChildren()
			.map((node) => $getState(node, blockIdState)),
	);
	expect(ids.slice(1)).toEqual(["b", "a"]);
	expect(new Set(ids).size).toBe(3);
});
