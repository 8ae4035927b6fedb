import { join } from "node:path";
import { BrowserWindow } from "electron";
import { STUDIO_URL } from "./scheme.ts";
import { MINIMUM_SIZE, type WindowStateStore } from "./window-state.ts";

/** For window lists and task bars; on a Mac the application's own icon stands there. */
const ICON = join(import.meta.dirname, "../../resources/icons/png/512x512.png");

/** Opens the studio's window where it was last time. Shown when its first paint is there. */
export function openStudioWindow(states: WindowStateStore): BrowserWindow {
	const window = new BrowserWindow({
		...states.placement(),
		minWidth: MINIMUM_SIZE.width,
		minHeight: MINIMUM_SIZE.height,
		show: false,
		title: "Inkhour",
		icon: ICON,
		webPreferences: {
			preload: join(import.meta.dirname, "../preload/index.cjs"),
			contextIsolation: true,
			nodeIntegration: false,
			nodeIntegrationInWorker: false,
			nodeIntegrationInSubFrames: false,
			sandbox: true,
			webSecurity: true,
			webviewTag: false,
			navigateOnDragDrop: false,
			// Elsewhere than on a Mac Electron downloads its dictionaries, unasked.
			spellcheck: process.platform === "darwin",
		},
	});
	const state = states.read();
	if (state.maximized) window.maximize();
	if (state.fullScreen) window.setFullScreen(true);
	window.once("ready-to-show", () => window.show());
	void window.loadURL(STUDIO_URL);
	return window;
}

/** What to remember of a window that is about to close. */
export function rememberWindow(window: BrowserWindow, states: WindowStateStore): void {
	states.write({
		bounds: window.getNormalBounds(),
		maximized: window.isMaximized(),
		fullScreen: window.isFullScreen(),
	});
}
