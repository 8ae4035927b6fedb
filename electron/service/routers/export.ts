import { isAbsolute } from "node:path";
import { z } from "zod";
import { type ExportedText, exportFolderInputSchema, exportFormatSchema } from "#contract/export.ts";
import { storyIdSchema } from "#contract/story.ts";
import { safeFileName } from "#domain/story/export/file-name.ts";
import { StudioError } from "../errors.ts";
import { FORMATS, renderStory } from "../export/render.ts";
import { exportToFolder } from "../export/to-folder.ts";
import { createRouter, libraryProcedure } from "./trpc.ts";

export const exportRouter = createRouter({
	/** Starts a job whose result is an `ExportReport`. */
	toFolder: libraryProcedure.input(exportFolderInputSchema).mutation(({ ctx, input }) => {
		if (!isAbsolute(input.directory))
			throw new StudioError("INVALID_INPUT", "The folder must be given as an absolute path", { file: input.directory });
		return ctx.jobs.start("export", (job) => exportToFolder(ctx.library, input, job));
	}),
	/** One story as text, for saving where the writer chooses. Pictures of the library are named, not included. */
	text: libraryProcedure
		.input(z.object({ id: storyIdSchema, format: exportFormatSchema }))
		.query(({ ctx, input }): ExportedText => {
			const story = ctx.library.stories.get(input.id);
			const { extension, mimeType } = FORMATS[input.format];
			return {
				fileName: safeFileName(story.name) + extension,
				mimeType,
				text: renderStory(story, input.format, () => true),
			};
		}),
});
