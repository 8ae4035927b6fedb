/** One contract, four ways in: the same requests must get the same answers from every host. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TRPCClientError } from "@trpc/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createStudioClient, type StudioClient } from "#service/client.ts";
import { fixedClock } from "#service/clock.ts";
import { createStudio } from "#service/studio.ts";
import { pngOf } from "#tests/support/pictures.ts";
import { startBrowserHost } from "../../electron/browser-host/host.ts";
import { runCommandLine } from "../../electron/cli/run.ts";
import { serveStudio } from "../../electron/main/scheme.ts";
import { state } from "../electron/stand-in.ts";

const UNKNOWN = "00000000-0000-4000-8000-000000000000";
const clock = fixedClock("2026-03-10T09:00:00.000Z");

let directory: string;
let windowDirectory: string;

beforeAll(() => {
	directory = mkdtempSync(join(tmpdir(), "inkhour-contract-"));
	windowDirectory = join(directory, "window");
	mkdirSync(join(windowDirectory, "assets"), { recursive: true });
	writeFileSync(join(windowDirectory, "index.html"), "<h1>Inkhour</h1>");
	writeFileSync(join(windowDirectory, "assets", "main.js"), "export {};");
	writeFileSync(join(directory, "picture.png"), pngOf(12, 8));
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** The calls, in order; later ones use what earlier ones made. */
async function makeCalls(client: StudioClient): Promise<[string, unknown][]> {
	const answers: [string, unknown][] = [];
	const record = async <T>(name: string, call: Promise<T>): Promise<T | null> => {
		try {
			const answer = await call;
			answers.push([name, answer]);
			return answer;
		} catch (error) {
			const data: unknown = error instanceof TRPCClientError ? error.data : error;
			answers.push([name, data]);
			return null;
		}
	};
	await record("status", client.library.status.query());
	const story = await record("create", client.stories.create.mutate({ title: "Lamps – 灯" }));
	if (!story) throw new Error("no story");
	const save = (document: string, baseRevision = story.revision) =>
		client.stories.save.mutate({ id: story.id, baseRevision, document });
	await record("save", save(JSON.stringify(story.document)));
	await record("conflict", save(JSON.stringify(story.document)));
	await record("unreadable document", save("{", story.revision + 1));
	await record("get", client.stories.get.query({ id: story.id }));
	await record("not found", client.stories.get.query({ id: UNKNOWN }));
	await record("invalid input", client.stories.get.query({ id: "x" }));
	await record("search", client.stories.search.query({ query: "灯" }));
	await record("list", client.stories.list.query({}));
	await record("picture", client.media.add.mutate({ source: { type: "path", path: join(directory, "picture.png") } }));
	await record("no file", client.media.add.mutate({ source: { type: "upload", token: UNKNOWN, name: "../x" } }));
	await record("no job", client.jobs.status.query({ id: UNKNOWN }));
	return answers;
}

/** Plain requests below a host's base address. */
const REQUESTS: { path: string; method?: string; headers?: Record<string, string>; body?: string }[] = [
	{ path: "" },
	{ path: "start.json" },
	{ path: "start.json", method: "POST" },
	{ path: "assets/main.js" },
	{ path: "assets/none.js" },
	{ path: "%2e%2e%2fpicture.png" },
	{ path: "media/none.png" },
	{ path: "backup/000001-20260101T000000-manual.sqlite" },
	{ path: "backup/..%2flibrary.sqlite" },
	{ path: `export/${UNKNOWN}/markdown` },
	{ path: `export/${UNKNOWN}/pdf` },
	{ path: "rpc/library.status" },
	{ path: "rpc/library.status", method: "POST" },
	{
		path: "rpc/no.such",
		method: "POST",
		headers: { "x-inkhour": "1", "content-type": "application/json" },
		body: "{}",
	},
	{
		path: "rpc/stories.get",
		method: "POST",
		headers: { "x-inkhour": "1", "content-type": "application/json" },
		body: "{",
	},
	{ path: `upload/${UNKNOWN}/a.zip`, method: "POST", body: "x" },
	{ path: `upload/${UNKNOWN}/a.zip`, method: "POST", headers: { "x-inkhour": "1" }, body: "x" },
	{ path: `upload/${UNKNOWN}/..%2fa`, method: "POST", headers: { "x-inkhour": "1" }, body: "x" },
	{ path: "", method: "PUT", body: "x" },
];

const KEPT_HEADERS = ["content-type", "content-security-policy", "cache-control"];

async function sendRequests(base: string, send: (request: Request) => Promise<Response>): Promise<unknown[]> {
	const answers: unknown[] = [];
	for (const { path, ...init } of REQUESTS) {
		const answer = await send(new Request(base + path, init));
		const headers = KEPT_HEADERS.map((name) => answer.headers.get(name));
		answers.push([init.method ?? "GET", path, answer.status, headers, await answer.text()]);
	}
	return answers;
}

/** Random ids by the order of their appearance, and the library's folder by one name. */
function comparable(answers: unknown, library: string): unknown {
	const ids = new Map<string, string>();
	const text = JSON.stringify(answers)
		.replaceAll(library, "LIBRARY")
		.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
			if (!ids.has(id)) ids.set(id, `id ${ids.size}`);
			return ids.get(id) ?? id;
		})
		.replace(/"id":"[0-9a-zA-Z_-]{6,12}"/g, '"id":"block"');
	return JSON.parse(text);
}

interface Answers {
	calls: unknown;
	requests: unknown;
}

async function throughFetch(): Promise<Answers> {
	const library = join(directory, "fetch");
	const studio = createStudio({ libraryDirectory: library, windowDirectory, clock });
	const calls = comparable(await makeCalls(createStudioClient(studio.fetch)), library);
	const requests = comparable(await sendRequests("http://studio.local/", studio.fetch), library);
	await studio.close();
	return { calls, requests };
}

async function throughBrowserHost(): Promise<Answers> {
	const library = join(directory, "browser");
	const studio = createStudio({ libraryDirectory: library, windowDirectory, clock });
	const host = await startBrowserHost(studio, { port: 0 });
	const location = (await fetch(host.link, { redirect: "manual" })).headers.get("location");
	const base = `http://127.0.0.1:${host.port}${location}`;
	const calls = comparable(await makeCalls(createStudioClient(fetch, base.slice(0, -1))), library);
	const requests = comparable(await sendRequests(base, fetch), library);
	await host.close();
	await studio.close();
	return { calls, requests };
}

async function throughElectron(): Promise<Answers> {
	const library = join(directory, "electron");
	const studio = createStudio({ libraryDirectory: library, windowDirectory, clock });
	serveStudio(studio);
	const send = async (request: Request) => state.protocolHandlers.get("app")!(request);
	const calls = comparable(await makeCalls(createStudioClient(send, "app://studio")), library);
	const requests = comparable(await sendRequests("app://studio/", send), library);
	await studio.close();
	return { calls, requests };
}

async function throughCommandLine(): Promise<Answers> {
	const library = join(directory, "command-line");
	const printed: string[] = [];
	const errors: string[] = [];
	const status = await runCommandLine(
		["contract", "--library", library, "--json"],
		[
			{
				name: "contract",
				summary: "",
				library: "create",
				run: async ({ client }) => ({ json: await makeCalls(client), text: "" }),
			},
		],
		{ out: (text) => printed.push(text), err: (text) => errors.push(text) },
		undefined,
		{ clock },
	);
	expect({ status, errors }).toEqual({ status: 0, errors: [] });
	return { calls: comparable(JSON.parse(printed.join("")), library), requests: null };
}

test("every host gives the same answers", async () => {
	const direct = await throughFetch();
	const browser = await throughBrowserHost();
	const electron = await throughElectron();
	const commandLine = await throughCommandLine();

	expect(browser.calls).toEqual(direct.calls);
	expect(electron.calls).toEqual(direct.calls);
	expect(commandLine.calls).toEqual(direct.calls);
	expect(browser.requests).toEqual(direct.requests);
	expect(electron.requests).toEqual(direct.requests);

	const codes = (direct.calls as [string, { studio?: { code: string } }][]).map(([name, { studio }]) => [
		name,
		studio?.code,
	]);
	expect(Object.fromEntries(codes)).toMatchObject({
		status: undefined,
		save: undefined,
		conflict: "CONFLICT",
		"unreadable document": "INVALID_INPUT",
		"not found": "NOT_FOUND",
		"invalid input": "INVALID_INPUT",
		"no file": "INVALID_INPUT",
		"no job": "NOT_FOUND",
	});
	const statuses = (direct.requests as [string, string, number][]).map(([, , status]) => status);
	expect(statuses).toEqual([
		200, 200, 405, 200, 404, 404, 404, 404, 404, 500, 404, 405, 403, 404, 400, 403, 200, 400, 405,
	]);
});
