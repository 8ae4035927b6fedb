import { isAbsolute } from "node:path";
import { exportFolderInputSchema } from "#contract/export.ts";
import { StudioError } from "../errors.ts";
import { exportToFolder } from "../export/to-folder.ts";
import { createRouter, libraryProcedure } from "./trpc.ts";

export const exportRouter = createRouter({
	/** Starts a job whose result is an `ExportReport`. */
	toFolder: libraryProcedure.input(exportFolderInputSchema).mutation(({ ctx, input }) => {
		if (!isAbsolute(input.directory))
			throw new StudioError("INVALID_INPUT", "The folder must be given as an absolute path", { file: input.directory });
		return ctx.jobs.start("export", (job) => exportToFolder(ctx.library, input, job));
	}),
});
