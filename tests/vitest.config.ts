import { availableParallelism } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { keepCompiledCode } from "./support/compile-cache.ts";
import { keepFilesInMemory } from "./support/fast-disk.ts";

keepCompiledCode();
keepFilesInMemory();

export default defineConfig({
	resolve: {
		// In plain Node the real package tries to download a binary when it is imported.
		alias: { electron: join(import.meta.dirname, "electron/stand-in.ts") },
	},
	test: {
		root: join(import.meta.dirname, ".."),
		environment: "node",
		// As for the end-to-end tests: a shared machine may stall once.
		retry: process.env["CI"] ? 1 : 0,
		// Real files and databases on a busy machine take their time.
		testTimeout: 30_000,
		// One of two cores would stand still.
		maxWorkers: Math.max(2, availableParallelism() - 1),
		server: { deps: { inline: ["electron-store"] } },
		projects: [
			// Files share what is loaded: nothing they do outside their own folder reaches the next one.
			{ extends: true, test: { name: "source", include: ["src/**/*.test.{ts,tsx}"], isolate: false } },
			{
				extends: true,
				test: {
					name: "service",
					include: [
						"electron/**/*.test.ts",
						"tests/contract/**/*.test.ts",
						"tests/words/**/*.test.ts",
						"tests/evaluate/**/*.test.ts",
						"tests/gallery/**/*.test.ts",
					],
					isolate: false,
				},
			},
			// The desktop's own main module, loaded anew again and again beside a stand-in for Electron.
			{ extends: true, test: { name: "desktop", include: ["tests/electron/**/*.test.ts"] } },
		],
	},
});
