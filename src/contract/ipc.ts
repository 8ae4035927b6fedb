/** Channels between Electron's preload and its main process. */

/** The window asks, main answers. */
export const INVOKE = {
	chooseFiles: "inkhour:choose-files",
	saveFile: "inkhour:save-file",
	openExternal: "inkhour:open-external",
	writeClipboard: "inkhour:write-clipboard",
	setUnsaved: "inkhour:set-unsaved",
	setMenuCommands: "inkhour:set-menu-commands",
	/** The answer to `NOTIFY.flush`. */
	flushed: "inkhour:flushed",
} as const;

/** Main tells the window. */
export const NOTIFY = {
	/** With a number to answer with. */
	flush: "inkhour:flush",
	/** With a command's id. */
	command: "inkhour:command",
} as const;
