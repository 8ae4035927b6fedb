/** A studio on a library of its own for the tests of what the revenue engine answers, with the sample where asked. */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from "vitest";
import type { EarnOverview } from "#contract/earn.ts";
import { createStudioClient, type StudioClient } from "#service/client.ts";
import { fixedClock } from "#service/clock.ts";
import { createStudio, type Studio } from "#service/studio.ts";

/** What the clock of every test shows at first. */
export const NOW = "2026-03-20T09:00:00.000Z";
export let directory: string;
export let studio: Studio;
export let client: StudioClient;

function start(now: string): void {
	studio = createStudio({ libraryDirectory: directory, clock: fixedClock(now) });
	client = createStudioClient(studio.fetch);
}

function enter(): void {
	directory = mkdtempSync(join(tmpdir(), "inkhour-revenue-"));
	start(NOW);
}

async function leave(): Promise<void> {
	await studio.close();
	rmSync(directory, { recursive: true, force: true });
}

/** An empty library for each test of the file that calls it. */
export function inEmptyLibrary(): void {
	beforeEach(enter);
	afterEach(leave);
}

async function enterSample(): Promise<void> {
	enter();
	await finished((await client.sample.add.mutate()).jobId);
}

/** One library with the sample for all tests of the file that calls it: they ask and change nothing. */
export function inOneSample(): void {
	beforeAll(enterSample);
	afterAll(leave);
}

/** A library with the sample for each test of the file that calls it, each a copy of one. */
export function inSample(): void {
	let made: string;
	beforeAll(async () => {
		await enterSample();
		await studio.close();
		made = directory;
	});
	beforeEach(() => {
		directory = mkdtempSync(join(tmpdir(), "inkhour-revenue-"));
		cpSync(made, directory, { recursive: true });
		start(NOW);
	});
	afterEach(leave);
	afterAll(() => rmSync(made, { recursive: true, force: true }));
}

/** The same library with another clock. */
export async function reopen(now: string): Promise<void> {
	await studio.close();
	start(now);
}

async function finished(jobId: string): Promise<void> {
	await vi.waitFor(async () => expect((await client.jobs.status.query({ id: jobId })).state).toBe("done"), {
		timeout: 10_000,
		interval: 20,
	});
}

/** Imports stats as if they were pasted. */
export async function bring(text: string): Promise<void> {
	await finished((await client.stats.startImport.mutate({ source: { type: "text", text } })).jobId);
}

/** A projection that was not tried on the past, which takes most of the time. */
export const project = (months = 3) => client.earn.projection.query({ months, refined: false });

export const earnedIn = ({ months }: EarnOverview, month: string) =>
	months.find((one) => one.month === month)?.earnings?.value;
