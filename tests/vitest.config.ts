import { join } from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
	resolve: {
		// In plain Node the real package tries to download a binary when it is imported.
		alias: { electron: join(import.meta.dirname, "electron/stand-in.ts") },
	},
	test: {
		root: join(import.meta.dirname, ".."),
		include: [
			"src/**/*.test.{ts,tsx}",
			"electron/**/*.test.ts",
			"tests/electron/**/*.test.ts",
			"tests/contract/**/*.test.ts",
			"tests/words/**/*.test.ts",
		],
		environment: "node",
		// As for the end-to-end tests: a shared machine may stall once.
		retry: process.env["CI"] ? 1 : 0,
		// Real files and databases on a busy machine take their time.
		testTimeout: 30_000,
		server: { deps: { inline: ["electron-store"] } },
	},
});
