import { cpus, totalmem } from "node:os";

/** Middle and 95th percentile of a set of samples, in the case's unit. */
export interface Figure {
	median: number;
	p95: number;
}

export interface BenchCase {
	case: string;
	/** e.g. `ms`, `stories/s`. */
	unit: string;
	ours: Figure;
	baseline: (Figure & { name: string }) | null;
	/** Ours against the baseline; above 1 means "ours is the larger figure". */
	ratio: Figure | null;
	/** Peak resident memory of ours, MB. */
	memoryMb?: number;
}

/** One bench: a file in `cases/` and its name in `cases/index.ts`. */
export interface Bench {
	name: string;
	summary: string;
	/** Progress goes to `log` (stderr); the answer is the cases. */
	run(log: (line: string) => void): Promise<BenchCase[]>;
}

export interface BenchReport {
	name: string;
	machine: { cpu: string; cores: number; memoryGb: number; platform: string; node: string };
	cases: BenchCase[];
}

export function percentile(samples: readonly number[], share: number): number {
	const sorted = [...samples].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Median and p95 of samples, rounded to three digits. */
export function figure(samples: readonly number[]): Figure {
	const round = (value: number) => Number(value.toPrecision(3));
	return { median: round(percentile(samples, 0.5)), p95: round(percentile(samples, 0.95)) };
}

/** Ours divided by the baseline, figure by figure. */
export function ratio(ours: Figure, baseline: Figure): Figure {
	const share = (a: number, b: number) => Number((a / b).toPrecision(3));
	return { median: share(ours.median, baseline.median), p95: share(ours.p95, baseline.p95) };
}

export function machine(): BenchReport["machine"] {
	return {
		cpu: cpus()[0]?.model ?? "unknown",
		cores: cpus().length,
		memoryGb: Math.round(totalmem() / 2 ** 30),
		platform: `${process.platform} ${process.arch}`,
		node: process.version,
	};
}

const cell = (value: Figure | null, unit: string) => (value ? `${value.median} / ${value.p95}${unit}` : "–");

/** The report as a table of "median / p95". */
export function table(report: BenchReport): string {
	const rows = [
		["case", "ours", "baseline", "ratio", "memory"],
		...report.cases.map((one) => [
			one.case,
			cell(one.ours, ` ${one.unit}`),
			one.baseline ? `${cell(one.baseline, ` ${one.unit}`)} (${one.baseline.name})` : "–",
			cell(one.ratio, "×"),
			one.memoryMb === undefined ? "–" : `${one.memoryMb} MB`,
		]),
	];
	const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
	const { cpu, cores, memoryGb, platform, node } = report.machine;
	return [
		`${report.name} (median / p95)  ${cpu}, ${cores} cores, ${memoryGb} GB, ${platform}, node ${node}`,
		...rows.map((row) =>
			row
				.map((text, column) => text.padEnd(widths[column] ?? 0))
				.join("  ")
				.trimEnd(),
		),
	].join("\n");
}

/** Watches this thread's event loop. `end` stops and gives the longest time in which it took no turn, ms. */
export function watchLoop(): { end(): number } {
	let watching = true;
	let longest = 0;
	let last = performance.now();
	const look = () => {
		const now = performance.now();
		longest = Math.max(longest, now - last);
		last = now;
	};
	const turn = () => {
		look();
		if (watching) setTimeout(turn, 1);
	};
	turn();
	return {
		end() {
			look();
			watching = false;
			return longest;
		},
	};
}
