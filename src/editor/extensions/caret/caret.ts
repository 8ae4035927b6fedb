/** Every key acts where the caret is seen, however soon it follows the one that moved it. */
import { COMMAND_PRIORITY_CRITICAL, defineExtension, KEY_DOWN_COMMAND } from "lexical";
import { $takeSelection } from "../structure/selection.ts";

export const CaretExtension = defineExtension({
	name: "inkhour/caret",
	register: (editor) =>
		editor.registerCommand(
			KEY_DOWN_COMMAND,
			(event) => {
				// While composing the input method holds the caret; a caption's own field has none of the page's.
				if (!event.isComposing && event.target === editor.getRootElement()) $takeSelection(editor);
				return false;
			},
			COMMAND_PRIORITY_CRITICAL,
		),
});
