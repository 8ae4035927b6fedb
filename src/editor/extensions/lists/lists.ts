/** Tab and Shift+Tab in lists and code. After Escape, Tab leaves the page. */
import {
	$getSelection,
	$isRangeSelection,
	COMMAND_PRIORITY_LOW,
	defineExtension,
	KEY_DOWN_COMMAND,
	KEY_ESCAPE_COMMAND,
	KEY_TAB_COMMAND,
	mergeRegister,
} from "lexical";
import { $isCodeBlock } from "../../nodes/CodeBlockNode.ts";
import { $indentItem, $isList, $isListItem, $outdentItem, ListBlockNode, type ListItemNode } from "../../nodes/list.ts";
import { $topBlock } from "../structure/selection.ts";

function $selectedItems(): ListItemNode[] {
	const items = new Set<ListItemNode>();
	for (const start of $getSelection()?.getNodes() ?? []) {
		let node: typeof start | null = start;
		while (node !== null && !$isListItem(node)) node = node.getParent();
		if (node !== null) items.add(node);
	}
	return [...items];
}

/** A list holds items only. */
function $onlyItems(list: ListBlockNode): void {
	for (const child of list.getChildren()) if (!$isListItem(child)) list.insertBefore(child);
	if (list.isEmpty()) list.remove();
}

export const ListsExtension = defineExtension({
	name: "inkhour/lists",
	register(editor) {
		let leaveWithTab = false;
		return mergeRegister(
			editor.registerNodeTransform(ListBlockNode, $onlyItems),
			editor.registerCommand(
				KEY_DOWN_COMMAND,
				(event) => {
					if (event.key === "Escape") leaveWithTab = true;
					else if (event.key !== "Tab" && event.key !== "Shift") leaveWithTab = false;
					return false;
				},
				COMMAND_PRIORITY_LOW,
			),
			// Lexical would give the focus away; the writer may only have closed something.
			editor.registerCommand(KEY_ESCAPE_COMMAND, () => true, COMMAND_PRIORITY_LOW),
			editor.registerCommand(
				KEY_TAB_COMMAND,
				(event) => {
					const selection = $getSelection();
					if (leaveWithTab || !$isRangeSelection(selection)) return false;
					const block = $topBlock(selection.anchor.getNode());
					if ($isList(block)) {
						event.preventDefault();
						for (const item of $selectedItems()) {
							if (!event.shiftKey) $indentItem(item);
							else $outdentItem(item);
						}
						return true;
					}
					if (!$isCodeBlock(block) || event.shiftKey) return false;
					event.preventDefault();
					selection.insertText("\t");
					return true;
				},
				COMMAND_PRIORITY_LOW,
			),
		);
	},
});
