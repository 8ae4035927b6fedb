import type { BundleReport } from "#contract/library.ts";
import type { Command } from "../command.ts";
import { counted } from "../counted.ts";

export const backup: Command = {
	name: "backup",
	summary: "Write the library and its pictures into one checked file.",
	library: "existing",
	flags: {
		to: { value: "FILE", help: "File to write", required: true },
		force: { help: "Replace a backup that is already there; no other file is ever replaced" },
	},
	async run({ client, job, on, required, path }) {
		const input = { file: path(required("to")), replace: on("force") };
		const report = await job<BundleReport>(await client.library.backupTo.mutate(input));
		return {
			json: report,
			text: `${counted(report.stories, "story", "stories")} and ${counted(report.media, "picture", "pictures")} in ${report.file} (${report.bytes} bytes, checked)`,
		};
	},
};
