/** The application menu: the registry's commands under their headings, and what every system expects beside them. */
import { app, Menu, type MenuItemConstructorOptions } from "electron";
import { z } from "zod";
import type { MenuCommand } from "#contract/native-api.ts";

export const menuCommandsSchema = z
	.array(
		z.strictObject({
			id: z.string().min(1).max(100),
			label: z.string().min(1).max(200),
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

function commandMenus(
	commands: readonly MenuCommand[],
	run: (commandId: string) => void,
): MenuItemConstructorOptions[] {
	const menus = new Map<string, MenuItemConstructorOptions[]>();
	for (const { id, label, menu, accelerator, enabled } of commands) {
		const items = menus.get(menu) ?? [];
		menus.set(menu, items);
		items.push({
			id,
			// A single ampersand would mark the next letter as the key to press.
			label: label.replaceAll("&", "&&"),
			enabled,
			...(accelerator ? { accelerator, registerAccelerator: false } : {}),
			click: () => run(id),
		});
	}
	return [...menus].map(([label, submenu]) => ({ label, submenu }));
}

/** The menu's template. Exported apart from `setMenu` so that a test can read it. */
export function menuTemplate(
	commands: readonly MenuCommand[],
	run: (commandId: string) => void,
	platform: NodeJS.Platform,
	packaged: boolean,
): MenuItemConstructorOptions[] {
	const mac = platform === "darwin";
	const developer: MenuItemConstructorOptions[] = packaged ? [] : [SEPARATOR, { role: "toggleDevTools" }];
	return [
		...(mac ? [{ role: "appMenu" } as const] : []),
		{ role: "fileMenu" },
		{ role: "editMenu" },
		...commandMenus(commands, run),
		{
			role: "viewMenu",
			submenu: [
				{ role: "resetZoom" },
				{ role: "zoomIn" },
				{ role: "zoomOut" },
				SEPARATOR,
				{ role: "togglefullscreen" },
				...developer,
			],
		},
		{ role: "windowMenu" },
	];
}

export function setMenu(commands: readonly MenuCommand[], run: (commandId: string) => void): void {
	Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(commands, run, process.platform, app.isPackaged)));
}
