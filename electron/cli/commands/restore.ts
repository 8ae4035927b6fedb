import { join } from "node:path";
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
		const { stories, media, missing } = report;
		const restored = `${counted(stories, "story", "stories")} and ${counted(media, "picture", "pictures")} restored into ${directory}`;
		const lines =
			missing.length === 0
				? []
				: [
						`${counted(missing.length, "picture is", "pictures are")} missing, neither in the backup nor beside it. Their files belong into ${join(directory, "media")}`,
						...missing.map(({ assetId, title }) => `  ${assetId} in ${title || "(no title)"}`),
					];
		return { json: { ...report, library: directory }, text: [restored, ...lines].join("\n"), ok: missing.length === 0 };
	},
};
