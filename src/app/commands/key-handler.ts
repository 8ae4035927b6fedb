/** The one listener for shortcuts. */
import { isTypedKey, keysFor, matches, type Platform } from "#ui/keys/keys.ts";
import { type Command, commands } from "./registry.ts";

/** Whether typing goes into what has focus. */
export function takesText(target: EventTarget | null): boolean {
	if (!(target instanceof HTMLElement)) return false;
	if (target.isContentEditable) return true;
	if (target instanceof HTMLInputElement)
		return !["button", "checkbox", "radio", "range", "submit", "reset", "file", "color"].includes(target.type);
	return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** The command a key press means, or `null`. Never while composing; plain keys never while text is typed. */
export function commandFor(event: KeyboardEvent, all: readonly Command[], platform: Platform): Command | null {
	if (event.isComposing || event.key === "Process" || event.keyCode === 229) return null;
	const inText = takesText(event.target);
	const inDialog =
		event.target instanceof Element && event.target.closest("[role=dialog], [role=alertdialog]") !== null;
	for (const command of all) {
		if (!command.keys || command.keysHandledElsewhere) continue;
		const pressed = keysFor(command.keys, platform).find((keys) => matches(keys, event, platform));
		if (pressed === undefined || (inText && isTypedKey(pressed, platform))) continue;
		if (inDialog && command.group !== "help") continue;
		return command;
	}
	return null;
}

/** Listens until the returned function is called. A press that something nearer has handled is left alone. */
export function listenForShortcuts(platform: Platform): () => void {
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.defaultPrevented) return;
		const command = commandFor(event, commands(), platform);
		if (!command) return;
		event.preventDefault();
		if (command.enabled !== false && !event.repeat) command.run();
	};
	window.addEventListener("keydown", onKeyDown);
	return () => window.removeEventListener("keydown", onKeyDown);
}
