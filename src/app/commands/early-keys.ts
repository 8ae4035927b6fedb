/**
 * Keys that are meant for what is still on its way. A shortcut pressed while the code of its command is being loaded is
 * kept, and what is typed after it too: it was meant for what the command opens, not for the story. When the command is
 * there it runs, and the keys follow it. The same holds for what is typed behind a choice in a dialog that is closing, and
 * while a story is being opened; and for what is pasted then. Where that does not come, or another page is asked for before
 * it has, what was typed for it is pressed nowhere else: it is offered in a notice.
 */
import { matches, type Platform } from "#ui/keys/keys.ts";
import type { Held } from "./held.ts";
import { commandFor } from "./key-handler.ts";
import { LATE_KEYS } from "./late-keys.ts";
import { type Command, commands, subscribeToCommands } from "./registry.ts";

/**
 * A press is given up by then, and what followed it goes where the caret is. While a page is still being opened then, keys
 * go where focus is again; those that would go nowhere are kept on.
 */
const PATIENCE_MS = 5_000;
/** The same, when the frame is complete and the command is still not there: this room has none. */
const PATIENCE_WHEN_COMPLETE_MS = 300;
/** How long what a command opens may take to receive focus. Some open nothing. */
const FOCUS_MS = 300;
/** How long what is pasted may take to be there before what was typed behind it follows. */
const PASTE_MS = 1_000;

/** What the window waits for, as far as a key press can mean it. */
const LATE_COMMANDS: readonly Command[] = LATE_KEYS.map((keys, n) => ({
	id: `late.${n}`,
	label: "",
	// A group that dialogs do not hold back: whether one may run is asked again when the command is there.
	group: "help",
	keys,
	run: () => {},
}));

/** Undoing and its opposite, which would go into the text that is left. */
const UNDO_KEYS = ["Mod+Z", "Mod+Shift+Z", "Mod+Y"] as const;

/** What was typed or pasted while what it is meant for is on its way; `null` while keys go where focus is. */
let held: Held[] | null = null;
/** What is being opened takes long: what has a place to go is let through. */
let takesLong = false;
/** A held key is being pressed again. */
let pressing = false;
let underWay: Promise<unknown> = Promise.resolve();

let complete = false;
let onComplete: () => void = () => {};

/** Whether every command of the frame is there: what is pressed then has its command or none. */
export function setFrameComplete(isComplete: boolean): void {
	complete = isComplete;
	if (isComplete) onComplete();
}

const turn = () => new Promise((resolve) => setTimeout(resolve));

/** With AltGr some systems say that Ctrl and Alt are held; it writes all the same. */
function modifiersOf(event: KeyboardEvent) {
	const writes = event.getModifierState("AltGraph");
	return { ctrlKey: event.ctrlKey && !writes, altKey: event.altKey && !writes, metaKey: event.metaKey };
}

/** Does again what a key does, where focus is now. */
function pressAgain(event: KeyboardEvent): void {
	const { key, code, shiftKey } = event;
	const { ctrlKey, altKey, metaKey } = modifiersOf(event);
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

/** What was pasted, to be read later: a browser lets it be read in its own event alone. */
function copyOf(pasted: DataTransfer | null): DataTransfer {
	const copy = new DataTransfer();
	for (const type of pasted?.types ?? []) if (type !== "Files") copy.setData(type, pasted?.getData(type) ?? "");
	for (const file of pasted?.files ?? []) copy.items.add(file);
	return copy;
}

/** Resolves when something in an element has changed, or when nothing is going to. */
function changes(target: Element): Promise<void> {
	const { promise, resolve } = Promise.withResolvers<void>();
	const observer = new MutationObserver(() => resolve());
	observer.observe(target, { childList: true, characterData: true, subtree: true });
	const patience = setTimeout(resolve, PASTE_MS);
	return promise.finally(() => {
		clearTimeout(patience);
		observer.disconnect();
	});
}

/** Pastes where focus is now. A page may have to load what reads it: resolves when it has come. */
async function pasteAgain(clipboardData: DataTransfer): Promise<void> {
	const target = document.activeElement ?? document.body;
	const comes = changes(target);
	const again = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true, composed: true });
	// What takes no rich text has left it to the browser, which does nothing for an event made by a script.
	if (target.dispatchEvent(again)) document.execCommand("insertText", false, clipboardData.getData("text/plain"));
	else await comes;
}

/** Resolves when focus is where it was meant to go, or nothing is going to take it. */
async function focusComes(hasCome: () => boolean): Promise<void> {
	const end = performance.now() + FOCUS_MS;
	while (!hasCome() && performance.now() < end) await new Promise(requestAnimationFrame);
}

/** Everything that was begun is done, also what was begun while this was waiting. */
async function allIsDone(): Promise<void> {
	let seen: unknown;
	while (seen !== underWay) {
		seen = underWay;
		await seen;
	}
}

/** Keeps what is typed until `work` is done, then presses it again where focus is. */
async function keysWaitFor(work: () => Promise<void>): Promise<void> {
	const done = work().catch(reportError);
	underWay = Promise.all([underWay, done]);
	// A key that was kept, or a choice, has asked for this: what is typed behind it waits on.
	if (held) return;
	held = [];
	await allIsDone();
	// More may be typed meanwhile; it waits its turn.
	for (let next = held.shift(); next; next = held.shift()) {
		pressing = true;
		await next.again();
		await turn();
		pressing = false;
		await allIsDone();
	}
	held = null;
}

/** What has no place any more, until the notices of it are there. */
const unplaced: Held[][] = [];
let offer = (one: Held[]): void => void unplaced.push(one);

/** Where what was typed for a page that does not come is offered from now on; what there is already comes at once. */
export function offerUnplaced(by: (one: Held[]) => void): void {
	offer = by;
	for (const one of unplaced.splice(0)) by(one);
}

const offerHeld = () => offer(held?.splice(0) ?? []);

/** Whether a key or paste is kept for what is to come. */
function isHeld(event: Event): boolean {
	const isNowhere = document.activeElement === null || document.activeElement === document.body;
	return held !== null && event.isTrusted && (!takesLong || isNowhere);
}

/**
 * What is typed until `opening` has ended was meant for the page it brings, which then takes focus, not for the one that is
 * left. Where focus does not come to it, what was typed is offered to the writer.
 * @param opening resolves also where nothing could be opened
 * @returns ends the waiting, when another page is wanted: what was typed for this one is offered. Does nothing once the
 * page is there
 */
export function keysAreFor(opening: Promise<void>, hasFocus: () => boolean): () => void {
	const { promise: given, resolve: giveUp } = Promise.withResolvers<void>();
	let over = false;
	takesLong = false;
	const patience = setTimeout(() => {
		takesLong = true;
	}, PATIENCE_MS);
	const end = (isThere: boolean) => {
		if (over) return;
		over = true;
		clearTimeout(patience);
		takesLong = false;
		if (!isThere) offerHeld();
		giveUp();
	};
	void opening.then(() => focusComes(hasFocus)).then(() => end(hasFocus()));
	void keysWaitFor(() => given);
	return () => end(false);
}

/** Runs in a moment, and what is typed meanwhile goes to what it brings, not to what has focus now. */
async function runInAMoment(run: () => void): Promise<void> {
	await turn();
	const before = document.activeElement;
	run();
	await focusComes(() => document.activeElement !== before && document.activeElement !== document.body);
}

/** Runs what was chosen in a dialog once the dialog has given focus back, so that what it focuses keeps it. */
export function runAfterDialog(run: () => void): void {
	void keysWaitFor(() => runInAMoment(run));
}

/** Listens from the first moment on. Called once a window. */
export function keepEarlyKeys(platform: Platform): void {
	const commandOf = (chord: KeyboardEvent) =>
		new Promise<Command | null>((resolve) => {
			const end = (command: Command | null) => {
				stop();
				clearTimeout(patience);
				onComplete = () => {};
				resolve(command);
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
		});

	window.addEventListener(
		"keydown",
		(event) => {
			// What is pressed again by `pressAgain` is no key of the writer.
			if (!held || !isHeld(event) || event.isComposing || event.key === "Dead") return;
			const { ctrlKey, altKey, metaKey } = modifiersOf(event);
			// Tab and Escape go where focus is: they may be the way out of what takes long.
			const typed = !ctrlKey && !metaKey && !altKey && !/^F\d+$|^Tab$|^Escape$/.test(event.key);
			const undoes = UNDO_KEYS.some((keys) => matches(keys, event, platform));
			// What opens something is not kept for long.
			if (!typed && (takesLong || (!undoes && !commandFor(event, LATE_COMMANDS, platform)))) return;
			event.stopImmediatePropagation();
			event.preventDefault();
			if (!event.repeat || event.key.length === 1 || event.key === "Backspace")
				held.push({ again: () => pressAgain(event), writes: typed ? event.key : "" });
		},
		{ capture: true },
	);
	window.addEventListener(
		"paste",
		(event) => {
			if (!held || !isHeld(event)) return;
			event.stopImmediatePropagation();
			event.preventDefault();
			const pasted = copyOf(event.clipboardData);
			held.push({ again: () => pasteAgain(pasted), pasted: pasted.getData("text/plain") });
		},
		{ capture: true },
	);
	// Between two keys that are pressed again the writer has gone to another place: what is left of them was not meant for it.
	window.addEventListener("pointerdown", () => pressing && offerHeld(), { capture: true });
	window.addEventListener("keydown", (event) => {
		if (complete || held || event.defaultPrevented || !event.isTrusted) return;
		if (!commandFor(event, LATE_COMMANDS, platform)) return;
		event.preventDefault();
		void keysWaitFor(async () => {
			const command = await commandOf(event);
			// Not in the middle of the drawing that brought the command.
			if (command && command.enabled !== false) await runInAMoment(command.run);
		});
	});
}
