/** Every scene of the gallery under axe: all rules in light, the rules about colours again in dark. */
import { expect, test } from "@playwright/test";
import { openLibraryOf } from "#tests/gallery/libraries.ts";
import { PAIR, type Scene } from "#tests/gallery/scene.ts";
import { ROOMS } from "#tests/gallery/scenes.ts";
import { Stage } from "#tests/gallery/stage.ts";
import { accessibilityFindings, COLOR_RULES } from "#tests/support/accessible.ts";

test.describe.configure({ timeout: 240_000 });
// The lines that are found say where; a recording of so many screens takes longer than the looks.
test.use({ trace: "off", screenshot: "off" });

/** Scenes that change their library come last. */
const inOrder = (scenes: readonly Scene[]) => [
	...scenes.filter((scene) => !scene.changes),
	...scenes.filter((scene) => scene.changes),
];

for (const room of ROOMS)
	for (const [kind, scenes] of Map.groupBy(room.scenes, (scene) => scene.library))
		test(`axe finds nothing in ${room.name}, ${kind} library`, async ({ browser }) => {
			const library = await openLibraryOf(kind);
			const stage = await Stage.open(browser);
			const base = await stage.addressOf(library);
			const findings: string[] = [];
			const look = async (scene: Scene) => {
				const [first = PAIR[0]] = scene.frames;
				for (const frame of first?.width === 1280 ? PAIR : scene.frames) {
					await stage.frame(frame);
					if (frame === PAIR[1]) await stage.settle({ held: true });
					else await stage.reach(scene, base, library);
					const found = await accessibilityFindings(stage.page, frame === PAIR[1] ? COLOR_RULES : undefined);
					findings.push(...found.map((one) => `${scene.name}, ${frame.name}: ${one}`));
				}
			};
			for (const scene of inOrder(scenes))
				await look(scene).catch((error: unknown) => findings.push(`${scene.name}: ${String(error)}`));
			await stage.close();
			await library.close();
			expect(findings).toEqual([]);
		});
