import type { Platform } from "./keys.ts";

/** The system whose habits the window follows. */
export function platform(): Platform {
	if (typeof navigator === "undefined") return "linux";
	if (/mac|iphone|ipad/i.test(navigator.platform)) return "mac";
	return /win/i.test(navigator.platform) ? "windows" : "linux";
}
