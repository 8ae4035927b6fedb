/** Shortcuts as data: parsing, matching a key press, and how each system writes them. Pure. */

/** Written "Mod+Shift+K": Mod is ⌘ on a Mac and Ctrl elsewhere. Keys are `KeyboardEvent.key` names or one character. */
type Chorded = string | { mac: string; other: string };
/** The first is the one menus show. */
export type Keys = Chorded | readonly Chorded[];
export type Platform = "mac" | "windows" | "linux";

interface Chord {
	ctrl: boolean;
	meta: boolean;
	alt: boolean;
	shift: boolean;
	/** Lower case. */
	key: string;
}

function parse(text: string, platform: Platform): Chord {
	const parts = text.split(/\+(?=.)/);
	const has = (name: string) => parts.includes(name);
	const mac = platform === "mac";
	return {
		ctrl: has("Ctrl") || (has("Mod") && !mac),
		meta: has("Mod") && mac,
		alt: has("Alt"),
		shift: has("Shift"),
		key: (parts.at(-1) ?? "").toLowerCase(),
	};
}

const isList = (keys: Keys): keys is readonly Chorded[] => Array.isArray(keys);

/** The shortcuts on this system, as data. */
export function keysFor(keys: Keys, platform: Platform): string[] {
	return (isList(keys) ? keys : [keys]).map((one) =>
		typeof one === "string" ? one : platform === "mac" ? one.mac : one.other,
	);
}

/** What makes two shortcuts the same; equal texts would fire together. */
export function chordIds(keys: Keys, platform: Platform): string[] {
	return keysFor(keys, platform).map((text) => {
		const chord = parse(text, platform);
		const shift = chord.shift && !isSymbol(chord.key);
		return `${chord.ctrl ? "c" : ""}${chord.meta ? "m" : ""}${chord.alt ? "a" : ""}${shift ? "s" : ""}:${chord.key}`;
	});
}

/** Punctuation needs Shift on some keyboards and not on others; there Shift is not compared. */
const isSymbol = (key: string) => key.length === 1 && !/[\p{L}\p{N} ]/u.test(key);

export interface KeyPress {
	key: string;
	code: string;
	ctrlKey: boolean;
	metaKey: boolean;
	altKey: boolean;
	shiftKey: boolean;
	getModifierState?(name: "AltGraph"): boolean;
}

/**
 * Whether a key press is this one shortcut. On keyboards without Latin letters the key's place counts. AltGr is typing,
 * although Windows reports it as Ctrl and Alt.
 */
export function matches(text: string, event: KeyPress, platform: Platform): boolean {
	const chord = parse(text, platform);
	if ((chord.ctrl || chord.alt) && event.getModifierState?.("AltGraph")) return false;
	if (chord.ctrl !== event.ctrlKey || chord.meta !== event.metaKey || chord.alt !== event.altKey) return false;
	if (!isSymbol(chord.key) && chord.shift !== event.shiftKey) return false;
	const pressed = event.key.toLowerCase();
	if (pressed === chord.key) return true;
	const latin = /^[\x20-\x7e]$/.test(pressed);
	if (latin && !event.altKey) return false;
	return /^[a-z]$/.test(chord.key)
		? event.code === `Key${chord.key.toUpperCase()}`
		: /^[0-9]$/.test(chord.key) && event.code === `Digit${chord.key}`;
}

const MAC_SIGNS: Readonly<Record<string, string>> = {
	Mod: "⌘",
	Ctrl: "⌃",
	Alt: "⌥",
	Shift: "⇧",
	Enter: "↩",
	Backspace: "⌫",
	Delete: "⌦",
	Escape: "⎋",
	Tab: "⇥",
};
const ARROWS: Readonly<Record<string, string>> = { ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→" };

/** What is written on the keys that have a name, in the reader's language, by their English name. */
export type KeyNames = Readonly<Record<string, string>>;

/** As this system's menus write them: "⇧⌘K" or "Ctrl+Shift+K". */
export function keysLabels(keys: Keys, platform: Platform, names: KeyNames = {}): string[] {
	return keysFor(keys, platform).map((text) => keysLabel(text, platform, names));
}

function keysLabel(text: string, platform: Platform, names: KeyNames): string {
	const parts = text.split(/\+(?=.)/);
	const name = (part: string) => ARROWS[part] ?? names[part] ?? (part.length === 1 ? part.toUpperCase() : part);
	if (platform !== "mac") return parts.map((part) => name(part === "Mod" ? "Ctrl" : part)).join("+");
	const order = ["Ctrl", "Alt", "Shift", "Mod"];
	const modifiers = order.filter((modifier) => parts.slice(0, -1).includes(modifier));
	const key = parts.at(-1) ?? "";
	return [...modifiers, key].map((part) => MAC_SIGNS[part] ?? name(part)).join("");
}

/** Whether it needs no Ctrl, ⌘ or Alt: typing it in a text writes it. */
export function isTypedKey(text: string, platform: Platform): boolean {
	const chord = parse(text, platform);
	return !chord.ctrl && !chord.meta && !chord.alt && !/^f\d+$/.test(chord.key);
}
