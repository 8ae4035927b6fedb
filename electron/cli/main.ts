/** `npm run studio -- <command>`: the studio without a window. */

import { toStudioError } from "#service/errors.ts";
import { help } from "./commands/help.ts";
import { commands } from "./commands/index.ts";
import { runCommandLine } from "./run.ts";

// Whoever reads what is told may stop early, as `head` does: nothing is left to tell them. A full disk is told.
for (const stream of [process.stdout, process.stderr])
	stream.on("error", (error: NodeJS.ErrnoException) => {
		if (error.code === "EPIPE") process.exit();
		if (stream === process.stdout)
			process.stderr.write(`What was to be told could not be written: ${toStudioError(error).message}\n`);
		process.exit(1);
	});

const abort = new AbortController();
process.once("SIGINT", () => abort.abort());
process.once("SIGTERM", () => abort.abort());
process.exitCode = await runCommandLine(
	process.argv.slice(2),
	[...commands, help(commands)],
	{ out: (text) => void process.stdout.write(text), err: (text) => void process.stderr.write(text) },
	abort.signal,
);
