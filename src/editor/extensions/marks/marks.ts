/** Marks and keys: only what Medium's format has, so that nothing can be made that cannot be published. */
import {
	$getSelection,
	$isRangeSelection,
	COMMAND_PRIORITY_CRITICAL,
	COMMAND_PRIORITY_HIGH,
	defineExtension,
	FORMAT_ELEMENT_COMMAND,
	FORMAT_TEXT_COMMAND,
	IS_APPLE,
	KEY_DOWN_COMMAND,
	mergeRegister,
	type TextFormatType,
} from "lexical";
import { $isCodeBlock } from "../../nodes/CodeBlockNode.ts";
import { pageShortcut } from "../../shortcuts.ts";
import { $topBlock } from "../structure/selection.ts";

const KNOWN: ReadonlySet<TextFormatType> = new Set<TextFormatType>(["bold", "italic", "code", "strikethrough"]);

export const MarksExtension = defineExtension({
	name: "inkhour/marks",
	register: (editor) =>
		mergeRegister(
			editor.registerCommand(
				FORMAT_TEXT_COMMAND,
				(format) => {
					const selection = $getSelection();
					if (!KNOWN.has(format) || !$isRangeSelection(selection)) return true;
					return $isCodeBlock($topBlock(selection.anchor.getNode()));
				},
				COMMAND_PRIORITY_CRITICAL,
			),
			editor.registerCommand(FORMAT_ELEMENT_COMMAND, () => true, COMMAND_PRIORITY_CRITICAL),
			editor.registerCommand(
				KEY_DOWN_COMMAND,
				(event) => {
					if (event.isComposing) return false;
					const shortcut = pageShortcut(event, IS_APPLE ? "mac" : "linux");
					if (!shortcut) return false;
					const selection = $getSelection();
					if (shortcut.needsSelection && (!$isRangeSelection(selection) || selection.isCollapsed())) return false;
					event.preventDefault();
					event.stopPropagation();
					shortcut.run((command, payload) => editor.dispatchCommand(command, payload));
					return true;
				},
				COMMAND_PRIORITY_HIGH,
			),
		),
});
