import type { BundleReport } from "#contract/library.ts";
import type { Command } from "../command.ts";

export const backup: Command = {
	name: "backup",
	summary: "Write the library and its pictures into one checked file.",
	library: "existing",
	flags: { to: { value: "FILE", help: "File to write; an older backup there is replaced", required: true } },
	async run({ client, job, required, path }) {
		const report = await job<BundleReport>(await client.library.backupTo.mutate({ file: path(required("to")) }));
		return {
			json: report,
			text: `${report.stories} stories and ${report.media} pictures in ${report.file} (${report.bytes} bytes, checked)`,
		};
	},
};
