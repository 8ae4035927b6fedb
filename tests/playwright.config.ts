import { defineConfig } from "@playwright/test";
import { CHROMIUM_ARGUMENTS, findChromium } from "./support/chromium.ts";
import { keepCompiledCode } from "./support/compile-cache.ts";

keepCompiledCode();

const executablePath = findChromium();

export default defineConfig({
	projects: [
		{ name: "browser", testDir: "end-to-end" },
		{ name: "electron", testDir: "electron/real" },
	],
	globalSetup: "./support/build.ts",
	outputDir: "../test-results",
	// A small machine with two browsers at work takes its time.
	timeout: 60_000,
	expect: { timeout: 10_000 },
	fullyParallel: true,
	workers: 2,
	// Machines that are shared stall now and then. On one's own machine a flaky test fails and is mended.
	retries: process.env["CI"] ? 2 : 0,
	forbidOnly: true,
	reporter: [["list"]],
	use: {
		viewport: { width: 1280, height: 800 },
		locale: "en-US",
		timezoneId: "UTC",
		screenshot: "only-on-failure",
		// Recording costs a third of a test. On one's own machine: npm run end-to-end -- name --trace retain-on-failure
		trace: "on-first-retry",
		permissions: ["clipboard-read", "clipboard-write"],
		launchOptions: { args: CHROMIUM_ARGUMENTS, ...(executablePath ? { executablePath } : {}) },
	},
});
