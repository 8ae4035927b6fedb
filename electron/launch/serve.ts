import { createInterface } from "node:readline";
import type { LibraryStatus } from "#contract/library.ts";
import { english } from "#domain/words/message.ts";
import { createStudioClient } from "#service/client.ts";
import { hostLog } from "#service/host-log.ts";
import { heldLine } from "#service/lifecycle/lock.ts";
import { fillEmptyLibrary } from "#service/sample/fill-empty.ts";
import { createStudio, type Studio } from "#service/studio.ts";
import { type BrowserHost, startBrowserHost } from "../browser-host/host.ts";
import { WINDOW_DIRECTORY } from "./build.ts";
import type { StartFlags } from "./flags.ts";
import { STOPS } from "./stops.ts";
import { hasDisplay, openInBrowser } from "./system.ts";

/** Why a library keeps the studio from starting, in one line; `null` when it opens or the window has a way out. */
function obstacle(status: LibraryStatus): string | null {
	switch (status.state) {
		case "locked":
			return `${status.directory}: ${heldLine(status.processId)}`;
		case "unreachable":
			return `The library folder cannot be used: ${status.directory}: ${english(status.reason)}`;
		default:
			return null;
	}
}

/** The same at every start: what a browser keeps for an address, such as text that could not be saved, is found again. */
const USUAL_PORT = 47_130;

/** @param asked `null` for the usual port, or any free one where that is taken */
async function listen(studio: Studio, asked: number | null): Promise<BrowserHost> {
	const port = asked ?? USUAL_PORT;
	try {
		return await startBrowserHost(studio, { port });
	} catch (error) {
		const code = error instanceof Error && "code" in error ? error.code : "";
		if (asked === null && (code === "EADDRINUSE" || code === "EACCES"))
			return await startBrowserHost(studio, { port: 0 });
		if (code === "EADDRINUSE")
			throw new Error(`Port ${port} is in use. Choose another with --port, or leave it out.`, { cause: error });
		if (code === "EACCES")
			throw new Error(`Port ${port} may not be used by you. Choose one over 1023.`, { cause: error });
		throw error;
	}
}

/** Resolves with the first signal to stop. */
function stopSignal(): Promise<void> {
	return new Promise((resolve) => {
		for (const signal of STOPS) process.once(signal, () => resolve());
	});
}

/**
 * Serves the studio to a browser until the process is told to stop.
 * @throws {Error} with one line for the writer
 */
export async function serveToBrowser(flags: StartFlags, say: (line: string) => void): Promise<void> {
	const stopped = stopSignal();
	const studio = createStudio({
		libraryDirectory: flags.library,
		windowDirectory: WINDOW_DIRECTORY,
		...hostLog((line) => console.error(line)),
	});
	try {
		const client = createStudioClient(studio.fetch);
		const status = await client.library.status.query();
		const problem = obstacle(status);
		if (problem) throw new Error(problem);
		if (flags.sample && status.state === "open" && !(await fillEmptyLibrary(client)))
			say("The library holds stories already, so the sample was not added.");
		const host = await listen(studio, flags.port);
		say(`Inkhour is running. Open this link, it works once:\n\n  ${host.link}\n\nLibrary: ${flags.library}`);
		say("Press Enter for a new link, Ctrl+C to stop.");
		if (flags.open && hasDisplay()) openInBrowser(host.link);
		const keys = createInterface({ input: process.stdin });
		keys.on("line", () => say(`  ${host.newLink()}`));
		// On a terminal the line reader takes Ctrl+C for itself.
		keys.on("SIGINT", () => process.kill(process.pid, "SIGINT"));
		await stopped;
		keys.close();
		await host.close();
	} finally {
		await studio.close();
	}
	say("Closed.");
}
