/** Selections made to show the writer words, as the coach does. */
import { $getSelection, $isRangeSelection, type LexicalEditor } from "lexical";
import { useEffect, useState } from "react";

/** On an update that selects words to show them. */
export const SHOWN_WORDS_TAG = "inkhour/shown-words";

function $selectionPlace(): string {
	const selection = $getSelection();
	if (!$isRangeSelection(selection) || selection.isCollapsed()) return "";
	return [selection.anchor, selection.focus].map(({ key, offset }) => `${key}:${offset}`).join("-");
}

/** Whether what is selected was selected to show it, and not by the writer. */
export function useShownWords(editor: LexicalEditor): boolean {
	const [shown, setShown] = useState(false);
	useEffect(() => {
		let kept = "";
		return editor.registerUpdateListener(({ editorState, tags }) => {
			const place = editorState.read($selectionPlace);
			if (tags.has(SHOWN_WORDS_TAG)) kept = place;
			else if (place !== kept) kept = "";
			setShown(kept !== "");
		});
	}, [editor]);
	return shown;
}
