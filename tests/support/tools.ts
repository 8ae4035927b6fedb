import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const ROOT = join(import.meta.dirname, "../..");

const manifestSchema = z.object({ bin: z.union([z.string(), z.record(z.string(), z.string())]) });

/** Script behind a package's command, so that it runs under this Node on every system. */
function script(packageName: string, command: string): string {
	const directory = join(ROOT, "node_modules", packageName);
	const { bin } = manifestSchema.parse(JSON.parse(readFileSync(join(directory, "package.json"), "utf8")));
	const path = typeof bin === "string" ? bin : bin[command];
	if (!path) throw new Error(`${packageName} has no command ${command}`);
	return join(directory, path);
}

/** Runs a tool of the project with its output on the terminal. @returns whether it succeeded */
export function runTool(
	packageName: string,
	command: string,
	args: string[],
	environment: NodeJS.ProcessEnv = {},
): boolean {
	const ended = spawnSync(process.execPath, [script(packageName, command), ...args], {
		cwd: ROOT,
		stdio: "inherit",
		env: { ...process.env, ...environment },
	});
	return ended.status === 0;
}
