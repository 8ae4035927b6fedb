/** Editor nodes → blocks of the story document. */
import { $getState, type LexicalNode } from "lexical";
import { canonicalBlock, canonicalText } from "#domain/story/canonical.ts";
import type { Block, BlockOf } from "#domain/story/schema.ts";
import { $isCaptioned } from "../nodes/CaptionedNode.ts";
import { $isCard } from "../nodes/CardNode.ts";
import { $isCodeBlock } from "../nodes/CodeBlockNode.ts";
import { $isList, $isListItem } from "../nodes/list.ts";
import {
	blockIdState,
	captionedState,
	cardState,
	depthState,
	dropCapState,
	kindState,
	languageSourceState,
	languageState,
	orderedState,
	startState,
} from "../nodes/states.ts";
import { $isTextBlock, type TextBlockNode } from "../nodes/TextBlockNode.ts";
import { $spansOf } from "./inline.ts";

function $textBlock(id: string, node: TextBlockNode): Block {
	const spans = $spansOf(node.getChildren());
	const kind = $getState(node, kindState);
	switch (kind) {
		case "heading1":
			return { id, type: "heading", level: 1, spans };
		case "heading2":
			return { id, type: "heading", level: 2, spans };
		case "paragraph":
			return $getState(node, dropCapState)
				? { id, type: "paragraph", spans, dropCap: true }
				: { id, type: "paragraph", spans };
		default:
			return { id, type: kind, spans };
	}
}

/** The canonical block a top-level node shows; `null` for a node that is no block. */
export function $blockOfNode(node: LexicalNode): Block | null {
	if ($isTextBlock(node)) return $textBlock($getState(node, blockIdState), node);
	if ($isList(node)) {
		const start = $getState(node, startState);
		const list: BlockOf<"list"> = {
			id: $getState(node, blockIdState),
			type: "list",
			ordered: $getState(node, orderedState),
			...(start === null ? {} : { start }),
			items: node
				.getChildren()
				.filter($isListItem)
				.map((item) => ({ spans: $spansOf(item.getChildren()), depth: $getState(item, depthState) })),
		};
		if (list.items.length === 0) list.items.push({ spans: [], depth: 0 });
		return list;
	}
	if ($isCodeBlock(node))
		return {
			id: $getState(node, blockIdState),
			type: "code",
			text: canonicalText(node.getTextContent()).replace(/\n+$/, ""),
			language: $getState(node, languageState),
			languageSource: $getState(node, languageSourceState),
		};
	if ($isCaptioned(node))
		return canonicalBlock({
			...$getState(node, captionedState),
			id: $getState(node, blockIdState),
			caption: $spansOf(node.getChildren()),
		});
	if ($isCard(node)) return canonicalBlock({ ...$getState(node, cardState), id: $getState(node, blockIdState) });
	return null;
}
