import type { Command } from "../command.ts";
import { importArchive } from "./import.ts";
import { list } from "./list.ts";
import { projectCommand } from "./project.ts";
import { statsImport } from "./stats-import.ts";

/** Every command. To add one: a file in this folder that exports a `Command`, and its name here. */
export const commands: readonly Command[] = [list, statsImport, projectCommand, importArchive];
