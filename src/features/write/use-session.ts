import { useSyncExternalStore } from "react";
import type { SessionView, StorySession } from "./session.ts";

/**
 * One thing of what a session shows. Redraws when that thing changes, so that a save redraws its own few words and
 * nothing else. `pick` answers with a plain value or an object the view itself holds.
 */
export function useSessionValue<T>(session: StorySession, pick: (view: SessionView) => T): T {
	return useSyncExternalStore(session.subscribe, () => pick(session.view()));
}
