import type { Command } from "../command.ts";
import { list } from "./list.ts";

/** Every command. To add one: a file in this folder that exports a `Command`, and its name here. */
export const commands: readonly Command[] = [list];
