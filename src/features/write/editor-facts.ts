/** What a session wants to know of its editor. */
import {
	$getSelection,
	$getState,
	$isRangeSelection,
	HISTORIC_TAG,
	type LexicalEditor,
	type NodeKey,
	type UpdateListenerPayload,
} from "lexical";
import type { BlockChoice } from "#editor/commands.ts";
import { $topBlock } from "#editor/extensions/structure/selection.ts";
import { $choiceOf } from "#editor/extensions/structure/set-block.ts";
import { blockIdState } from "#editor/nodes/states.ts";

/** The block that the caret is in; a picture or a card has no kind to choose. */
export function caretBlock(editor: LexicalEditor): { id: string | null; kind: BlockChoice | null } {
	return editor.read("latest", () => {
		const selection = $getSelection();
		const block = $isRangeSelection(selection) ? $topBlock(selection.anchor.getNode()) : null;
		return block ? { id: $getState(block, blockIdState), kind: $choiceOf(block) } : { id: null, kind: null };
	});
}

/** Whether an update changed a node, and not only the selection or what is drawn. */
export function changesText({
	tags,
	dirtyElements,
	dirtyLeaves,
	prevEditorState,
	editorState,
}: UpdateListenerPayload): boolean {
	const before = prevEditorState._nodeMap;
	const after = editorState._nodeMap;
	if (before === after) return false;
	// Undo puts a whole state in place and names no nodes.
	if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return tags.has(HISTORIC_TAG);
	const differs = (key: NodeKey) => before.get(key) !== after.get(key);
	return dirtyLeaves.values().some(differs) || dirtyElements.keys().some(differs);
}
