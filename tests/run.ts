/** What `npm test` does: every gate in turn, its output as it comes, and one line with the counts at the end. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildWhatIsStale } from "../electron/launch/build.ts";
import { ensureChromium } from "./support/install-chromium.ts";
import { type Counts, noCounts, playwrightCounts, sum, vitestCounts } from "./support/reports.ts";
import { runTool } from "./support/tools.ts";

const reports = mkdtempSync(join(tmpdir(), "inkhour-test-"));
const unitReport = join(reports, "unit.json");
const endToEndReport = join(reports, "end-to-end.json");

interface Step {
	name: string;
	run(): Counts | Promise<Counts>;
}

/** A gate that passes or fails as one. */
const gate = (passed: boolean): Counts => ({ ...noCounts(), passed: passed ? 1 : 0, failed: passed ? 0 : 1 });

/** A runner's own counts; one that failed without a failed test, or left no report, is a failure too. */
function counted(passed: boolean, counts: Counts | null): Counts {
	if (!counts) return gate(false);
	return passed || counts.failed > 0 ? counts : sum(counts, gate(false));
}

const STEPS: Step[] = [
	{ name: "Biome", run: () => gate(runTool("@biomejs/biome", "biome", ["check", "."])) },
	{ name: "TypeScript", run: () => gate(runTool("typescript", "tsc", [])) },
	{ name: "knip", run: () => gate(runTool("knip", "knip", [])) },
	{
		name: "Interface words",
		run: () => gate(runTool("i18next-cli", "i18next-cli", ["extract", "--ci", "--config", "tests/i18next.config.ts"])),
	},
	{
		name: "Unit tests",
		run: () => {
			const args = ["run", "--config", "tests/vitest.config.ts", "--reporter=default", "--reporter=json"];
			const passed = runTool("vitest", "vitest", [...args, `--outputFile.json=${unitReport}`]);
			return counted(passed, vitestCounts(unitReport));
		},
	},
	{
		name: "Build",
		run: () => {
			if (!buildWhatIsStale(console.log)) console.log("Up to date.");
			return gate(true);
		},
	},
	{
		name: "End-to-end tests",
		run: () => {
			const chromium = ensureChromium(console.log);
			if (!chromium) {
				console.log("There is no Chromium and none could be installed: the end-to-end tests did not run.");
				return gate(false);
			}
			const passed = runTool(
				"@playwright/test",
				"playwright",
				["test", "--config", "tests/playwright.config.ts", "--reporter=list,json"],
				{ PLAYWRIGHT_JSON_OUTPUT_FILE: endToEndReport },
			);
			return counted(passed, playwrightCounts(endToEndReport));
		},
	},
];

async function runStep(step: Step): Promise<Counts> {
	console.log(`\n=== ${step.name}`);
	const start = performance.now();
	let counts: Counts;
	try {
		counts = await step.run();
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		counts = gate(false);
	}
	const seconds = ((performance.now() - start) / 1000).toFixed(1);
	console.log(`--- ${step.name}: ${counts.failed === 0 ? "passed" : "FAILED"} in ${seconds} s`);
	return counts;
}

let total = noCounts();
const failed: string[] = [];
for (const step of STEPS) {
	const counts = await runStep(step);
	if (counts.failed > 0) failed.push(step.name);
	total = sum(total, counts);
}
rmSync(reports, { recursive: true, force: true });
if (failed.length > 0) console.log(`\nFailed: ${failed.join(", ")}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed === 0 ? 0 : 1;
