import { parseArgs } from "node:util";
import { createStudio } from "#service/studio.ts";
import { startBrowserHost } from "../browser-host/host.ts";

const { values } = parseArgs({
	options: {
		library: { type: "string" },
		port: { type: "string" },
		browser: { type: "boolean" },
		"no-open": { type: "boolean" },
	},
});
const studio = createStudio({
	libraryDirectory: values.library ?? "inkhour-library",
	windowDirectory: new URL("../../out/window", import.meta.url).pathname,
	log: (line) => console.error(line),
});
const host = await startBrowserHost(studio, { port: Number(values.port ?? 0) });
console.log(host.link);
