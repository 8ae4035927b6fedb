/**
 * A stand-in for the `electron` module, for tests of main and preload without its binary. Every class implements a
 * `Pick` of Electron's own type, so that a change of Electron's API fails to compile here.
 */
import { EventEmitter } from "node:events";
import type * as Electron from "electron";

type ProtocolHandler = Parameters<Electron.Protocol["handle"]>[1];
type IpcListener = Parameters<Electron.IpcMain["handle"]>[1];

/** What the code under test has done to "Electron", in order where order matters. */
class State {
	/** Calls that must come before or after `ready`. */
	log: string[] = [];
	schemes: Electron.CustomScheme[] = [];
	protocolHandlers = new Map<string, ProtocolHandler>();
	ipcHandlers = new Map<string, IpcListener>();
	windows: BrowserWindow[] = [];
	menu: Electron.MenuItemConstructorOptions[] = [];
	opened: string[] = [];
	switches: string[] = [];
	copied: Record<string, unknown>[] = [];
	exposed = new Map<string, unknown>();
	sentToMain: { channel: string; args: unknown[] }[] = [];
	/** Answers the next dialogs give. */
	openDialog: Electron.OpenDialogReturnValue = { canceled: true, filePaths: [] };
	saveDialog: Electron.SaveDialogReturnValue = { canceled: true, filePath: "" };
	messageBox: Electron.MessageBoxReturnValue = { response: 0, checkboxChecked: false };
	shownDialogs: unknown[] = [];
	/** What the system prefers. */
	languages = ["en-US"];
	singleInstance = true;
	workAreas: Electron.Rectangle[] = [{ x: 0, y: 0, width: 1920, height: 1040 }];
	userData = "";
	quits = 0;
}

export const state = new State();

export function resetElectron(userData: string): void {
	app.removeAllListeners();
	ipcRenderer.removeAllListeners();
	Object.assign(state, new State(), { userData });
	session.defaultSession = new Session();
}

class App
	extends EventEmitter
	implements
		Pick<
			Electron.App,
			| "whenReady"
			| "enableSandbox"
			| "requestSingleInstanceLock"
			| "quit"
			| "getPath"
			| "getPreferredSystemLanguages"
			| "getVersion"
			| "isPackaged"
		>
{
	readonly isPackaged = false;
	readonly commandLine: Pick<Electron.CommandLine, "appendSwitch"> = {
		appendSwitch: (name) => void state.switches.push(name),
	};
	async whenReady(): Promise<void> {
		await Promise.resolve();
		state.log.push("ready");
	}
	enableSandbox(): void {
		state.log.push("enableSandbox");
	}
	requestSingleInstanceLock(): boolean {
		return state.singleInstance;
	}
	/** As Electron: before-quit, then every window is asked to close, then will-quit once none is left. */
	quit(): void {
		state.quits += 1;
		let prevented = false;
		const event = { preventDefault: () => (prevented = true) };
		this.emit("before-quit", event);
		for (const window of state.windows) window.close();
		if (state.windows.length > 0) return;
		this.emit("will-quit", event);
		if (!prevented) state.log.push("quit");
	}
	getPath(): string {
		return state.userData;
	}
	getPreferredSystemLanguages(): string[] {
		return state.languages;
	}
	getVersion(): string {
		return "0.0.0";
	}
}

/** A frame as IPC events carry it. */
export interface Frame extends Pick<Electron.WebFrameMain, "url"> {
	parent: Frame | null;
}

export class WebContents
	extends EventEmitter
	implements
		Pick<Electron.WebContents, "send" | "isDestroyed" | "isCrashed" | "getURL" | "reload" | "setWindowOpenHandler">
{
	mainFrame: Frame = { url: "app://studio/", parent: null };
	crashed = false;
	reloads = 0;
	sent: { channel: string; args: unknown[] }[] = [];
	openHandler: Parameters<Electron.WebContents["setWindowOpenHandler"]>[0] | null = null;
	send(channel: string, ...args: unknown[]): void {
		this.sent.push({ channel, args });
		this.emit("stand-in:sent", channel, ...args);
	}
	isDestroyed(): boolean {
		return false;
	}
	isCrashed(): boolean {
		return this.crashed;
	}
	getURL(): string {
		return this.mainFrame.url;
	}
	reload(): void {
		this.reloads += 1;
	}
	setWindowOpenHandler(handler: Parameters<Electron.WebContents["setWindowOpenHandler"]>[0]): void {
		this.openHandler = handler;
	}
}

export class BrowserWindow
	extends EventEmitter
	implements
		Pick<
			Electron.BrowserWindow,
			| "loadURL"
			| "show"
			| "focus"
			| "restore"
			| "isMinimized"
			| "maximize"
			| "setFullScreen"
			| "getNormalBounds"
			| "isMaximized"
			| "isFullScreen"
			| "destroy"
			| "close"
		>
{
	readonly webContents = new WebContents();
	readonly options: Electron.BrowserWindowConstructorOptions;
	bounds: Electron.Rectangle;
	url = "";
	shown = false;
	focused = 0;
	maximized = false;
	fullScreen = false;
	constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
		super();
		this.options = options;
		const { x = 100, y = 80, width = 800, height = 600 } = options;
		this.bounds = { x, y, width, height };
		state.windows.push(this);
		app.emit("web-contents-created", {}, this.webContents);
	}
	static fromWebContents(contents: unknown): BrowserWindow | null {
		return state.windows.find((window) => window.webContents === contents) ?? null;
	}
	async loadURL(url: string): Promise<void> {
		this.url = url;
	}
	show(): void {
		this.shown = true;
	}
	focus(): void {
		this.focused += 1;
	}
	restore(): void {}
	isMinimized(): boolean {
		return false;
	}
	maximize(): void {
		this.maximized = true;
	}
	setFullScreen(flag: boolean): void {
		this.fullScreen = flag;
	}
	getNormalBounds(): Electron.Rectangle {
		return this.bounds;
	}
	isMaximized(): boolean {
		return this.maximized;
	}
	isFullScreen(): boolean {
		return this.fullScreen;
	}
	/** As Electron: asks, and goes unless somebody prevents it. */
	close(): void {
		let prevented = false;
		this.emit("close", { preventDefault: () => (prevented = true) });
		if (!prevented) this.destroy();
	}
	destroy(): void {
		state.windows = state.windows.filter((window) => window !== this);
		this.emit("closed");
		if (state.windows.length === 0) app.emit("window-all-closed");
	}
}

class Session
	implements
		Pick<Electron.Session, "setPermissionRequestHandler" | "setPermissionCheckHandler" | "setDevicePermissionHandler">
{
	request: Parameters<Electron.Session["setPermissionRequestHandler"]>[0] = null;
	check: Parameters<Electron.Session["setPermissionCheckHandler"]>[0] = null;
	device: Parameters<Electron.Session["setDevicePermissionHandler"]>[0] = null;
	beforeRequest: Parameters<Electron.WebRequest["onBeforeRequest"]>[0] = null;
	readonly webRequest = {
		onBeforeRequest: (listener: Session["beforeRequest"]) => {
			this.beforeRequest = listener;
		},
	};
	setPermissionRequestHandler(handler: Session["request"]): void {
		this.request = handler;
	}
	setPermissionCheckHandler(handler: Session["check"]): void {
		this.check = handler;
	}
	setDevicePermissionHandler(handler: Session["device"]): void {
		this.device = handler;
	}
}

class IpcRenderer extends EventEmitter implements Pick<Electron.IpcRenderer, "invoke"> {
	async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
		state.sentToMain.push({ channel, args });
		return `answer of ${channel}`;
	}
}

export const app = new App();
export const session = { defaultSession: new Session() };
export const ipcRenderer = new IpcRenderer();

export const protocol: Pick<Electron.Protocol, "registerSchemesAsPrivileged" | "handle"> = {
	registerSchemesAsPrivileged: (schemes) => {
		state.log.push("registerSchemes");
		state.schemes.push(...schemes);
	},
	handle: (scheme, handler) => void state.protocolHandlers.set(scheme, handler),
};

export const ipcMain: Pick<Electron.IpcMain, "handle"> & { on(): void } = {
	handle: (channel, listener) => void state.ipcHandlers.set(channel, listener),
	on: () => {},
};

export const contextBridge: Pick<Electron.ContextBridge, "exposeInMainWorld"> = {
	exposeInMainWorld: (name, api) => void state.exposed.set(name, api),
};

export const webUtils: Electron.WebUtils = {
	getPathForFile: (file) => (file.name.startsWith("/") ? file.name : ""),
};

export const shell: Pick<Electron.Shell, "openExternal"> = {
	openExternal: async (url) => void state.opened.push(url),
};

export class ClipboardItem implements Pick<Electron.ClipboardItem, "types"> {
	readonly items: Record<string, unknown>;
	constructor(items: ConstructorParameters<typeof Electron.ClipboardItem>[0]) {
		this.items = items;
	}
	get types(): string[] {
		return Object.keys(this.items);
	}
}

export const clipboard = {
	write: async (items: ClipboardItem[]): Promise<void> => void state.copied.push(...items.map((item) => item.items)),
};

export const dialog = {
	showOpenDialog: async (_window: unknown, options: Electron.OpenDialogOptions) => {
		state.shownDialogs.push(options);
		return state.openDialog;
	},
	showSaveDialog: async (_window: unknown, options: Electron.SaveDialogOptions) => {
		state.shownDialogs.push(options);
		return state.saveDialog;
	},
	showMessageBox: async (_window: unknown, options: Electron.MessageBoxOptions) => {
		state.shownDialogs.push(options);
		return state.messageBox;
	},
	showErrorBox: (title: string, content: string) => void state.shownDialogs.push({ title, content }),
};

export class Menu {
	popped = 0;
	readonly template: Electron.MenuItemConstructorOptions[];
	constructor(template: Electron.MenuItemConstructorOptions[]) {
		this.template = template;
	}
	static buildFromTemplate(template: Electron.MenuItemConstructorOptions[]): Menu {
		return new Menu(template);
	}
	static setApplicationMenu(menu: Menu): void {
		state.menu = menu.template;
	}
	popup(): void {
		this.popped += 1;
	}
}

export const screen = {
	getPrimaryDisplay: () => ({ id: 0, workArea: state.workAreas[0] }),
	getAllDisplays: () => state.workAreas.map((workArea, id) => ({ id, workArea })),
};

export default { app, ipcMain, shell };
