/** The application menu: the registry's commands under their headings, and what every system expects beside them. */
import { app, Menu, type MenuItemConstructorOptions } from "electron";
import { z } from "zod";
import type { MenuCommand } from "#contract/native-api.ts";

export const menuCommandsSchema = z
	.array(
		z.strictObject({
			id: z.string().min(1).max(100),
			label: z.string().min(1).max(200),
			group: z.string().min(1).max(50),
			menu: z.string().min(1).max(100),
			accelerator: z
				.string()
				.max(50)
				.regex(/^[\x20-\x7e]+$/)
				.nullable(),
			enabled: z.boolean(),
		}),
	)
	.max(500);

const SEPARATOR: MenuItemConstructorOptions = { type: "separator" };

type Run = (commandId: string) => void;

function menuItem({ id, label, accelerator, enabled }: MenuCommand, run: Run): MenuItemConstructorOptions {
	return {
		id,
		// A single ampersand would mark the next letter as the key to press.
		label: label.replaceAll("&", "&&"),
		enabled,
		...(accelerator ? { accelerator, registerAccelerator: false } : {}),
		click: () => run(id),
	};
}

/** Groups that go into menus every system has. */
const SHARED_GROUPS = ["view", "help"];

function commandMenus(commands: readonly MenuCommand[], run: Run): MenuItemConstructorOptions[] {
	const own = commands.filter((command) => !SHARED_GROUPS.includes(command.group));
	return [...Map.groupBy(own, (command) => command.menu)].map(([label, members]) => ({
		label,
		submenu: members.map((command) => menuItem(command, run)),
	}));
}

/** The menu's template. Exported apart from `setMenu` so that a test can read it. */
export function menuTemplate(
	commands: readonly MenuCommand[],
	run: Run,
	platform: NodeJS.Platform,
	packaged: boolean,
): MenuItemConstructorOptions[] {
	const mac = platform === "darwin";
	const group = (name: string) =>
		commands.filter((command) => command.group === name).map((command) => menuItem(command, run));
	const view = group("view");
	const help = group("help");
	const developer: MenuItemConstructorOptions[] = packaged ? [] : [SEPARATOR, { role: "toggleDevTools" }];
	return [
		...(mac ? [{ role: "appMenu" } as const] : []),
		{ role: "fileMenu" },
		{ role: "editMenu" },
		...commandMenus(commands, run),
		{
			role: "viewMenu",
			submenu: [
				...view,
				...(view.length > 0 ? [SEPARATOR] : []),
				{ role: "resetZoom" },
				{ role: "zoomIn" },
				{ role: "zoomOut" },
				SEPARATOR,
				{ role: "togglefullscreen" },
				...developer,
			],
		},
		{ role: "windowMenu" },
		...(help.length > 0 ? [{ role: "help", submenu: help } as const] : []),
	];
}

export function setMenu(commands: readonly MenuCommand[], run: Run): void {
	Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(commands, run, process.platform, app.isPackaged)));
}
