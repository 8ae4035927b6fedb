import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { INVOKE, NOTIFY } from "#contract/ipc.ts";
import { createStudioClient } from "#service/client.ts";
import { createStudio } from "#service/studio.ts";

type StandIn = typeof import("./stand-in.ts");

let directory: string;
let library: string;
let electron: StandIn;
const argv = process.argv;

/** Starts `electron/main` as Electron would, on a library of its own. */
async function startMain(prepare: (standIn: StandIn) => void = () => {}): Promise<void> {
	vi.resetModules();
	electron = await import("./stand-in.ts");
	electron.resetElectron(directory);
	prepare(electron);
	process.argv = ["electron", "main.js", `--library=${library}`, "--some-chromium-switch"];
	await import("../../electron/main/index.ts");
	if (electron.state.singleInstance) await vi.waitFor(() => expect(electron.state.windows).toHaveLength(1));
}

/** The window that is open. */
const theWindow = () => electron.state.windows[0]!;
const contents = () => theWindow().webContents;

/** A request of the page, through the protocol handler. */
async function ask(url: string, init?: RequestInit): Promise<Response> {
	const handler = electron.state.protocolHandlers.get("app")!;
	return handler(new Request(url, init)) as Promise<Response>;
}

const client = () =>
	createStudioClient(
		(request) =>
			ask(request.url, {
				...request,
				method: "POST",
				headers: request.headers,
				body: request.body,
				duplex: "half",
			} as RequestInit),
		"app://studio",
	);

/** A call over the bridge, by default as our page's top frame. */
async function call(channel: string, args: unknown[], event: object = {}): Promise<unknown> {
	const handler = electron.state.ipcHandlers.get(channel)!;
	const sender = contents();
	return handler({ sender, senderFrame: sender.mainFrame, ...event } as never, ...args);
}

/** Answers every flush of a window. */
function answerFlushes(saved: boolean, before: () => Promise<unknown> = async () => {}): void {
	contents().on("stand-in:sent", (channel: string, request: number) => {
		if (channel === NOTIFY.flush) void before().then(() => call(INVOKE.flushed, [request, saved]));
	});
}

beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), "inkhour-electron-"));
	library = join(directory, "library");
});

afterEach(async () => {
	if (electron.state.windows.length > 0) {
		contents().crashed = true;
		electron.app.quit();
	}
	await vi.waitFor(() => expect(electron.state.singleInstance ? electron.state.log : ["quit"]).toContain("quit"));
	process.argv = argv;
	rmSync(directory, { recursive: true, force: true });
});

test("the scheme is privileged and the sandbox on before the app is ready; Chromium stays off the network", async () => {
	await startMain();
	expect(electron.state.schemes).toEqual([
		{ scheme: "app", privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
	]);
	expect(electron.state.log).toEqual(["registerSchemes", "enableSandbox", "ready"]);
	expect(electron.state.switches).toContain("disable-background-networking");
});

test("the window is isolated, sandboxed and has our preload only", async () => {
	await startMain();
	expect(theWindow().url).toBe("app://studio/");
	expect(existsSync(String(theWindow().options.icon))).toBe(true);
	expect(theWindow().options.webPreferences).toMatchObject({
		contextIsolation: true,
		sandbox: true,
		webSecurity: true,
		nodeIntegration: false,
		nodeIntegrationInWorker: false,
		nodeIntegrationInSubFrames: false,
		webviewTag: false,
		preload: expect.stringMatching(/preload[/\\]index\.cjs$/),
	});
	for (const key of ["allowRunningInsecureContent", "experimentalFeatures", "enableBlinkFeatures"])
		expect(theWindow().options.webPreferences).not.toHaveProperty(key);
	expect(theWindow().shown).toBe(false);
	theWindow().emit("ready-to-show");
	expect(theWindow().shown).toBe(true);
});

test("a page can neither leave, nor open windows, nor attach views", async () => {
	await startMain();
	const prevented = (event: string, details: object) => {
		const preventDefault = vi.fn();
		contents().emit(event, { ...details, preventDefault });
		return preventDefault.mock.calls.length > 0;
	};
	const hostile = [
		"https://evil.example/",
		"file:///etc/passwd",
		"app://other/",
		"app://studio.evil/",
		"app://studio/media/x",
		"javascript:1",
		"app://user@studio/",
		"x",
	];
	for (const url of hostile) {
		expect(prevented("will-navigate", { url })).toBe(true);
		expect(prevented("will-frame-navigate", { url, isMainFrame: true })).toBe(true);
	}
	expect(prevented("will-navigate", { url: "app://studio/#/write" })).toBe(false);
	expect(prevented("will-frame-navigate", { url: "app://studio/", isMainFrame: false })).toBe(true);
	expect(prevented("will-redirect", { url: "app://studio/" })).toBe(true);
	expect(prevented("will-attach-webview", {})).toBe(true);

	const open = (url: string) => contents().openHandler!({ url } as never);
	for (const url of [
		"file:///etc/passwd",
		"smb://host/share",
		"ms-msdt:/id",
		"javascript:alert(1)",
		"vbscript:x",
		"app://studio/",
		"//x",
		"",
	])
		expect(open(url)).toEqual({ action: "deny" });
	expect(electron.state.opened).toEqual([]);
	expect(open("https://medium.com/")).toEqual({ action: "deny" });
	expect(electron.state.opened).toEqual(["https://medium.com/"]);
});

test("permissions and devices are refused, requests off the machine are cancelled", async () => {
	await startMain();
	const session = electron.session.defaultSession;
	const requested = (permission: string) => {
		const callback = vi.fn();
		session.request!(contents() as never, permission as never, callback, {} as never);
		return callback.mock.calls[0]?.[0] as unknown;
	};
	for (const permission of [
		"media",
		"geolocation",
		"notifications",
		"clipboard-read",
		"fileSystem",
		"openExternal",
		"hid",
	]) {
		expect(requested(permission)).toBe(false);
		expect(session.check!(contents() as never, permission as never, "app://studio", {} as never)).toBe(false);
	}
	expect(requested("clipboard-sanitized-write")).toBe(true);
	expect(session.check!(null, "clipboard-sanitized-write", "", {} as never)).toBe(false);
	contents().mainFrame = { url: "https://evil.example/", parent: null };
	expect(requested("clipboard-sanitized-write")).toBe(false);
	expect(session.device!({} as never)).toBe(false);
	const cancelled = (url: string) => {
		const callback = vi.fn();
		session.beforeRequest!({ url } as never, callback);
		return callback.mock.calls.flat();
	};
	for (const url of ["https://redirector.gvt1.com/dict", "http://127.0.0.1/", "ws://x/", "file:///etc/passwd", ""])
		expect(cancelled(url)).toEqual([{ cancel: true }]);
	for (const url of ["app://studio/rpc/x", "blob:app://studio/1", "data:image/png,"])
		expect(cancelled(url)).toEqual([{ cancel: false }]);
});

test("the protocol serves the studio alone and never throws", async () => {
	await startMain();
	expect(await client().library.status.query()).toMatchObject({ state: "open", directory: library });
	expect((await ask("app://elsewhere/rpc/library.status")).status).toBe(404);
	for (const path of ["../../../etc/passwd", "%2e%2e/%2e%2e/etc/passwd", "media/..%2flibrary.sqlite", "%00", "%ff"])
		expect((await ask(`app://studio/${path}`)).status).toBe(404);
	expect((await ask("app://studio/rpc/library.status", { method: "POST" })).status).toBe(403);
});

test("the page comes with a policy that loads nothing from elsewhere", async () => {
	await startMain((standIn) => {
		standIn.state.singleInstance = false;
	});
	const windowDirectory = join(directory, "window");
	mkdirSync(windowDirectory);
	writeFileSync(join(windowDirectory, "index.html"), "<h1>page</h1>");
	const { Shell } = await import("../../electron/main/shell.ts");
	new Shell({ libraryDirectory: library, windowDirectory });
	electron.state.singleInstance = true;
	const policy = (await ask("app://studio/")).headers.get("content-security-policy")?.split("; ") ?? [];
	expect(policy).toContain("default-src 'none'");
	expect(policy).toContain("connect-src 'self'");
	expect(policy).toContain("object-src 'none'");
	expect(policy.join(" ")).not.toMatch(/https?:|\*|'unsafe-eval'/);
	expect(policy.find((rule) => rule.startsWith("script-src"))).toBe("script-src 'self' 'wasm-unsafe-eval'");
	electron.app.quit();
});

test("only our page's top frame is heard, and only with sound arguments", async () => {
	await startMain();
	electron.state.openDialog = { canceled: false, filePaths: ["/tmp/export.zip"] };
	expect(await call(INVOKE.chooseFiles, ["archive", false])).toEqual([{ type: "path", path: "/tmp/export.zip" }]);
	const strangers = [
		{ senderFrame: null },
		{ senderFrame: { url: "app://studio/", parent: contents().mainFrame } },
		{ sender: { mainFrame: contents().mainFrame } },
	];
	for (const channel of Object.values(INVOKE))
		for (const event of strangers)
			await expect(call(channel, [true], event).then((answer) => answer)).rejects.toThrow();
	contents().mainFrame = { url: "https://evil.example/", parent: null };
	await expect(call(INVOKE.chooseFiles, ["archive", false])).rejects.toThrow("Refused");
	expect(electron.state.shownDialogs).toHaveLength(1);
});

test("any arguments are refused or do no harm", async () => {
	await startMain();
	const hostile = JSON.parse('{"__proto__":{"polluted":1},"html":"x","text":"y"}') as unknown;
	await expect(call(INVOKE.writeClipboard, [hostile])).rejects.toThrow("Invalid arguments");
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom(...Object.values(INVOKE)),
			fc.array(fc.anything(), { maxLength: 4 }),
			async (channel, args) => {
				await call(channel, args).catch((error: unknown) => expect(error).toBeInstanceOf(Error));
			},
		),
		{ numRuns: 2000 },
	);
	expect({}).not.toHaveProperty("polluted");
	expect(electron.state.opened).toEqual([]);
});

test("links, clipboard and files go where the writer sends them", async () => {
	await startMain();
	expect(await call(INVOKE.openExternal, ["mailto:a@example.com"])).toBe(true);
	expect(await call(INVOKE.openExternal, ["file:///etc/passwd"])).toBe(false);
	expect(electron.state.opened).toEqual(["mailto:a@example.com"]);
	await call(INVOKE.writeClipboard, [{ html: "<b>x</b>", text: "x" }]);
	expect(electron.state.copied).toEqual([{ "text/html": "<b>x</b>", "text/plain": "x" }]);
	expect(await call(INVOKE.saveFile, ["a.md", Buffer.from("# A"), "text/markdown"])).toBe(false);
	await expect(call(INVOKE.saveFile, ["a.md", "# A", "text/markdown"])).rejects.toThrow("Invalid arguments");
	const target = join(directory, "a.md");
	writeFileSync(target, "old");
	electron.state.saveDialog = { canceled: false, filePath: target };
	expect(await call(INVOKE.saveFile, ["../../a.md", Buffer.from("# A"), "text/markdown"])).toBe(true);
	expect(readFileSync(target, "utf8")).toBe("# A");
	expect(electron.state.shownDialogs.at(-1)).toEqual({ defaultPath: join(directory, "a.md") });
});

test("quitting waits for the text, then closes the library, then quits", async () => {
	await startMain();
	const story = await client().stories.create.mutate({ title: "Before" });
	answerFlushes(true, () =>
		client().stories.save.mutate({
			id: story.id,
			baseRevision: story.revision,
			document: JSON.stringify({ ...story.document, blocks: [{ id: "t", type: "title", spans: [{ text: "After" }] }] }),
		}),
	);
	await call(INVOKE.setUnsaved, [true]);
	electron.app.quit();
	await vi.waitFor(() => expect(electron.state.log).toContain("quit"));
	expect(electron.state.windows).toEqual([]);
	const studio = createStudio({ libraryDirectory: library });
	expect((await createStudioClient(studio.fetch).stories.get.query({ id: story.id })).title).toBe("After");
	await studio.close();
});

test("a window with text it cannot save stays when the writer says so, and goes when they say that", async () => {
	await startMain();
	answerFlushes(false);
	await call(INVOKE.setUnsaved, [true]);
	electron.app.quit();
	await vi.waitFor(() => expect(electron.state.shownDialogs).toHaveLength(1));
	await new Promise((resolve) => setTimeout(resolve, 20));
	expect(electron.state.windows).toHaveLength(1);
	expect(electron.state.log).not.toContain("quit");
	electron.state.messageBox = { response: 1, checkboxChecked: false };
	theWindow().close();
	await vi.waitFor(() => expect(electron.state.log).toContain("quit"));
});

test("a window that never answers is closed after its time", async () => {
	await startMain();
	vi.useFakeTimers();
	theWindow().close();
	await vi.advanceTimersByTimeAsync(4900);
	expect(electron.state.windows).toHaveLength(1);
	await vi.advanceTimersByTimeAsync(200);
	vi.useRealTimers();
	await vi.waitFor(() => expect(electron.state.log).toContain("quit"));
});

test("the window comes back where it was, and to the middle when that screen is gone", async () => {
	await startMain();
	theWindow().bounds = { x: 2000, y: 50, width: 900, height: 700 };
	theWindow().maximized = true;
	contents().crashed = true;
	theWindow().close();
	await vi.waitFor(() => expect(electron.state.log).toContain("quit"));
	const right = { x: 1920, y: 0, width: 1920, height: 1080 };
	await startMain((standIn) => standIn.state.workAreas.push(right));
	expect(theWindow().options).toMatchObject({ x: 2000, y: 50, width: 900, height: 700 });
	expect(theWindow().maximized).toBe(true);
	contents().crashed = true;
	theWindow().close();
	await vi.waitFor(() => expect(electron.state.log).toContain("quit"));
	await startMain();
	expect(theWindow().options).not.toHaveProperty("x");
});

test("a second start brings the first window forward and opens nothing", async () => {
	await startMain();
	electron.app.emit("second-instance", {}, ["electron", "smb://evil/share", "--library=/elsewhere"]);
	expect(electron.state.windows).toHaveLength(1);
	expect(theWindow().focused).toBe(1);
	contents().crashed = true;
	electron.app.quit();
	await vi.waitFor(() => expect(electron.state.log).toContain("quit"));
	await startMain((standIn) => {
		standIn.state.singleInstance = false;
	});
	expect(electron.state.windows).toHaveLength(0);
	expect(electron.state.quits).toBe(1);
});

test("the registry's commands are in the menu and run in the window", async () => {
	await startMain();
	const story = { id: "story.new", label: "New & fresh", group: "story", menu: "Story", enabled: true };
	const command = { ...story, accelerator: "CmdOrCtrl+N" };
	const more = { ...story, accelerator: null };
	await call(INVOKE.setMenuCommands, [
		[
			command,
			{ ...more, id: "go.plan", group: "go", menu: "Go to", enabled: false },
			{ ...more, id: "view.coach", group: "view", menu: "View" },
			{ ...more, id: "help.keys", group: "help", menu: "Help" },
		],
	]);
	const labels = electron.state.menu.map((item) => item.label ?? item.role);
	expect(labels).toEqual(["fileMenu", "editMenu", "Story", "Go to", "viewMenu", "windowMenu", "help"]);
	expect(JSON.stringify(electron.state.menu[4])).toMatch(/view\.coach.*resetZoom/);
	const [item] = electron.state.menu[2]!.submenu as { label: string; registerAccelerator: boolean; click(): void }[];
	expect(item).toMatchObject({ label: "New && fresh", accelerator: "CmdOrCtrl+N", registerAccelerator: false });
	item!.click();
	expect(contents().sent.at(-1)).toEqual({ channel: NOTIFY.command, args: ["story.new"] });
});

test("a crashed page is loaded again, but not for ever", async () => {
	await startMain();
	contents().emit("render-process-gone", {}, { reason: "crashed" });
	expect(contents().reloads).toBe(1);
	contents().emit("render-process-gone", {}, { reason: "oom" });
	expect(contents().reloads).toBe(1);
	await vi.waitFor(() => expect(electron.state.shownDialogs).toHaveLength(1));
});

test("dialogs speak the language of Settings, else the system's", async () => {
	await startMain(({ state }) => {
		state.languages = ["de-AT", "en-US"];
	});
	const { CATALOGUES } = await import("../../electron/main/words.ts");
	CATALOGUES["de"] = { "Medium archive": "Medium-Archiv", Stay: "Bleiben" };
	const shown = () => JSON.stringify(electron.state.shownDialogs.at(-1));
	await call(INVOKE.chooseFiles, ["archive", false]);
	expect(shown()).toContain('"Medium-Archiv"');
	await client().settings.update.mutate({ language: "en" });
	await call(INVOKE.chooseFiles, ["archive", false]);
	expect(shown()).toContain('"Medium archive"');
	await client().settings.update.mutate({ language: "de" });
	answerFlushes(false);
	await call(INVOKE.setUnsaved, [true]);
	theWindow().close();
	await vi.waitFor(() => expect(shown()).toContain('["Bleiben","Close and lose the text"]'));
});
