import type { StudioClient } from "#service/client.ts";

/** One `--name` of a command. */
export interface Flag {
	/** Placeholder of the value in the help, e.g. `DIR`. Without it the flag is a switch. */
	value?: string;
	help: string;
	required?: boolean;
	/** May be given more than once; its values are then one, with commas between. Every other flag is given once. */
	repeats?: boolean;
	/** What is wrong with a value, as the end of a sentence that begins with the command's name; `null` when it will do. */
	problem?: (value: string) => string | null;
}

/** What a command answers with: `json` is printed by `--json`, `text` otherwise. */
export interface CommandResult {
	json: unknown;
	text: string;
	/** `false` when it ran but did not do what was asked, e.g. `verify` on an unsound library. */
	ok?: boolean;
}

export interface CommandContext {
	/** Words after the command's name. Their number was checked. */
	positionals: readonly string[];
	/** Value of a flag. */
	text(flag: string): string | undefined;
	/** Value of a required flag. */
	required(flag: string): string;
	/** Whether a switch was given. */
	on(flag: string): boolean;
	/** An absolute path, taken from where the command was started. */
	path(given: string): string;
	/** Aborted by Ctrl-C. */
	signal: AbortSignal;
}

export interface LibraryContext extends CommandContext {
	/** The same calls the window makes. */
	client: StudioClient;
	/** Waits for a job and returns its result. @throws {StudioError} what failed, or CANCELLED */
	job<Result>(id: string): Promise<Result>;
}

interface CommandBase {
	/** What is typed, e.g. `export` or `stats import`. */
	name: string;
	/** One line for the list of commands. */
	summary: string;
	/** Lines that its help has below the usage. */
	details?: readonly string[];
	/** Names of the positional words, e.g. `["PATH"]`; a name in brackets may be left out. */
	positionals?: readonly string[];
	flags?: Readonly<Record<string, Flag>>;
}

/** A command on an open library. */
export interface LibraryCommand extends CommandBase {
	/** `existing` refuses a folder without a library; `create` makes one and takes it away again when the command fails. */
	library: "existing" | "create";
	run(context: LibraryContext): Promise<CommandResult>;
}

/** A command that opens no library itself. */
export interface PlainCommand extends CommandBase {
	library: "none";
	run(context: CommandContext): Promise<CommandResult>;
}

export type Command = LibraryCommand | PlainCommand;
