/** Every key acts where the caret is seen, however soon it follows the one that moved it. */
import { defineExtension } from "lexical";
import { $shownSelection, $takeSelection } from "../structure/selection.ts";

export const CaretExtension = defineExtension({
	name: "inkhour/caret",
	register(editor) {
		// Before Lexical's own listener, which is not of the capturing kind.
		const early = { capture: true };
		const onKeyDown = (event: KeyboardEvent) => {
			// While composing the input method holds the caret; a field inside the page has a caret of its own.
			if (event.isComposing || event.target !== event.currentTarget) return;
			// Reading draws what was changed and is not drawn yet, so that what the page shows is the newest.
			if (editor.read(() => $shownSelection(editor)) === null) return;
			editor.update(() => $takeSelection(editor), { discrete: true });
		};
		return editor.registerRootListener((root, before) => {
			before?.removeEventListener("keydown", onKeyDown, early);
			root?.addEventListener("keydown", onKeyDown, early);
		});
	},
});
