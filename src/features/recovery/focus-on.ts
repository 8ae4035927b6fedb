/**
 * A `ref` that takes the focus as soon as it is drawn. `autoFocus` comes later after a press without a pointer, as of a screen
 * reader or of a file field, and gives way to the dialog, which has by then put the focus elsewhere.
 */
export const focusOn = (element: HTMLElement | null): void => element?.focus();
