import { electronBinary } from "../../electron/launch/electron.ts";
import { hasDisplay } from "../../electron/launch/system.ts";

/** Why the real-Electron tests cannot run on this machine; `null` when they can. */
export function whyNoElectron(): string | null {
	if (!electronBinary()) return "Electron's binary is not here (it is fetched on first start)";
	return hasDisplay() ? null : "there is no display";
}
