import { LinkNode } from "@lexical/link";
import { ParagraphNode } from "lexical";
import { CaptionedNode } from "./CaptionedNode.ts";
import { CardNode } from "./CardNode.ts";
import { CodeBlockNode } from "./CodeBlockNode.ts";
import { ListBlockNode, ListItemNode } from "./list.ts";
import { TextBlockNode } from "./TextBlockNode.ts";

/** Every node of a story. Lexical's own paragraph is replaced wherever Lexical makes one. */
export const STORY_NODES = [
	TextBlockNode,
	ListBlockNode,
	ListItemNode,
	CodeBlockNode,
	CaptionedNode,
	CardNode,
	LinkNode,
	{ replace: ParagraphNode, with: () => new TextBlockNode(), withKlass: TextBlockNode },
];
