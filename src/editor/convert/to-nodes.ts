/** Story document → editor nodes. */
import { $createLineBreakNode, $createTextNode, $getRoot, $setState, type LexicalNode } from "lexical";
import type { Block, StoryDocument } from "#domain/story/schema.ts";
import { $createCaptioned } from "../nodes/CaptionedNode.ts";
import { $createCard } from "../nodes/CardNode.ts";
import { $createCodeBlock } from "../nodes/CodeBlockNode.ts";
import { $createList, $createListItem } from "../nodes/list.ts";
import { dropCapState, languageSourceState, startState } from "../nodes/states.ts";
import { $createTextBlock } from "../nodes/TextBlockNode.ts";
import { $inlineNodes } from "./inline.ts";

/** The node that shows a block. The block must be canonical. */
export function $nodeOfBlock(block: Block): LexicalNode {
	switch (block.type) {
		case "list": {
			const list = $createList(block.ordered, block.id);
			if (block.start !== undefined) $setState(list, startState, block.start);
			for (const item of block.items) list.append($createListItem(item.depth).append(...$inlineNodes(item.spans)));
			return list;
		}
		case "code": {
			const code = $createCodeBlock(block.language, block.id);
			$setState(code, languageSourceState, block.languageSource);
			return code.append(...$codeLines(block.text));
		}
		case "figure":
		case "gallery":
		case "embed": {
			const { id, caption, ...payload } = block;
			return $createCaptioned(payload, id).append(...$inlineNodes(caption));
		}
		case "linkCard":
		case "table":
		case "separator": {
			const { id, ...payload } = block;
			return $createCard(payload, id);
		}
		case "heading":
			return $createTextBlock(block.level === 1 ? "heading1" : "heading2", block.id).append(
				...$inlineNodes(block.spans),
			);
		default: {
			const node = $createTextBlock(block.type, block.id).append(...$inlineNodes(block.spans));
			return block.type === "paragraph" && block.dropCap ? $setState(node, dropCapState, true) : node;
		}
	}
}

/** Text of code as nodes: one text a line, line breaks between. */
export function $codeLines(text: string): LexicalNode[] {
	return text
		.split("\n")
		.flatMap((line, index) => [
			...(index > 0 ? [$createLineBreakNode()] : []),
			...(line === "" ? [] : [$createTextNode(line)]),
		]);
}

/** Puts a document into the editor in place of what is there. Call inside an update. */
export function $setDocument(document: StoryDocument): void {
	const root = $getRoot();
	root.clear();
	root.append(...document.blocks.map($nodeOfBlock));
	if (root.isEmpty()) root.append($createTextBlock("paragraph"));
}
