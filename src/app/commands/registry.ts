/** Every command of the studio, once. Menu, palette, shortcut sheet and key handler all read this. */
import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from "react";
import { chordIds, type Keys, type Platform } from "#ui/keys/keys.ts";

/** Headings of the palette and the sheet, in this order. */
export const COMMAND_GROUPS = ["go", "story", "text", "view", "plan", "earn", "library", "help"] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** Commands that other rooms offer when they exist. */
export const IMPORT_COMMAND = "import.medium";
export const IMPORT_STATS_COMMAND = "earn.importStats";
export const SAMPLE_COMMAND = "sample.add";

export interface Command {
	/** E.g. "story.new"; stable, the application menu uses it. */
	id: string;
	/** As the menu says it. */
	label: string;
	group: CommandGroup;
	/** Default shortcut; "Mod" is ⌘ on a Mac and Ctrl elsewhere. */
	keys?: Keys;
	/** When the keys mean this, where they mean something else at other times: "when text is selected". */
	when?: string;
	run: () => void;
	/** Default true. What is not enabled is shown greyed and does not run. */
	enabled?: boolean;
	/** The shortcut is handled where it is typed (the editor, a list), not by the window. */
	keysHandledElsewhere?: boolean;
	/** Not offered in the palette, e.g. the palette itself. */
	hidden?: boolean;
}

/** Later mounts of the same id win until they leave, e.g. a room's own "find". */
const stacks = new Map<string, { command: Command }[]>();
let snapshot: readonly Command[] = [];
const listeners = new Set<() => void>();

function changed(): void {
	snapshot = [...stacks.values()].flatMap((stack) => stack.at(-1)?.command ?? []);
	for (const listener of listeners) listener();
}

/** Adds a command; returns a way to take it away. */
export function registerCommand(command: Command): { update: (command: Command) => void; remove: () => void } {
	const entry = { command };
	const stack = stacks.get(command.id) ?? [];
	stacks.set(command.id, [...stack, entry]);
	changed();
	return {
		update: (next) => {
			entry.command = next;
			changed();
		},
		remove: () => {
			const rest = (stacks.get(command.id) ?? []).filter((other) => other !== entry);
			if (rest.length > 0) stacks.set(command.id, rest);
			else stacks.delete(command.id);
			changed();
		},
	};
}

/** A command that exists while the calling component is on screen. `run` may be a new function at every draw. */
export function useCommand(command: Command): void {
	const { id, label, group, when, enabled, keysHandledElsewhere, hidden } = command;
	const keys = command.keys === undefined ? "" : JSON.stringify(command.keys);
	const latest = useRef(command);
	const entry = useRef<ReturnType<typeof registerCommand>>(null);
	useEffect(() => {
		latest.current = command;
	});
	// Before a key can be pressed on what is drawn.
	// biome-ignore lint/correctness/useExhaustiveDependencies: registered once an id; the next effect keeps it current
	useLayoutEffect(() => {
		const registered = registerCommand({ ...latest.current, run: () => latest.current.run() });
		entry.current = registered;
		return registered.remove;
	}, [id]);
	// biome-ignore lint/correctness/useExhaustiveDependencies: the listed fields are what others see of the command
	useEffect(() => {
		entry.current?.update({ ...latest.current, run: () => latest.current.run() });
	}, [label, group, when, enabled, keys, keysHandledElsewhere, hidden]);
}

/** All commands that exist now. */
export function commands(): readonly Command[] {
	return snapshot;
}

export function subscribeToCommands(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

export function useCommands(): readonly Command[] {
	return useSyncExternalStore(subscribeToCommands, commands);
}

/** Runs a command by its id, e.g. from the application menu. `false` when it does not exist or is not enabled now. */
export function runCommand(id: string): boolean {
	const command = snapshot.find((candidate) => candidate.id === id);
	if (!command || command.enabled === false) return false;
	command.run();
	return true;
}

/** Pairs of commands that one key press would both mean. */
export function shortcutConflicts(all: readonly Command[], platform: Platform): [string, string][] {
	const owners = new Map<string, string>();
	const conflicts: [string, string][] = [];
	for (const command of all)
		for (const chord of command.keys ? chordIds(command.keys, platform) : []) {
			const owner = owners.get(chord);
			if (owner !== undefined && owner !== command.id) conflicts.push([owner, command.id]);
			owners.set(chord, command.id);
		}
	return conflicts;
}
