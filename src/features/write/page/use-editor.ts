import type { LexicalEditor } from "lexical";
import { useEffect, useRef, useState } from "react";

/** Something read from the editor, kept current; redraws only when it changes by `same`. */
export function useEditorValue<T>(editor: LexicalEditor, $read: () => T, same: (a: T, b: T) => boolean): T {
	const reader = useRef($read);
	const equal = useRef(same);
	useEffect(() => {
		reader.current = $read;
		equal.current = same;
	});
	const [value, setValue] = useState<T>(() => editor.read("latest", $read));
	useEffect(() => {
		const take = (next: T) => setValue((before) => (equal.current(before, next) ? before : next));
		const stop = editor.registerUpdateListener(({ editorState }) => {
			take(editorState.read(() => reader.current(), { editor }));
		});
		// What was typed between the first drawing and now.
		take(editor.read("latest", () => reader.current()));
		return stop;
	}, [editor]);
	return value;
}

/** Shallow equality of plain objects. */
export function sameFields<T extends object>(a: T, b: T): boolean {
	const keys = Object.keys(a) as (keyof T)[];
	return keys.length === Object.keys(b).length && keys.every((key) => Object.is(a[key], b[key]));
}

/** Focus and caret back to the text. */
export function focusPage(editor: LexicalEditor): void {
	editor.getRootElement()?.focus({ preventScroll: true });
	editor.focus();
}
