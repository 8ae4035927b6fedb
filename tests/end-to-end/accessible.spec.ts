/** The gallery's pages under axe: all rules in light, the rules about colours again in dark. With `INKHOUR_ALL_SCENES` every scene. */
import { expect, test } from "@playwright/test";
import { openLibraryOf } from "#tests/gallery/libraries.ts";
import { PAIR, type Scene } from "#tests/gallery/scene.ts";
import { EVERY_SCENE, SCENE_GROUPS } from "#tests/gallery/scenes.ts";
import { Stage } from "#tests/gallery/stage.ts";
import { accessibilityFindings, COLOR_RULES } from "#tests/support/accessible.ts";

test.describe.configure({ timeout: 480_000 });
// The lines that are found say where; a recording of so many screens takes longer than the looks.
test.use({ trace: "off", screenshot: "off" });

async function look(stage: Stage, base: string, library: Awaited<ReturnType<typeof openLibraryOf>>, scene: Scene) {
	const findings: string[] = [];
	const [light, dark] = PAIR;
	// A state that only a narrow window has is looked at there.
	const frames = scene.frames[0]?.width === light?.width ? [light, dark] : scene.frames;
	for (const frame of frames) {
		if (!frame) continue;
		await stage.frame(frame);
		if (frame === dark) await stage.settle({ held: true });
		else await stage.reach(scene, base, library);
		const found = await accessibilityFindings(stage.page, frame === dark ? COLOR_RULES : undefined);
		findings.push(...found.map((one) => `${scene.name}, ${frame.name}: ${one}`));
	}
	return findings;
}

const walked = SCENE_GROUPS.map((group) => ({
	...group,
	scenes: group.scenes.filter(({ prepare }) => EVERY_SCENE || !prepare),
})).filter(({ scenes }) => scenes.length > 0);

for (const { name, library: kind, scenes } of walked)
	test(`axe finds nothing in the ${name}`, async ({ browser }) => {
		const library = await openLibraryOf(kind);
		const stage = await Stage.open(browser);
		const base = await stage.addressOf(library);
		const findings: string[] = [];
		for (const scene of scenes)
			await look(stage, base, library, scene).then(
				(found) => findings.push(...found),
				(error: unknown) => findings.push(`${scene.name}: ${String(error)}`),
			);
		await stage.close();
		await library.close();
		expect(findings).toEqual([]);
	});
