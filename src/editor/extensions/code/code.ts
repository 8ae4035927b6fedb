import { defineExtension } from "lexical";
import { CodeBlockNode } from "../../nodes/CodeBlockNode.ts";
import { $plainCode } from "../structure/set-block.ts";

/** Keeps marks and links out of code. */
export const CodeExtension = defineExtension({
	name: "inkhour/code",
	register: (editor) => editor.registerNodeTransform(CodeBlockNode, $plainCode),
});
