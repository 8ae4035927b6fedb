import { spawn } from "node:child_process";

/** Whether somebody can see a window: a desktop session, not a server reached over SSH. */
export function hasDisplay(): boolean {
	if (process.platform === "linux") return Boolean(process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"]);
	return !process.env["SSH_CONNECTION"];
}

function opener(link: string): [string, string[]] {
	if (process.platform === "darwin") return ["open", [link]];
	if (process.platform === "win32") return ["explorer.exe", [link]];
	return ["xdg-open", [link]];
}

/** Opens a link in the system's browser; when that fails the printed link is still there. */
export function openInBrowser(link: string): void {
	const [command, args] = opener(link);
	const child = spawn(command, args, { stdio: "ignore", detached: true });
	child.once("error", () => {});
	child.unref();
}
