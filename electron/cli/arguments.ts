import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { StudioError } from "#service/errors.ts";
import type { Command, CommandContext, Flag } from "./command.ts";

const GLOBAL_FLAGS: Readonly<Record<string, Flag>> = {
	library: { value: "DIR", help: "Folder of the library" },
	json: { help: "Print one JSON object and nothing else" },
	help: { help: "Show how the command is used" },
};

/** Not listed with each command: it is one itself. */
const ALSO_A_COMMAND: Readonly<Record<string, Flag>> = { version: { help: "Print the version of Inkhour" } };

const toOptions = (flags: Readonly<Record<string, Flag>>) =>
	Object.fromEntries(
		Object.entries(flags).map(([name, flag]) => [
			name,
			flag.value ? ({ type: "string", multiple: true } as const) : ({ type: "boolean" } as const),
		]),
	);

/** What Node says of a value that looks like a flag, in one plain line. */
const AMBIGUOUS = /^Option '(--[\w-]+)[^']*' argument is ambiguous/;

function whyNotRead(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const [, flag] = AMBIGUOUS.exec(error.message) ?? [];
	if (flag) return `${flag} has no value; one that begins with "-" is written ${flag}=-1`;
	return error.message.split(/\. (?=To specify)/)[0] ?? "";
}

/** Values of flags, each as one text. @throws {StudioError} INVALID_INPUT when a flag is given twice that may not be */
function oneOfEach(
	values: ReturnType<typeof parseArgs>["values"],
	flags: Readonly<Record<string, Flag>>,
	name: string,
): Record<string, string | boolean | undefined> {
	return Object.fromEntries(
		Object.entries(values).map(([flag, given]) => {
			if (!Array.isArray(given)) return [flag, given];
			if (given.length > 1 && !flags[flag]?.repeats) throw invalid(`${name}: --${flag} is given more than once`);
			return [flag, given.join(",")];
		}),
	);
}

const GLOBAL_OPTIONS = toOptions({ ...GLOBAL_FLAGS, ...ALSO_A_COMMAND });

const invalid = (message: string) => new StudioError("INVALID_INPUT", message);

export interface ParsedArguments {
	command: Command;
	library: string | undefined;
	help: boolean;
	context: CommandContext;
}

/** The commands that begin with one word, such as "stats". */
export const groupOf = (word: string, commands: readonly Command[]) =>
	commands.filter(({ name }) => name.startsWith(`${word} `));

/** What to type instead of words that are no command: those that begin as they do, else the list. */
export function unknownCommand(words: readonly string[], commands: readonly Command[]): StudioError {
	const [first] = words;
	if (first === undefined) return invalid("No command. Try: npm run studio -- help");
	const alike = groupOf(first, commands).map(({ name }) => name);
	const said = alike.length > 0 ? words.slice(0, 2).join(" ") : first;
	return invalid(
		`There is no command "${said}". Try: npm run studio -- ${alike.length > 0 ? alike.join(", or ") : "help"}`,
	);
}

/** The command with the longest name that `words` starts with. */
function findCommand(words: readonly string[], commands: readonly Command[]): Command | undefined {
	return commands
		.filter((command) => command.name.split(" ").every((part, at) => words[at] === part))
		.sort((a, b) => b.name.length - a.name.length)[0];
}

function allFlags(command: Command): Readonly<Record<string, Flag>> {
	const { library, ...rest } = GLOBAL_FLAGS;
	const ownsLibrary = command.library !== "none" && library;
	return { ...command.flags, ...(ownsLibrary ? { library: { ...library, required: true } } : {}), ...rest };
}

/** How a command is used, several lines. */
export function usage(command: Command): string {
	const flags = Object.entries(allFlags(command));
	const needed = flags
		.filter(([, flag]) => flag.required)
		.map(([name, flag]) => `--${name} ${flag.value ?? ""}`.trim());
	const line = ["npm run studio --", command.name, ...(command.positionals ?? []), ...needed, "[options]"].join(" ");
	const names = flags.map(([name, flag]) => `  --${name}${flag.value ? ` ${flag.value}` : ""}`);
	const width = Math.max(...names.map((name) => name.length)) + 2;
	return [
		command.summary,
		"",
		line,
		"",
		...flags.map(([, flag], at) => `${(names[at] ?? "").padEnd(width)}${flag.help}`),
		...(command.details ? ["", ...command.details] : []),
	].join("\n");
}

/**
 * Reads the command line against the command's own flags.
 * @throws {StudioError} INVALID_INPUT with one line that names the word that was not understood
 */
export function parseArguments(
	argv: readonly string[],
	commands: readonly Command[],
	signal: AbortSignal,
): ParsedArguments {
	const given = parseArgs({ args: [...argv], options: GLOBAL_OPTIONS, strict: false, allowPositionals: true });
	const asked = ["help", "version"].filter((name) => given.values[name] === true);
	const words = given.positionals.length === 0 ? asked.slice(0, 1) : given.positionals;
	const command = findCommand(words, commands);
	if (!command) {
		const [group = "", ...more] = words;
		if (asked.includes("help") && more.length === 0 && groupOf(group, commands).length > 0)
			return parseArguments(["help", ...argv.filter((word) => word !== "--help")], commands, signal);
		throw unknownCommand(words, commands);
	}
	const flags = allFlags(command);
	let parsed: ReturnType<typeof parseArgs>;
	try {
		parsed = parseArgs({
			args: [...argv],
			allowPositionals: true,
			strict: true,
			options: toOptions(command.name === "version" ? { ...flags, ...ALSO_A_COMMAND } : flags),
		});
	} catch (error) {
		throw invalid(`${command.name}: ${whyNotRead(error)}`);
	}
	const values = oneOfEach(parsed.values, flags, command.name);
	const positionals = parsed.positionals.slice(command.name.split(" ").length);
	const help = values["help"] === true && positionals.length + parsed.positionals.length > 0;
	if (!help) {
		const expected = command.positionals ?? [];
		const missing = expected.filter((name) => !name.startsWith("["))[positionals.length];
		if (missing) throw invalid(`${command.name}: ${missing} is missing`);
		const extra = positionals[expected.length];
		if (extra !== undefined) throw invalid(`${command.name}: "${extra}" was not expected`);
		for (const [name, flag] of Object.entries(flags))
			if (flag.required && !values[name]) throw invalid(`${command.name}: --${name} ${flag.value ?? ""} is missing`);
		for (const [name, flag] of Object.entries(flags)) {
			const value = values[name];
			const problem = typeof value === "string" ? flag.problem?.(value) : null;
			if (problem) throw invalid(`${command.name}: ${problem}`);
		}
	}
	const text = (flag: string) => {
		const value = values[flag];
		return typeof value === "string" ? value : undefined;
	};
	const result: ParsedArguments = {
		command,
		library: text("library"),
		help,
		context: {
			positionals,
			text,
			required: (flag) => text(flag) ?? "",
			on: (flag) => values[flag] === true,
			// npm runs scripts in the project's folder; INIT_CWD is where the writer stood.
			path: (given) => resolve(process.env["INIT_CWD"] ?? process.cwd(), given),
			signal,
		},
	};
	return result;
}
