/**
 * What the window may ask of the machine it runs on. Two implementations: Electron's preload and its
 * browser twin. The window never asks which one it has.
 */
import type { FileSource } from "./jobs.ts";

export type FileKind = "archive" | "archiveFolder" | "stats" | "image" | "backup";

/** A command of the registry as the application menu shows it. */
export interface MenuCommand {
	id: string;
	label: string;
	/** Its group in the registry. "view" and "help" join the menus every system has. */
	group: string;
	/** Heading of its menu, in the interface's language. */
	menu: string;
	/** As Electron writes shortcuts, e.g. "CmdOrCtrl+Shift+K". Shown only: the window itself listens for keys. */
	accelerator: string | null;
	enabled: boolean;
}

export interface NativeApi {
	/** Lets the writer choose files of a kind. Empty when they cancel. */
	chooseFiles(kind: FileKind, options?: { multiple?: boolean }): Promise<FileSource[]>;
	/** Turns files that were dropped or pasted into sources the service can read, in their order. */
	importFiles(files: readonly File[]): Promise<FileSource[]>;
	/** Lets the writer choose a place and writes the file there. `false` when they cancel. */
	saveFile(suggestedName: string, bytes: Uint8Array<ArrayBuffer>, mimeType: string): Promise<boolean>;
	/** Opens a link outside the studio. Only http, https and mailto; anything else is refused. */
	openExternal(url: string): Promise<boolean>;
	/** Rich text and its plain twin onto the clipboard; with an empty `html` only the text. */
	writeClipboard(content: { html: string; text: string }): Promise<void>;
	/** Whether unsaved text exists; closing the window then waits for it. */
	setUnsaved(unsaved: boolean): void;
	/** Called before the window closes or the app quits; resolve when the text is on disk. Returns a way to stop listening. */
	onFlushRequest(flush: () => Promise<void>): () => void;
	/** What the application menu offers now, where there is one. */
	setMenuCommands(commands: readonly MenuCommand[]): void;
	/** Menu commands by their id in the command registry. Returns a way to stop listening. */
	onCommand(run: (commandId: string) => void): () => void;
	/** Name of the operating system, for shortcut labels. */
	platform: "mac" | "windows" | "linux";
}

const OPENABLE = new Set(["http:", "https:", "mailto:"]);

/** Whether a link may leave the studio for the system's browser or mail program. */
export function isOpenableLink(url: string): boolean {
	return URL.canParse(url) && OPENABLE.has(new URL(url).protocol);
}
