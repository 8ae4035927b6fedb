/** `npm run bench -- NAME [--json]`: measures one part and prints medians and 95th percentiles. */
import { type BenchReport, machine, table } from "./bench.ts";
import { benches } from "./cases/index.ts";

const words = process.argv.slice(2);
const json = words.includes("--json");
const [name] = words.filter((word) => !word.startsWith("--"));
const unknownFlag = words.find((word) => word.startsWith("--") && word !== "--json");
const bench = benches.find((candidate) => candidate.name === name);
if (!bench || unknownFlag) {
	const names = benches.map((candidate) => `  ${candidate.name.padEnd(10)}${candidate.summary}`).join("\n");
	const problem = unknownFlag
		? `There is no option ${unknownFlag}.`
		: name
			? `There is no bench "${name}".`
			: "Which bench?";
	console.error(`${problem} npm run bench -- NAME [--json]\n${names}`);
	process.exitCode = 2;
} else {
	const cases = await bench.run((line) => console.error(line));
	const report: BenchReport = { name: bench.name, machine: machine(), cases };
	console.log(json ? JSON.stringify(report) : table(report));
}
