/** What `npm run evaluate` does with its words. */
import type { Evaluation } from "./evaluations.ts";

/** Where lines go: results to `log`, all else to `error`. */
export interface Outlet {
	log(line: string): void;
	error(line: string): void;
}

const USAGE = "npm run evaluate -- NAME [options] [--json]\nnpm run evaluate -- help [NAME]";

const optionsOf = ({ options }: Evaluation) =>
	Object.entries({ ...options, "--json": "one object instead of a table" })
		.map(([option, meaning]) => `      ${option.padEnd(18)}${meaning}`)
		.join("\n");

const described = (one: Evaluation) => `  ${one.name.padEnd(22)}${one.summary}\n${optionsOf(one)}`;

/** Wrong options, or data that cannot be read: an `Error` with a message of its own or a code, unlike a fault in our code. */
function saidPlainly(error: unknown): error is Error {
	return error instanceof Error && ("code" in error || Object.getPrototypeOf(error) === Error.prototype);
}

/** What is wrong, on one line and in words. */
function plainly(error: Error & { code?: unknown; path?: unknown }): string {
	const path = typeof error.path === "string" ? error.path : "the data";
	if (error.code === "ENOENT") return `${path}: there is no such file`;
	if (error.code === "EISDIR") return `${path} is a folder, not a file`;
	if (error.code === "EACCES" || error.code === "EPERM") return `${path} may not be read`;
	return error.message.split("\n")[0] ?? "";
}

/**
 * @returns the status to exit with: 0 when every bar holds or help was asked for, 1 when one is missed, 2 when there is
 * nothing to evaluate: an unknown name, wrong options, data that cannot be read
 */
export async function answer(
	words: readonly string[],
	evaluations: readonly Evaluation[],
	out: Outlet,
): Promise<0 | 1 | 2> {
	const json = words.includes("--json");
	const [name, ...rest] = words.filter((word) => word !== "--json");
	const find = (wanted: string | undefined) => evaluations.find((one) => one.name === wanted);
	if (name === "help" || name === "--help") {
		const one = find(rest[0]);
		out.log(`${USAGE}\n\n${(one ? [one] : evaluations).map(described).join("\n\n")}`);
		return 0;
	}
	const evaluation = find(name);
	if (!evaluation) {
		const asked = name === undefined ? "Which evaluation?" : `There is no evaluation "${name}".`;
		out.error(`${asked} There are ${evaluations.map((one) => one.name).join(", ")}.\n${USAGE}`);
		return 2;
	}
	try {
		const { json: scores, text } = await evaluation.run(rest);
		out.log(json ? JSON.stringify(scores) : text);
		return scores.pass ? 0 : 1;
	} catch (error) {
		if (!saidPlainly(error)) throw error;
		out.error(`evaluate ${evaluation.name}: ${plainly(error)}`);
		return 2;
	}
}
