/** Keeps the application menu, where there is one, in step with the command registry. */
import i18next from "i18next";
import type { MenuCommand } from "#contract/native-api.ts";
import { type Keys, keysFor } from "#ui/keys/keys.ts";
import { groupNames } from "../commands/group-names.ts";
import { type Command, type CommandGroup, commands, runCommand, subscribeToCommands } from "../commands/registry.ts";
import { native } from "../native.ts";

/** Keys Electron calls by another name than `KeyboardEvent.key`. */
const ELECTRON_NAMES: Readonly<Record<string, string>> = {
	Mod: "CmdOrCtrl",
	ArrowUp: "Up",
	ArrowDown: "Down",
	ArrowLeft: "Left",
	ArrowRight: "Right",
	"+": "Plus",
	" ": "Space",
};

/** A shortcut as Electron's menus write it. */
export function accelerator(keys: Keys, system = native.platform): string | null {
	const [shown] = keysFor(keys, system);
	if (shown === undefined) return null;
	return shown
		.split(/\+(?=.)/)
		.map((key) => ELECTRON_NAMES[key] ?? key)
		.join("+");
}

const MENU_ORDER: readonly CommandGroup[] = ["story", "text", "go", "plan", "earn", "library", "view", "help"];

function toMenu(all: readonly Command[]): MenuCommand[] {
	const names = groupNames(i18next.t);
	return MENU_ORDER.flatMap((group) =>
		all
			.filter((command) => command.group === group && !command.hidden)
			.map(({ id, label, keys, enabled }) => ({
				id,
				label,
				group,
				menu: names[group],
				accelerator: keys === undefined ? null : accelerator(keys),
				enabled: enabled !== false,
			})),
	);
}

/** Commands come in bursts when a room opens. */
const SETTLE_MS = 100;

export function mirrorCommandsInMenu(): void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	subscribeToCommands(() => {
		clearTimeout(timer);
		timer = setTimeout(() => native.setMenuCommands(toMenu(commands())), SETTLE_MS);
	});
	native.onCommand((id) => void runCommand(id));
}
