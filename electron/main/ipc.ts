/** The window's calls. Only our own page's top frame is heard, and every argument is parsed. */
import { BrowserWindow, ClipboardItem, clipboard, type IpcMainInvokeEvent, ipcMain } from "electron";
import { z } from "zod";
import { INVOKE } from "#contract/ipc.ts";
import type { MenuCommand } from "#contract/native-api.ts";
import type { Speaker } from "#domain/words/catalogue.ts";
import { chooseFiles, saveFile } from "./dialogs.ts";
import type { Flushes } from "./flush.ts";
import { openExternal } from "./guard.ts";
import { menuCommandsSchema } from "./menu.ts";
import { isStudioUrl } from "./scheme.ts";

const LONGEST_TEXT = 200_000_000;

export interface WindowCalls {
	flushes: Flushes;
	setUnsaved(window: BrowserWindow, unsaved: boolean): void;
	setMenuCommands(commands: readonly MenuCommand[]): void;
	/** What dialogs say, in the writer's language. */
	words(): Promise<Speaker["say"]>;
}

function trustedWindow({ sender, senderFrame }: IpcMainInvokeEvent): BrowserWindow | null {
	const trusted = senderFrame !== null && senderFrame.parent === null && isStudioUrl(senderFrame.url);
	return trusted ? BrowserWindow.fromWebContents(sender) : null;
}

function handle<Arguments extends [z.ZodType, ...z.ZodType[]]>(
	channel: string,
	schemas: Arguments,
	answer: (window: BrowserWindow, ...values: z.output<z.ZodTuple<Arguments, null>>) => unknown,
): void {
	const parser = z.tuple(schemas);
	ipcMain.handle(channel, (event, ...values: unknown[]) => {
		const window = trustedWindow(event);
		if (!window) throw new Error("Refused");
		const parsed = parser.safeParse(values);
		if (!parsed.success) throw new Error(`Invalid arguments: ${channel}`);
		return answer(window, ...parsed.data);
	});
}

/** Listens on every channel of the bridge, and on no other. */
export function listenToWindow(calls: WindowCalls): void {
	handle(
		INVOKE.chooseFiles,
		[z.enum(["archive", "archiveFolder", "stats", "image", "backup"]), z.boolean()],
		async (window, kind, multiple) => chooseFiles(window, kind, multiple, await calls.words()),
	);
	handle(INVOKE.saveFile, [z.string().max(255), z.instanceof(Uint8Array), z.string().max(100)], (window, name, bytes) =>
		saveFile(window, name, bytes),
	);
	handle(INVOKE.openExternal, [z.string().max(8192)], (_window, url) => openExternal(url));
	handle(
		INVOKE.writeClipboard,
		[z.strictObject({ html: z.string().max(LONGEST_TEXT), text: z.string().max(LONGEST_TEXT) })],
		(_window, { html, text }) =>
			// An empty HTML side would win over the text where rich text is pasted.
			clipboard.write([new ClipboardItem({ ...(html ? { "text/html": html } : {}), "text/plain": text })]),
	);
	handle(INVOKE.setUnsaved, [z.boolean()], (window, unsaved) => calls.setUnsaved(window, unsaved));
	handle(INVOKE.setMenuCommands, [menuCommandsSchema], (_window, commands) => calls.setMenuCommands(commands));
	handle(INVOKE.flushed, [z.int().positive(), z.boolean()], (window, request, saved) =>
		calls.flushes.answer(window.webContents, request, saved),
	);
}
