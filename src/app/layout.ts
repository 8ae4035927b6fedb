/** How much room the window gives. One source, so that the frame and the rooms fold at the same width. */
import { useSyncExternalStore } from "react";

/** Below this width (CSS pixels) the library lies over the page instead of beside it. */
export const NARROW = 860;

const query = typeof window === "undefined" ? null : window.matchMedia(`(width < ${NARROW}px)`);

function subscribe(changed: () => void): () => void {
	query?.addEventListener("change", changed);
	return () => query?.removeEventListener("change", changed);
}

/** True in a narrow window and at high zoom. */
export function useNarrow(): boolean {
	return useSyncExternalStore(subscribe, () => query?.matches ?? false);
}
