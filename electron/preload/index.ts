/** The only bridge into the window: NativeApi and nothing else. Listeners get payloads, never Electron's events. */
import { contextBridge, ipcRenderer, webUtils } from "electron";
import { INVOKE, NOTIFY } from "#contract/ipc.ts";
import type { NativeApi } from "#contract/native-api.ts";

const PLATFORMS: Readonly<Record<string, NativeApi["platform"]>> = { darwin: "mac", win32: "windows" };

const flushers = new Set<() => Promise<void>>();
const commandListeners = new Set<(commandId: string) => void>();

ipcRenderer.on(NOTIFY.flush, (_event, request: number) => {
	void Promise.allSettled([...flushers].map((flush) => flush())).then((results) =>
		ipcRenderer.invoke(
			INVOKE.flushed,
			request,
			results.every((result) => result.status === "fulfilled"),
		),
	);
});

ipcRenderer.on(NOTIFY.command, (_event, commandId: string) => {
	for (const listener of commandListeners) listener(commandId);
});

function subscribe<T>(set: Set<T>, listener: T): () => void {
	set.add(listener);
	return () => void set.delete(listener);
}

const api: NativeApi = {
	platform: PLATFORMS[process.platform] ?? "linux",
	chooseFiles: (kind, options) => ipcRenderer.invoke(INVOKE.chooseFiles, kind, options?.multiple ?? false),
	// Files without a path, e.g. pasted ones, are left out; the window hands those over itself.
	importFiles: async (files) =>
		files.flatMap((file) => {
			const path = webUtils.getPathForFile(file);
			return path ? [{ type: "path" as const, path }] : [];
		}),
	saveFile: (suggestedName, bytes, mimeType) => ipcRenderer.invoke(INVOKE.saveFile, suggestedName, bytes, mimeType),
	openExternal: (url) => ipcRenderer.invoke(INVOKE.openExternal, url),
	writeClipboard: (content) => ipcRenderer.invoke(INVOKE.writeClipboard, content),
	setUnsaved: (unsaved) => void ipcRenderer.invoke(INVOKE.setUnsaved, unsaved),
	setMenuCommands: (commands) => void ipcRenderer.invoke(INVOKE.setMenuCommands, commands),
	onFlushRequest: (flush) => subscribe(flushers, flush),
	onCommand: (run) => subscribe(commandListeners, run),
};

contextBridge.exposeInMainWorld("inkhour", api);
