import { defaultLibraryDirectory } from "#service/default-library.ts";
import { groupOf, unknownCommand, usage } from "../arguments.ts";
import type { Command } from "../command.ts";

/** Lists the commands, or shows how one is used, or all that begin with one word. */
export function help(commands: readonly Command[]): Command {
	return {
		name: "help",
		summary: "List the commands, or show how one is used.",
		library: "none",
		positionals: ["[COMMAND]", "[WORD]"],
		async run({ positionals }) {
			const name = positionals.join(" ");
			if (name !== "") {
				const command = commands.find((candidate) => candidate.name === name);
				const asked = command ? [command] : groupOf(name, commands);
				if (asked.length === 0) throw unknownCommand(positionals, commands);
				const text = asked.map(usage).join("\n\n");
				return { json: { command: name, usage: text }, text };
			}
			const width = Math.max(...commands.map((command) => command.name.length)) + 2;
			return {
				json: { commands: commands.map(({ name, summary }) => ({ name, summary })) },
				text: [
					"npm run studio -- COMMAND --library DIR [--json]",
					"",
					...commands.map((command) => `  ${command.name.padEnd(width)}${command.summary}`),
					"",
					`The studio's own library is in ${defaultLibraryDirectory()}`,
					"npm run studio -- help COMMAND shows its options. npm run -s leaves out npm's own lines.",
				].join("\n"),
			};
		},
	};
}
