/**
 * Editor state → story document, paying only for what changed.
 *
 * Lexical never changes a node of a committed state: a block whose nodes are the very same objects as
 * last time is the same block. Its converted form, its JSON text and its counts are taken from the cache.
 */
import { $getRoot, $isElementNode, type EditorState, type LexicalNode, type NodeKey } from "lexical";
import { type BlockCounts, countBlock, type StoryCounts, sumCounts } from "#domain/story/counts.ts";
import type { Block, StoryDocument } from "#domain/story/schema.ts";
import { STORY_DOCUMENT_VERSION } from "#domain/story/version.ts";
import { $blockOfNode } from "./to-blocks.ts";

interface Entry {
	/** Every node of the block, in order. */
	nodes: LexicalNode[];
	block: Block;
	json: string;
	counts: BlockCounts | null;
}

function $nodesOf(node: LexicalNode, into: LexicalNode[]): LexicalNode[] {
	into.push(node);
	if ($isElementNode(node)) for (const child of node.getChildren()) $nodesOf(child, into);
	return into;
}

/**
 * Whether a block's nodes are still the state's own objects. Nodes are linked to their neighbours and parents: one
 * more, one less or another order would have put another object in at least one place.
 */
function unchanged(known: readonly LexicalNode[], state: EditorState): boolean {
	for (const node of known) if (state._nodeMap.get(node.getKey()) !== node) return false;
	return true;
}

/** Reads documents out of the states of one editor. */
export class StorySnapshots {
	#entries = new Map<NodeKey, Entry>();
	#state: EditorState | null = null;
	#current: Entry[] = [];

	/** The document. Unchanged blocks are the same objects as in the snapshot before. */
	document(state: EditorState): StoryDocument {
		return { version: STORY_DOCUMENT_VERSION, blocks: this.#read(state).map((entry) => entry.block) };
	}

	/** The document's JSON text, joined from the text of its blocks. */
	json(state: EditorState): string {
		const blocks = this.#read(state).map((entry) => entry.json);
		return `{"version":${STORY_DOCUMENT_VERSION},"blocks":[${blocks.join(",")}]}`;
	}

	counts(state: EditorState): StoryCounts {
		return sumCounts(
			this.#read(state).map((entry) => {
				entry.counts ??= countBlock(entry.block);
				return entry.counts;
			}),
		);
	}

	#read(state: EditorState): readonly Entry[] {
		if (state === this.#state) return this.#current;
		const entries = new Map<NodeKey, Entry>();
		const current: Entry[] = [];
		state.read(() => {
			for (const child of $getRoot().getChildren()) {
				const known = this.#entries.get(child.getKey());
				if (known && unchanged(known.nodes, state)) {
					entries.set(child.getKey(), known);
					current.push(known);
					continue;
				}
				const block = $blockOfNode(child);
				if (block === null) continue;
				const entry = { nodes: $nodesOf(child, []), block, json: JSON.stringify(block), counts: null };
				entries.set(child.getKey(), entry);
				current.push(entry);
			}
		});
		this.#entries = entries;
		this.#state = state;
		this.#current = current;
		return current;
	}
}
