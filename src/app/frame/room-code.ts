/** The code of the rooms, each loaded when it is first wanted. */
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
	await roomCode[route.room].load();
	if (route.room !== "write") return;
	const { fetchReader } = await import("#features/write/WriteRoom.tsx");
	await fetchReader(route.storyId);
}
