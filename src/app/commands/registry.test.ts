import { afterEach, expect, test } from "vitest";
import { type Command, commands, registerCommand, runCommand, shortcutConflicts } from "./registry.ts";

const added: { remove: () => void }[] = [];
const add = (command: Partial<Command> & { id: string }) => {
	const entry = registerCommand({ label: command.id, group: "go", run: () => {}, ...command });
	added.push(entry);
	return entry;
};
afterEach(() => {
	for (const entry of added.splice(0)) entry.remove();
});

test("two commands with one shortcut are found, also when it is written in another way", () => {
	add({ id: "a", keys: "Mod+Shift+K" });
	add({ id: "b", keys: ["Mod+B", { mac: "Mod+J", other: "Shift+Mod+k" }] });
	add({ id: "c", keys: "Mod+C" });
	expect(shortcutConflicts(commands(), "linux")).toEqual([["a", "b"]]);
	expect(shortcutConflicts(commands(), "mac")).toEqual([]);
});

test("the latest of the same id is in force until it leaves", () => {
	const ran: string[] = [];
	add({ id: "find", run: () => ran.push("frame") });
	const room = add({ id: "find", run: () => ran.push("room") });
	runCommand("find");
	room.remove();
	runCommand("find");
	expect(ran).toEqual(["room", "frame"]);
	expect(commands()).toHaveLength(1);
});

test("what is not enabled does not run", () => {
	add({ id: "off", enabled: false, run: () => expect.unreachable() });
	expect(runCommand("off")).toBe(false);
	expect(runCommand("nowhere")).toBe(false);
});
