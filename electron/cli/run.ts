import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { TRPCClientError } from "@trpc/client";
import type { StudioFailure } from "#contract/errors.ts";
import { english } from "#domain/words/message.ts";
import { createStudioClient, type StudioClient } from "#service/client.ts";
import { StudioError, toStudioError } from "#service/errors.ts";
import { DATABASE_FILE } from "#service/lifecycle/files.ts";
import { heldLine } from "#service/lifecycle/lock.ts";
import { createStudio, type StudioOptions } from "#service/studio.ts";
import { type ParsedArguments, parseArguments, usage } from "./arguments.ts";
import type { Command, CommandResult, LibraryCommand } from "./command.ts";

export interface CommandLineOutput {
	out(text: string): void;
	err(text: string): void;
}

const JOB_POLL_MS = 20;

/** The error of the service behind a failed call. */
function unwrap(error: unknown): StudioError {
	if (error instanceof TRPCClientError) {
		const data: unknown = error.data;
		const studio = typeof data === "object" && data !== null && "studio" in data ? data.studio : null;
		if (typeof studio === "object" && studio !== null && "code" in studio)
			return StudioError.from(studio as StudioFailure);
	}
	return toStudioError(error);
}

async function waitForJob(client: StudioClient, id: string, signal: AbortSignal): Promise<unknown> {
	for (;;) {
		const status = signal.aborted ? await client.jobs.cancel.mutate({ id }) : await client.jobs.status.query({ id });
		if (status.state === "done") return status.result;
		if (status.state === "cancelled") throw new StudioError("CANCELLED", "Cancelled. The library is as it was");
		if (status.state === "failed")
			throw status.error ? StudioError.from(status.error) : new StudioError("INTERNAL", "The job failed");
		await wait(JOB_POLL_MS);
	}
}

/** One line that says why the library cannot be used. */
async function assertOpen(client: StudioClient): Promise<void> {
	const status = await client.library.status.query();
	switch (status.state) {
		case "open":
			return;
		case "newer":
			throw new StudioError(
				"LIBRARY_UNAVAILABLE",
				`A newer Inkhour wrote this library (schema ${status.schemaVersion}, this one reads up to ${status.supportedVersion})`,
			);
		case "damaged":
			throw new StudioError(
				"LIBRARY_UNAVAILABLE",
				"The library is damaged. Its file is as it was; open the studio to repair it",
				{
					reason: status.reason,
				},
			);
		case "locked":
			throw new StudioError("LIBRARY_LOCKED", heldLine(status.processId));
		case "unreachable":
			throw new StudioError("LIBRARY_UNAVAILABLE", "The library cannot be reached", { reason: status.reason });
	}
}

/** Remembers what is in a folder, so that a failed command can take away what it made, the folders above it too. */
function rememberFolder(directory: string): () => void {
	if (existsSync(directory)) {
		const before = new Set(readdirSync(directory));
		return () => {
			for (const name of readdirSync(directory))
				if (!before.has(name)) rmSync(join(directory, name), { recursive: true });
		};
	}
	let made = directory;
	while (!existsSync(dirname(made))) made = dirname(made);
	return () => rmSync(made, { recursive: true, force: true });
}

/** Rejects when a command is stopped that only asks: an answer that takes long is not waited for. A job stops itself. */
function stopped(signal: AbortSignal, hasJob: () => boolean): Promise<never> {
	return new Promise((_, reject) => {
		const stop = () => {
			if (!hasJob()) reject(new StudioError("CANCELLED", "Cancelled. The library is as it was"));
		};
		if (signal.aborted) stop();
		else signal.addEventListener("abort", stop, { once: true });
	});
}

async function runOnLibrary(command: LibraryCommand, parsed: ParsedArguments, options: Partial<StudioOptions>) {
	const directory = parsed.context.path(parsed.library ?? "");
	const exists = existsSync(join(directory, DATABASE_FILE));
	if (!exists && command.library === "existing")
		throw new StudioError("NOT_FOUND", "There is no library in this folder", { file: directory });
	const takeAway = exists ? () => {} : rememberFolder(directory);
	if (!exists) mkdirSync(directory, { recursive: true });
	const studio = createStudio({ ...options, libraryDirectory: directory });
	const client = createStudioClient(studio.fetch);
	let done = false;
	try {
		await assertOpen(client);
		const { signal } = parsed.context;
		let hasJob = false;
		const job = async <Result>(id: string) => {
			hasJob = true;
			return (await waitForJob(client, id, signal)) as Result;
		};
		const result = await Promise.race([command.run({ ...parsed.context, client, job }), stopped(signal, () => hasJob)]);
		done = true;
		return result;
	} finally {
		await studio.close();
		if (!done) takeAway();
	}
}

/** One sentence after the other; what stands alone keeps its end. */
const asSentences = (before: string, next: string) => `${before}${/[.!?…]$/.test(before) ? "" : "."} ${next}`;

function oneLine(error: StudioError): string {
	const { file, place, advice } = error.details;
	const { reason: words } = error.details;
	const reason = words && english(words);
	const where = [file, place].filter((part) => part).join(", ");
	// What a program or a file says, and what begins small, is no sentence of ours.
	const remark = typeof words === "string" || /^\p{Ll}/u.test(reason ?? "");
	const quoted = remark && reason && reason !== error.message ? ` (${reason})` : "";
	const ours = quoted !== "" || reason === error.message ? "" : (reason ?? "");
	const said = [`${error.message}${quoted}`, ours, advice ? english(advice) : ""];
	const line = `${where ? `${where}: ` : ""}${said.filter((part) => part !== "").reduce(asSentences)}`;
	return line.replace(/\s*\n\s*/g, " ");
}

/**
 * Runs one command line. Exit status: 0 only when it did what was asked, 2 when the line itself is wrong (an unknown
 * command or flag, a value that will not do), 130 when cancelled, else 1. A failure is one line on `err`; with `--json` also an object with `error` on `out`.
 */
export async function runCommandLine(
	argv: readonly string[],
	commands: readonly Command[],
	output: CommandLineOutput,
	signal: AbortSignal = new AbortController().signal,
	options: Partial<StudioOptions> = {},
): Promise<number> {
	const json = argv.includes("--json");
	try {
		const parsed = parseArguments(argv, commands, signal);
		const { command } = parsed;
		let result: CommandResult;
		if (parsed.help) result = { json: { usage: usage(command) }, text: usage(command) };
		else if (command.library === "none") result = await command.run(parsed.context);
		else result = await runOnLibrary(command, parsed, options);
		const printed = json ? JSON.stringify(result.json) : result.text;
		if (printed !== "") output.out(`${printed}\n`);
		return result.ok === false ? 1 : 0;
	} catch (thrown) {
		const error = unwrap(thrown);
		const { reason, advice } = error.details;
		output.err(`${oneLine(error)}\n`);
		if (json)
			output.out(
				`${JSON.stringify({ error: { code: error.code, message: error.message, details: { ...error.details, reason: reason && english(reason), advice: advice && english(advice) } } })}\n`,
			);
		if (error.code === "CANCELLED") return 130;
		return error.code === "INVALID_INPUT" ? 2 : 1;
	}
}
