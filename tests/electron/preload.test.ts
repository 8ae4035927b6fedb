import { beforeEach, expect, test, vi } from "vitest";
import { INVOKE, NOTIFY } from "#contract/ipc.ts";
import type { NativeApi } from "#contract/native-api.ts";

let electron: typeof import("./stand-in.ts");
let api: NativeApi;

beforeEach(async () => {
	vi.resetModules();
	electron = await import("./stand-in.ts");
	electron.resetElectron("");
	await import("../../electron/preload/index.ts");
	api = electron.state.exposed.get("inkhour") as NativeApi;
});

const lastCall = () => electron.state.sentToMain.at(-1);

test("NativeApi is exposed, and nothing else", () => {
	expect([...electron.state.exposed.keys()]).toEqual(["inkhour"]);
	const members: Record<keyof NativeApi, true> = {
		chooseFiles: true,
		importFiles: true,
		saveFile: true,
		openExternal: true,
		writeClipboard: true,
		setUnsaved: true,
		setMenuCommands: true,
		onFlushRequest: true,
		onCommand: true,
		platform: true,
	};
	expect(Object.keys(api).sort()).toEqual(Object.keys(members).sort());
	expect(["mac", "windows", "linux"]).toContain(api.platform);
});

test("every call goes to its own channel with plain arguments", async () => {
	await api.chooseFiles("image", { multiple: true });
	expect(lastCall()).toEqual({ channel: INVOKE.chooseFiles, args: ["image", true] });
	const bytes = new Uint8Array([1, 2]);
	await api.saveFile("a.md", bytes, "text/markdown");
	expect(lastCall()).toEqual({ channel: INVOKE.saveFile, args: ["a.md", bytes, "text/markdown"] });
	await api.openExternal("https://medium.com/");
	expect(lastCall()).toEqual({ channel: INVOKE.openExternal, args: ["https://medium.com/"] });
	await api.writeClipboard({ html: "h", text: "t" });
	expect(lastCall()).toEqual({ channel: INVOKE.writeClipboard, args: [{ html: "h", text: "t" }] });
	expect(api.setUnsaved(true)).toBeUndefined();
	expect(lastCall()).toEqual({ channel: INVOKE.setUnsaved, args: [true] });
	expect(api.setMenuCommands([])).toBeUndefined();
	expect(lastCall()).toEqual({ channel: INVOKE.setMenuCommands, args: [[]] });
});

test("files from disk become paths; pasted ones are left to the window", async () => {
	const sources = await api.importFiles([new File([], "/home/a.png"), new File([], "pasted.png")]);
	expect(sources).toEqual([{ type: "path", path: "/home/a.png" }]);
});

test("a flush is answered when every listener is done, and tells of failure", async () => {
	const order: string[] = [];
	const stop = api.onFlushRequest(async () => {
		await Promise.resolve();
		order.push("saved");
	});
	electron.ipcRenderer.emit(NOTIFY.flush, { secret: "event" }, 7);
	await vi.waitFor(() => expect(lastCall()).toEqual({ channel: INVOKE.flushed, args: [7, true] }));
	expect(order).toEqual(["saved"]);
	stop();
	api.onFlushRequest(async () => {
		throw new Error("disk full");
	});
	electron.ipcRenderer.emit(NOTIFY.flush, {}, 8);
	await vi.waitFor(() => expect(lastCall()).toEqual({ channel: INVOKE.flushed, args: [8, false] }));
	expect(order).toEqual(["saved"]);
});

test("listeners get the payload, never Electron's event", () => {
	const run = vi.fn();
	const stop = api.onCommand(run);
	electron.ipcRenderer.emit(NOTIFY.command, { sender: "secret" }, "story.new");
	expect(run.mock.calls).toEqual([["story.new"]]);
	stop();
	electron.ipcRenderer.emit(NOTIFY.command, {}, "story.new");
	expect(run).toHaveBeenCalledTimes(1);
});
