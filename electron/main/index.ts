import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { app } from "electron";
import { defaultLibraryDirectory } from "#service/default-library.ts";
import { guardContents } from "./guard.ts";
import { registerStudioScheme } from "./scheme.ts";
import { Shell } from "./shell.ts";

/** Chromium's own errands; nothing leaves the machine unasked. */
const QUIET_SWITCHES = [
	"disable-background-networking",
	"disable-component-update",
	"disable-domain-reliability",
	"disable-sync",
	"no-pings",
];

function startOptions(): { libraryDirectory: string; sample: boolean } {
	// Electron and the system put arguments of their own on the line.
	const { values } = parseArgs({
		args: process.argv.slice(1),
		strict: false,
		options: { library: { type: "string" }, sample: { type: "boolean" } },
	});
	const { library, sample } = values;
	return {
		libraryDirectory: typeof library === "string" && library ? resolve(library) : defaultLibraryDirectory(),
		sample: sample === true,
	};
}

registerStudioScheme();
app.enableSandbox();
for (const name of QUIET_SWITCHES) app.commandLine.appendSwitch(name);
app.on("web-contents-created", (_event, contents) => guardContents(contents));

if (app.requestSingleInstanceLock()) {
	// Not awaited: Electron is ready only after this file has run to its end.
	void app.whenReady().then(async () => {
		const { libraryDirectory, sample } = startOptions();
		const shell = new Shell({ libraryDirectory, windowDirectory: join(import.meta.dirname, "../window") });
		if (sample) await shell.addSample();
		shell.show();
	});
} else app.quit();
