import type { Bench } from "../bench.ts";
import { saveServiceCases } from "./save-service.ts";
import { saveWindowCases } from "./save-window.ts";

/** Both ends of an autosave. How long the event loop stands still while an archive comes in is a case of `import`. */
export const saveBench: Bench = {
	name: "save",
	summary: "main-thread time of the window and of the service per autosave of a 20,000-word story",
	async run(log) {
		return [...(await saveWindowCases(log)), ...(await saveServiceCases(log))];
	},
};
