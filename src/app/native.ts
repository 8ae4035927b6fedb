import type { NativeApi } from "#contract/native-api.ts";
import { createBrowserNative } from "./native/browser.ts";

declare global {
	interface Window {
		/** Put there by Electron's preload; absent in a browser. */
		inkhour?: NativeApi;
	}
}

/** The machine the window runs on. Nothing else in the window knows which host it has. */
export const native: NativeApi = window.inkhour ?? createBrowserNative();
