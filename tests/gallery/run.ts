/**
 * Photographs every screen and state into `gallery/`, with one page that shows them all.
 *
 *     npm run gallery                 everything
 *     npm run gallery -- earn dark    names that contain all the words
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { type Browser, chromium } from "@playwright/test";
import { buildWhatIsStale } from "../../electron/launch/build.ts";
import { CHROMIUM_ARGUMENTS, findChromium } from "../support/chromium.ts";
import { openLibraryOf, type PhotographedLibrary } from "./libraries.ts";
import { galleryPage, type Photograph } from "./page.ts";
import { questionOf } from "./question.ts";
import type { Frame, LibraryKind, Scene } from "./scene.ts";
import { ROOMS, SCENES } from "./scenes.ts";
import { Stage } from "./stage.ts";

const FOLDER = new URL("../../gallery/", import.meta.url);
/** One draws while the other waits. */
const STAGES = 2;

const nameOf = (scene: Scene, frame: Frame) => `${scene.name}-${frame.name}`;
const question = questionOf(
	process.argv.slice(2),
	SCENES.flatMap((scene) => scene.frames.map((frame) => nameOf(scene, frame))),
);
const wanted = new Set(question.names);

const reason = (error: unknown) =>
	(error instanceof Error ? error.message.split("\n").slice(0, 3).join(" ") : String(error)) || "failed";

/** Frames between which the state need not be reached again. */
function groupsOf(scene: Scene): Frame[][] {
	const frames = scene.frames.filter((frame) => wanted.has(nameOf(scene, frame)));
	if (frames.length === 0) return [];
	return scene.anew ? [...Map.groupBy(frames, ({ width }) => width).values()] : [frames];
}

/** A machine that was busy once is asked once more, where that finds the library as it was. */
async function reach(stage: Stage, base: string, library: PhotographedLibrary, scene: Scene): Promise<void> {
	try {
		await stage.reach(scene, base, library);
	} catch (error) {
		if (scene.changes) throw error;
		await stage.leave();
		await stage.reach(scene, base, library);
	}
}

const photographs = new Map<string, Photograph>();

async function photograph(stage: Stage, base: string, library: PhotographedLibrary, scene: Scene): Promise<void> {
	for (const frames of groupsOf(scene)) {
		let problem = "";
		for (const [index, frame] of frames.entries()) {
			const name = nameOf(scene, frame);
			const file = `${name}.png`;
			try {
				await stage.frame(frame);
				if (index === 0) await reach(stage, base, library, scene);
				else await stage.settle({ held: true });
			} catch (error) {
				problem ||= reason(error);
			}
			await stage.photograph(new URL(file, FOLDER).pathname);
			photographs.set(name, { name: scene.name, frame, file, problem });
		}
	}
}

/** The scenes of one library, on all stages at once; those that change it come last, one at a time. */
async function photographAll(stages: readonly Stage[], kind: LibraryKind): Promise<void> {
	const scenes = SCENES.filter((scene) => scene.library === kind && groupsOf(scene).length > 0);
	if (scenes.length === 0) return;
	const library = await openLibraryOf(kind);
	const base = await stages[0]?.addressOf(library);
	if (base === undefined) return;
	const perform = async (stage: Stage, queue: Scene[]) => {
		for (let scene = queue.shift(); scene; scene = queue.shift()) await photograph(stage, base, library, scene);
	};
	const looking = scenes.filter((scene) => !scene.changes);
	await Promise.all(stages.map((stage) => perform(stage, looking)));
	for (const stage of stages.slice(0, 1))
		await perform(
			stage,
			scenes.filter((scene) => scene.changes),
		);
	await Promise.all(stages.map((stage) => stage.leave()));
	await library.close();
}

async function openBrowser(): Promise<Browser> {
	const executablePath = findChromium();
	return chromium.launch({ args: CHROMIUM_ARGUMENTS, ...(executablePath ? { executablePath } : {}) });
}

/** @returns the status to exit with */
async function photographWanted(): Promise<0 | 1> {
	buildWhatIsStale((line) => console.log(line));
	if (question.all) rmSync(FOLDER, { recursive: true, force: true });
	mkdirSync(FOLDER, { recursive: true });
	const started = Date.now();
	const browser = await openBrowser();
	const stages = await Promise.all(Array.from({ length: STAGES }, () => Stage.open(browser)));
	for (const kind of new Set(SCENES.map((scene) => scene.library))) await photographAll(stages, kind);
	await browser.close();

	const rooms = ROOMS.map(({ name, scenes }) => ({
		name,
		photographs: scenes.flatMap((scene) =>
			scene.frames.flatMap((frame) => photographs.get(nameOf(scene, frame)) ?? []),
		),
	}));
	writeFileSync(new URL("index.html", FOLDER), galleryPage(rooms));
	const problems = [...photographs.values()].filter((one) => one.problem !== "");
	for (const { file, problem } of problems) console.error(`${file}: ${problem}`);
	const pictures = photographs.size === 1 ? "1 picture" : `${photographs.size} pictures`;
	console.log(`${pictures} in ${Math.round((Date.now() - started) / 1000)} s: gallery/index.html`);
	return problems.length > 0 ? 1 : 0;
}

if (question.said) {
	const { text, status } = question.said;
	(status === 0 ? console.log : console.error)(text);
	process.exitCode = status;
} else process.exitCode = await photographWanted();
