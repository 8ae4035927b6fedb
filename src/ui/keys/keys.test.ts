import { expect, test } from "vitest";
import { chordIds, isTypedKey, type KeyPress, type Keys, keysLabels, matches, type Platform } from "./keys.ts";

const keysLabel = (keys: Keys, platform: Platform) => keysLabels(keys, platform)[0];

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
	key,
	code: "",
	ctrlKey: false,
	metaKey: false,
	altKey: false,
	shiftKey: false,
	...more,
});

test("each system writes shortcuts its own way", () => {
	expect(keysLabel("Mod+K", "mac")).toBe("⌘K");
	expect(keysLabel("Mod+K", "windows")).toBe("Ctrl+K");
	expect(keysLabel("Mod+Shift+Enter", "mac")).toBe("⇧⌘↩");
	expect(keysLabel("Alt+ArrowUp", "linux")).toBe("Alt+↑");
	expect(keysLabel({ mac: "Ctrl+Mod+F", other: "F11" }, "mac")).toBe("⌃⌘F");
	expect(keysLabel({ mac: "Ctrl+Mod+F", other: "F11" }, "linux")).toBe("F11");
	expect(keysLabel("Mod++", "linux")).toBe("Ctrl++");
});

test("Mod is one key, and the other is not", () => {
	expect(matches("Mod+K", press("k", { ctrlKey: true }), "linux")).toBe(true);
	expect(matches("Mod+K", press("k", { metaKey: true }), "linux")).toBe(false);
	expect(matches("Mod+K", press("k", { metaKey: true }), "mac")).toBe(true);
	expect(matches("Mod+K", press("k", { ctrlKey: true }), "mac")).toBe(false);
	expect(matches("Mod+K", press("K", { ctrlKey: true, shiftKey: true }), "linux")).toBe(false);
});

test("punctuation is found on keyboards that need Shift for it", () => {
	expect(matches("?", press("?", { shiftKey: true }), "linux")).toBe(true);
	expect(matches("Mod+/", press("/", { ctrlKey: true, shiftKey: true }), "linux")).toBe(true);
	expect(chordIds("Mod+Shift+/", "linux")).toEqual(chordIds("Mod+/", "linux"));
});

test("a Cyrillic keyboard finds the key by its place, a Dvorak one by its letter", () => {
	expect(matches("Mod+K", press("л", { ctrlKey: true, code: "KeyK" }), "linux")).toBe(true);
	expect(matches("Mod+K", press("t", { ctrlKey: true, code: "KeyK" }), "linux")).toBe(false);
	expect(matches("Alt+1", press("¡", { altKey: true, code: "Digit1" }), "mac")).toBe(true);
});

test("only plain keys are typed", () => {
	expect(isTypedKey("?", "linux")).toBe(true);
	expect(isTypedKey("Shift+N", "linux")).toBe(true);
	expect(isTypedKey("Mod+N", "linux")).toBe(false);
	expect(isTypedKey("F6", "linux")).toBe(false);
});

test("AltGr is typing, not a shortcut, whatever modifiers the system reports with it", () => {
	const typed = press("5", { ctrlKey: true, altKey: true, getModifierState: (name) => name === "AltGraph" });
	expect(matches("Mod+Alt+5", typed, "windows")).toBe(false);
	expect(matches("Mod+Alt+5", { ...typed, getModifierState: () => false }, "windows")).toBe(true);
	expect(matches("?", press("?", { shiftKey: true, getModifierState: () => true }), "linux")).toBe(true);
});
