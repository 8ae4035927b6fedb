/** The running app: one studio, one window, and an end that waits for the text. */
import { app, type BrowserWindow, dialog, session } from "electron";
import { NOTIFY } from "#contract/ipc.ts";
import type { Speaker } from "#domain/words/catalogue.ts";
import { sentence } from "#domain/words/message.ts";
import { createStudioClient } from "#service/client.ts";
import { hostLog } from "#service/host-log.ts";
import { fillEmptyLibrary } from "#service/sample/fill-empty.ts";
import { createStudio, type Studio } from "#service/studio.ts";
import { addContextMenu } from "./context-menu.ts";
import { Flushes } from "./flush.ts";
import { guardSession } from "./guard.ts";
import { listenToWindow } from "./ipc.ts";
import { setMenu } from "./menu.ts";
import { serveStudio } from "./scheme.ts";
import { openStudioWindow, rememberWindow } from "./window.ts";
import { WindowStateStore } from "./window-state.ts";
import { dialogWords } from "./words.ts";

/** A page that crashes again this soon after a reload is not reloaded once more. */
const CRASH_LOOP_MS = 30_000;

export class Shell {
	readonly #studio: Studio;
	readonly #states = new WindowStateStore();
	readonly #flushes = new Flushes();
	#window: BrowserWindow | null = null;
	#unsaved = false;
	#closing = false;
	#quitting = false;
	#closed = false;

	/** Call when the app is ready. */
	constructor(options: { libraryDirectory: string; windowDirectory: string }) {
		this.#studio = createStudio({ ...options, ...hostLog((line) => process.stderr.write(`${line}\n`)) });
		guardSession(session.defaultSession);
		serveStudio(this.#studio);
		listenToWindow({
			flushes: this.#flushes,
			setUnsaved: (_window, unsaved) => {
				this.#unsaved = unsaved;
			},
			words: () => this.#words(),
			setMenuCommands: (commands) => setMenu(commands, (id) => this.#window?.webContents.send(NOTIFY.command, id)),
		});
		setMenu([], () => {});
		app.on("activate", () => this.show());
		app.on("second-instance", () => this.show());
		app.on("window-all-closed", () => app.quit());
		app.on("before-quit", () => {
			this.#quitting = true;
		});
		app.on("will-quit", (event) => {
			if (this.#closed) return;
			event.preventDefault();
			void this.#close();
		});
	}

	/** Fills an empty library with the sample; a failure is logged and the studio opens all the same. */
	async addSample(): Promise<void> {
		try {
			await fillEmptyLibrary(createStudioClient(this.#studio.fetch));
		} catch (error) {
			process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
		}
	}

	/** Brings the window to the front, opening it when there is none. */
	show(): void {
		if (this.#window) {
			if (this.#window.isMinimized()) this.#window.restore();
			this.#window.focus();
			return;
		}
		const window = openStudioWindow(this.#states);
		this.#window = window;
		this.#unsaved = false;
		addContextMenu(window.webContents);
		this.#reloadAfterCrash(window);
		window.on("close", (event) => {
			event.preventDefault();
			void this.#closeWindow(window);
		});
		// Windows ends the session without waiting; what can be saved in that time is.
		window.on("query-session-end", () => void this.#flushes.request(window.webContents));
		window.on("closed", () => {
			this.#window = null;
		});
	}

	async #closeWindow(window: BrowserWindow): Promise<void> {
		if (this.#closing) return;
		this.#closing = true;
		try {
			const saved = await this.#flushes.request(window.webContents);
			if (!saved && this.#unsaved && !window.webContents.isCrashed() && (await this.#keepsOpen(window))) {
				this.#quitting = false;
				return;
			}
			rememberWindow(window, this.#states);
			window.destroy();
			if (this.#quitting) app.quit();
		} finally {
			this.#closing = false;
		}
	}

	/** Some text is not on disk: asks whether to stay. */
	async #keepsOpen(window: BrowserWindow): Promise<boolean> {
		const say = await this.#words();
		const { response } = await dialog.showMessageBox(window, {
			type: "warning",
			message: say(sentence("Some text is not saved yet")),
			detail: say(
				sentence("The library could not take it. Stay, and copy the text or free the disk; closing now would lose it."),
			),
			buttons: [say(sentence("Stay")), say(sentence("Close and lose the text"))],
			defaultId: 0,
			cancelId: 0,
			noLink: true,
		});
		return response === 0;
	}

	#reloadAfterCrash(window: BrowserWindow): void {
		let last = 0;
		window.webContents.on("render-process-gone", (_event, { reason }) => {
			if (reason === "clean-exit") return;
			const now = Date.now();
			if (now - last < CRASH_LOOP_MS) void this.#tellOfCrash();
			else window.webContents.reload();
			last = now;
		});
	}

	async #tellOfCrash(): Promise<void> {
		const say = await this.#words();
		dialog.showErrorBox(
			say(sentence("The window stopped twice")),
			say(sentence("Your library is safe. Close Inkhour and start it again.")),
		);
	}

	#words(): Promise<Speaker["say"]> {
		return dialogWords(createStudioClient(this.#studio.fetch));
	}

	async #close(): Promise<void> {
		try {
			await this.#studio.close();
		} finally {
			this.#closed = true;
			app.quit();
		}
	}
}
