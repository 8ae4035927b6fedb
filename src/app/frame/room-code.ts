/** The code of the rooms, each loaded when it is first wanted. */
import { fetchReader } from "#features/write/autosave/emergency.ts";
import type { Route } from "../routes.ts";
import { onDemand } from "./on-demand.tsx";

export const roomCode = {
	write: onDemand(() => import("#features/write/WriteRoom.tsx")),
	plan: onDemand(() => import("#features/plan/PlanRoom.tsx")),
	earn: onDemand(() => import("#features/earn/EarnRoom.tsx")),
	settings: onDemand(() => import("#features/settings/SettingsRoom.tsx")),
};

/** Loads a room before anything is drawn, beside the first questions to the service. */
export async function fetchRoom(route: Route): Promise<void> {
	const reader = route.room === "write" ? fetchReader(route.storyId) : null;
	await Promise.all([roomCode[route.room].load(), reader]);
}
