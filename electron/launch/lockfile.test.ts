import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface LockedPackage {
	version?: string;
	optionalDependencies?: Record<string, string>;
	resolved?: string;
	gypfile?: boolean;
}

const lock: { packages: Record<string, LockedPackage> } = JSON.parse(
	readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8"),
);

test("the lock file names the binaries of every platform, or npm ci refuses it", () => {
	const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
		Object.keys(optionalDependencies).filter(
			(name) => !lock.packages[`node_modules/${name}`] && !lock.packages[`${path}/node_modules/${name}`],
		),
	);
	expect(missing).toEqual([]);
});

test("the lock file names no download address", () => {
	expect(Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});

test("installing compiles nothing: npm would rebuild better-sqlite3, which brings its binaries, unless the lock file says not to", () => {
	expect(lock.packages["node_modules/better-sqlite3"]?.gypfile).toBe(false);
});
