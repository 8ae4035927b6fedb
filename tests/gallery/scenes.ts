/** Every screen and state. A new one joins with one entry in its room's list. */
import type { Room, Scene } from "./scene.ts";
import { EARN } from "./scenes/earn.ts";
import { FRAME } from "./scenes/frame.ts";
import { IMPORT } from "./scenes/import.ts";
import { COACH, LIBRARY } from "./scenes/library.ts";
import { PLAN } from "./scenes/plan.ts";
import { RECOVERY } from "./scenes/recovery.ts";
import { SETTINGS } from "./scenes/settings.ts";
import { WRITE } from "./scenes/write.ts";

export const ROOMS: readonly Room[] = [
	{ name: "Frame", scenes: FRAME },
	{ name: "Write", scenes: WRITE },
	{ name: "Coach", scenes: COACH },
	{ name: "Library", scenes: LIBRARY },
	{ name: "Plan", scenes: PLAN },
	{ name: "Earn", scenes: EARN },
	{ name: "Import from Medium", scenes: IMPORT },
	{ name: "Settings", scenes: SETTINGS },
	{ name: "Recovery", scenes: RECOVERY },
];

export const SCENES: readonly Scene[] = ROOMS.flatMap(({ scenes }) => scenes);
