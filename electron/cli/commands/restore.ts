import { restoreBundle } from "#service/backup/bundle.ts";
import type { Command } from "../command.ts";
import { counted } from "../counted.ts";

export const restore: Command = {
	name: "restore",
	summary: "Bring a library back from a backup file, into a folder that has none.",
	library: "none",
	positionals: ["FILE"],
	flags: { library: { value: "DIR", help: "New folder for the library", required: true } },
	async run({ positionals: [file = ""], required, path }) {
		const directory = path(required("library"));
		const report = await restoreBundle(path(file), directory);
		return {
			json: { ...report, library: directory },
			text: `${counted(report.stories, "story", "stories")} and ${counted(report.media, "picture", "pictures")} restored into ${directory}`,
		};
	},
};
