import { homedir } from "node:os";
import { join } from "node:path";

/** Where a writer's library is when nothing else is said: the platform's folder for application data. */
export function defaultLibraryDirectory(
	platform: NodeJS.Platform = process.platform,
	environment: NodeJS.ProcessEnv = process.env,
	home: string = homedir(),
): string {
	switch (platform) {
		case "darwin":
			return join(home, "Library", "Application Support", "Inkhour", "library");
		case "win32":
			return join(environment["APPDATA"] ?? join(home, "AppData", "Roaming"), "Inkhour", "library");
		default:
			return join(environment["XDG_DATA_HOME"] || join(home, ".local", "share"), "inkhour", "library");
	}
}
