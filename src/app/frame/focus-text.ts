function focus(): void {
	document.querySelector<HTMLElement>("main [contenteditable='true']")?.focus();
}

/** Puts the caret into the story: at once, for a key that follows, and again when what was pressed is done with the focus. */
export function focusText(): void {
	focus();
	setTimeout(focus, 0);
}
