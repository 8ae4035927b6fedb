/** Every block keeps one id for life; a new, split or copied block gets a new one. */
import {
	$getNodeByKey,
	$getRoot,
	$getState,
	$isRootNode,
	$setState,
	defineExtension,
	type ElementNode,
	type Klass,
	type LexicalNode,
	mergeRegister,
	type NodeKey,
} from "lexical";
import { newBlockId } from "#domain/story/create.ts";
import { CaptionedNode } from "../../nodes/CaptionedNode.ts";
import { CardNode } from "../../nodes/CardNode.ts";
import { CodeBlockNode } from "../../nodes/CodeBlockNode.ts";
import { ListBlockNode } from "../../nodes/list.ts";
import { blockIdState } from "../../nodes/states.ts";
import { TextBlockNode } from "../../nodes/TextBlockNode.ts";

const BLOCK_CLASSES: readonly Klass<LexicalNode>[] = [
	TextBlockNode,
	ListBlockNode,
	CodeBlockNode,
	CaptionedNode,
	CardNode,
];

export const BlockIdsExtension = defineExtension({
	name: "inkhour/block-ids",
	register(editor) {
		/** Which node holds an id. An entry may be out of date and is checked before it is believed. */
		const owners = new Map<string, NodeKey>();
		editor.read("latest", () => {
			for (const node of $getRoot().getChildren()) owners.set($getState(node, blockIdState), node.getKey());
		});
		function $giveId(node: LexicalNode): void {
			if (!$isRootNode(node.getParent())) return;
			const id = $getState(node, blockIdState);
			const key = node.getKey();
			const owner = owners.get(id);
			if (id !== "" && owner === key) return;
			if (id !== "" && !$holds(owner, id)) {
				owners.set(id, key);
				return;
			}
			const fresh = newBlockId();
			owners.set(fresh, key);
			$setState(node, blockIdState, fresh);
		}
		return mergeRegister(...BLOCK_CLASSES.map((klass) => editor.registerNodeTransform(klass, $giveId)));
	},
});

function $holds(key: NodeKey | undefined, id: string): boolean {
	const node = key === undefined ? null : $getNodeByKey(key);
	return node !== null && $isRootNode(node.getParent()) && $getState(node, blockIdState) === id;
}

/** The top-level block with an id. */
export function $blockById(id: string): LexicalNode | null {
	return (
		$getRoot()
			.getChildren<ElementNode>()
			.find((node) => $getState(node, blockIdState) === id) ?? null
	);
}
