/** Every screen and state. A new one joins with one entry in its room's list. */
import type { LibraryKind, Room, Scene } from "./scene.ts";
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

/** Scenes of one library that a test goes through; those that change the library come last. */
export interface SceneGroup {
	/** Such as "sample library, part 2 of 4". */
	name: string;
	library: LibraryKind;
	scenes: readonly Scene[];
}

/**
 * Walking every scene takes minutes: a usual run looks at pages as they open, all of them where this is set. What a page
 * opens (dialogs, menus, states) is looked at by the tests of its room too.
 */
export const EVERY_SCENE = process.env["INKHOUR_ALL_SCENES"] !== undefined;

/** In how many groups the scenes of a library are divided, so that two workers have about the same to do. */
const PARTS: Partial<Record<LibraryKind, number>> = { sample: 4, own: 2 };

export const SCENE_GROUPS: readonly SceneGroup[] = [...Map.groupBy(SCENES, ({ library }) => library)].flatMap(
	([library, scenes]) => {
		const of = PARTS[library] ?? 1;
		return Array.from({ length: of }, (_, part) => {
			const own = scenes.filter((_scene, at) => at % of === part);
			return {
				name: `${library} library, part ${part + 1} of ${of}`,
				library,
				scenes: [...own.filter(({ changes }) => !changes), ...own.filter(({ changes }) => changes)],
			};
		});
	},
);
