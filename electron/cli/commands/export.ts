import { type ExportReport, exportFormatSchema } from "#contract/export.ts";
import { storyIdSchema } from "#contract/story.ts";
import type { AbsentThing } from "#domain/story/export/absent.ts";
import { StudioError } from "#service/errors.ts";
import type { Command } from "../command.ts";
import { counted } from "../counted.ts";

const thingWords = ({ kind, words }: AbsentThing) => (words === "" ? kind : `${kind} "${words}"`);

export const exportStories: Command = {
	name: "export",
	summary: "Write stories as Markdown or HTML files.",
	library: "existing",
	positionals: ["[ID]"],
	flags: {
		all: { help: "Every story that is not in the trash" },
		to: { value: "DIR", help: "Folder to write into; made when it does not exist", required: true },
		format: {
			value: "FORMAT",
			help: "markdown (default) or html",
			problem: (name) => (exportFormatSchema.safeParse(name).success ? null : `there is no format "${name}"`),
		},
	},
	async run({ client, job, positionals: [id], on, text, required, path }) {
		if (on("all") === (id !== undefined)) throw new StudioError("INVALID_INPUT", "export: give one ID, or --all");
		if (id !== undefined && !storyIdSchema.safeParse(id).success)
			throw new StudioError("NOT_FOUND", `export: there is no story "${id}"`);
		const report = await job<ExportReport>(
			await client.export.toFolder.mutate({
				stories: id === undefined ? "all" : [id],
				directory: path(required("to")),
				format: exportFormatSchema.parse(text("format") ?? "markdown"),
			}),
		);
		const missing =
			report.missingMedia.length === 0 ? "" : `, ${counted(report.missingMedia.length, "picture", "pictures")} missing`;
		const absent = report.withoutAddress.map(
			({ title, things }) => `  ${title || "Untitled"}: without an address: ${things.map(thingWords).join(", ")}`,
		);
		const done = `${counted(report.files.length, "file", "files")} and ${counted(report.media, "picture", "pictures")} in ${report.directory}${missing}`;
		return { json: report, text: [done, ...absent].join("\n") };
	},
};
