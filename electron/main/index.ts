import { join } from "node:path";
import { app, BrowserWindow, protocol } from "electron";
import { createStudio } from "#service/studio.ts";

protocol.registerSchemesAsPrivileged([
	{ scheme: "app", privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
]);
app.enableSandbox();

void app.whenReady().then(async () => {
	const studio = createStudio({
		libraryDirectory: join(app.getPath("userData"), "library"),
		windowDirectory: join(import.meta.dirname, "../window"),
	});
	protocol.handle("app", (request) => studio.fetch(request));
	const window = new BrowserWindow({
		webPreferences: { preload: join(import.meta.dirname, "../preload/index.cjs") },
	});
	await window.loadURL("app://studio/");
});
