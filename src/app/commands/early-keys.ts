/**
 * Shortcuts pressed while the code of their commands is still on the way. Such a press is kept, and what is typed after
 * it too: it was meant for what the command opens, not for the story. When the command is there it runs, and the keys
 * follow it.
 */
import type { Platform } from "#ui/keys/keys.ts";
import { commandFor } from "./key-handler.ts";
import { LATE_KEYS } from "./late-keys.ts";
import { type Command, commands, subscribeToCommands } from "./registry.ts";

/** A press is given up by then, and what followed it goes where the caret is. */
const PATIENCE_MS = 5_000;
/** The same, when the frame is complete and the command is still not there: this room has none. */
const PATIENCE_WHEN_COMPLETE_MS = 300;
/** How long what a command opens may take to receive focus. Some open nothing. */
const FOCUS_MS = 300;

/** What the window waits for, as far as a key press can mean it. */
const LATE_COMMANDS: readonly Command[] = LATE_KEYS.map((keys, n) => ({
	id: `late.${n}`,
	label: "",
	// A group that dialogs do not hold back: whether one may run is asked again when the command is there.
	group: "help",
	keys,
	run: () => {},
}));

interface Held {
	chord: KeyboardEvent;
	after: KeyboardEvent[];
}

let complete = false;
let onComplete: () => void = () => {};

/** Every command of the frame is there: whatever is pressed from now on has its command or none. */
export function frameIsComplete(): void {
	complete = true;
	onComplete();
}

const turn = () => new Promise((resolve) => setTimeout(resolve));

/** Does again what a key does, where focus is now. */
function pressAgain(event: KeyboardEvent): void {
	const { key, code, shiftKey, ctrlKey, metaKey, altKey } = event;
	const target = document.activeElement ?? document.body;
	const again = new KeyboardEvent("keydown", {
		...{ key, code, shiftKey, ctrlKey, metaKey, altKey },
		bubbles: true,
		cancelable: true,
		composed: true,
	});
	if (!target.dispatchEvent(again) || ctrlKey || metaKey || altKey) return;
	// An event made by a script has no effect of its own. This writes as a key does, undo included.
	if (key.length === 1) document.execCommand("insertText", false, key);
	else if (key === "Backspace") document.execCommand("delete");
}

/** Resolves when focus has moved, or nothing is going to take it. */
async function focusMoves(before: Element | null): Promise<void> {
	const end = performance.now() + FOCUS_MS;
	while (document.activeElement === before && performance.now() < end) await new Promise(requestAnimationFrame);
}

/** Listens from the first moment on. Called once a window. */
export function keepEarlyKeys(platform: Platform): void {
	let held: Held | null = null;

	async function giveOn(press: Held, command: Command | null): Promise<void> {
		// Not in the middle of the drawing that brought the command.
		await turn();
		if (command && command.enabled !== false) {
			const before = document.activeElement;
			command.run();
			await focusMoves(before);
		}
		// More may be typed meanwhile; it waits its turn.
		for (let event = press.after.shift(); event; event = press.after.shift()) {
			pressAgain(event);
			await turn();
		}
		held = null;
	}

	function hold(chord: KeyboardEvent): void {
		const press: Held = { chord, after: [] };
		held = press;
		const end = (command: Command | null) => {
			stop();
			clearTimeout(patience);
			onComplete = () => {};
			void giveOn(press, command);
		};
		const stop = subscribeToCommands(() => {
			const command = commandFor(chord, commands(), platform);
			if (command) end(command);
		});
		let patience = setTimeout(end, PATIENCE_MS, null);
		onComplete = () => {
			clearTimeout(patience);
			patience = setTimeout(end, PATIENCE_WHEN_COMPLETE_MS, null);
		};
	}

	window.addEventListener(
		"keydown",
		(event) => {
			// What is pressed again by `pressAgain` is no key of the writer.
			if (!held || !event.isTrusted || event.isComposing || event.key === "Dead") return;
			const typed = !event.ctrlKey && !event.metaKey && !event.altKey && !/^F\d+$/.test(event.key);
			if (!typed && !commandFor(event, LATE_COMMANDS, platform)) return;
			event.stopImmediatePropagation();
			event.preventDefault();
			if (!event.repeat || event.key.length === 1 || event.key === "Backspace") held.after.push(event);
		},
		{ capture: true },
	);
	window.addEventListener("keydown", (event) => {
		if (complete || held || event.defaultPrevented || !event.isTrusted) return;
		if (!commandFor(event, LATE_COMMANDS, platform)) return;
		event.preventDefault();
		hold(event);
	});
}
