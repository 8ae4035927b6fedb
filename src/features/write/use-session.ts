import { useSyncExternalStore } from "react";
import type { SessionView, StorySession } from "./session.ts";

export function useSessionView(session: StorySession): SessionView {
	return useSyncExternalStore(session.subscribe, session.view);
}
