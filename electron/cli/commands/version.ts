import packageJson from "../../../package.json" with { type: "json" };
import type { Command } from "../command.ts";

export const version: Command = {
	name: "version",
	summary: "Print the version of Inkhour, as --version does.",
	library: "none",
	async run() {
		return { json: { version: packageJson.version }, text: packageJson.version };
	},
};
