/** Counts out of the runners' own JSON reports. */
import { readFileSync } from "node:fs";
import { z } from "zod";

export interface Counts {
	passed: number;
	failed: number;
	skipped: number;
}

export const noCounts = (): Counts => ({ passed: 0, failed: 0, skipped: 0 });

export function sum(left: Counts, right: Counts): Counts {
	return {
		passed: left.passed + right.passed,
		failed: left.failed + right.failed,
		skipped: left.skipped + right.skipped,
	};
}

const vitestSchema = z.object({
	numPassedTests: z.int(),
	numFailedTests: z.int(),
	numFailedTestSuites: z.int(),
	numPendingTests: z.int(),
	numTodoTests: z.int(),
});

const playwrightSchema = z.object({
	stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
});

function read<T>(path: string, schema: z.ZodType<T>): T | null {
	try {
		return schema.parse(JSON.parse(readFileSync(path, "utf8")));
	} catch {
		return null;
	}
}

/** `null` when there is no readable report. */
export function vitestCounts(path: string): Counts | null {
	const report = read(path, vitestSchema);
	return (
		report && {
			passed: report.numPassedTests,
			// A file that does not load has no tests to fail.
			failed: Math.max(report.numFailedTests, report.numFailedTestSuites > 0 ? 1 : 0),
			skipped: report.numPendingTests + report.numTodoTests,
		}
	);
}

/** `null` when there is no readable report. A test that passed only when tried again has passed; the runner names it as flaky. */
export function playwrightCounts(path: string): Counts | null {
	const report = read(path, playwrightSchema);
	return (
		report && {
			passed: report.stats.expected + report.stats.flaky,
			failed: report.stats.unexpected,
			skipped: report.stats.skipped,
		}
	);
}
