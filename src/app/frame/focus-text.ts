/** Puts the caret into the page's text, if there is one on screen once what is going on is over. */
export function focusText(): void {
	setTimeout(() => document.querySelector<HTMLElement>("main [contenteditable='true']")?.focus(), 0);
}
