/** The code of the rooms, each loaded when it is first wanted. */
import type { Route } from "../routes.ts";

export const roomCode = {
	write: () => import("#features/write/WriteRoom.tsx"),
	plan: () => import("#features/plan/PlanRoom.tsx"),
	earn: () => import("#features/earn/EarnRoom.tsx"),
	settings: () => import("#features/settings/SettingsRoom.tsx"),
};

/** Starts loading a room before anything is drawn, beside the first questions to the service. */
export function fetchRoomEarly(route: Route): void {
	// A failure shows where the room is drawn.
	void roomCode[route.room]().catch(() => {});
}
