/** `npm run evaluate -- NAME [--json]`: scores one part against data with known answers. */
import { evaluations } from "./evaluations.ts";

const words = process.argv.slice(2);
const json = words.includes("--json");
const [name, ...rest] = words.filter((word) => word !== "--json");
const evaluation = evaluations.find((candidate) => candidate.name === name);
if (!evaluation) {
	const names = evaluations.map((candidate) => `  ${candidate.name.padEnd(14)}${candidate.summary}`).join("\n");
	console.error(
		`${name ? `There is no evaluation "${name}".` : "Which evaluation?"} npm run evaluate -- NAME [--json]\n${names || "  (there are none yet)"}`,
	);
	process.exitCode = 2;
} else {
	const { json: answer, text } = await evaluation.run(rest);
	console.log(json ? JSON.stringify(answer) : text);
}
