import type { Command } from "../command.ts";
import { backup } from "./backup.ts";
import { explain } from "./explain.ts";
import { exportStories } from "./export.ts";
import { importArchive } from "./import.ts";
import { list } from "./list.ts";
import { projectCommand } from "./project.ts";
import { restore } from "./restore.ts";
import { statsImport } from "./stats-import.ts";
import { verify } from "./verify.ts";
import { version } from "./version.ts";
import { whatif } from "./whatif.ts";

/** Every command. To add one: a file in this folder that exports a `Command`, and its name here. */
export const commands: readonly Command[] = [
	list,
	importArchive,
	statsImport,
	projectCommand,
	explain,
	whatif,
	exportStories,
	backup,
	restore,
	verify,
	version,
];
