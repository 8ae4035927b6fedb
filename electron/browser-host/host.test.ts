import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createStudio, type Studio } from "#service/studio.ts";
import { type BrowserHost, startBrowserHost } from "./host.ts";

let directory: string;
let studio: Studio;
let host: BrowserHost;
let base: string;

interface Answer {
	status: number;
	headers: Record<string, string | string[] | undefined>;
	text: string;
}

/** `fetch` sets headers of its own; this sends exactly what it is told. */
function send(path: string, headers: Record<string, string> = {}, method = "GET", body = ""): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const outgoing = request(
			{ host: "127.0.0.1", port: host.port, path, method, headers: { host: `127.0.0.1:${host.port}`, ...headers } },
			(incoming) => {
				let text = "";
				incoming.on("data", (chunk: Buffer) => {
					text += chunk.toString();
				});
				incoming.on("end", () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text }));
			},
		);
		outgoing.on("error", reject);
		outgoing.end(body);
	});
}

const pathOf = (link: string) => link.slice(link.indexOf("/open"));

beforeEach(async () => {
	directory = mkdtempSync(join(tmpdir(), "inkhour-host-"));
	writeFileSync(join(directory, "index.html"), "<h1>the page</h1>");
	studio = createStudio({ libraryDirectory: join(directory, "library"), windowDirectory: directory });
	host = await startBrowserHost(studio, { port: 0 });
	base = String((await send(pathOf(host.link))).headers["location"]);
});

afterEach(async () => {
	await host.close();
	await studio.close();
	rmSync(directory, { recursive: true, force: true });
});

test("who is refused reads why in the language of the browser, as far as there is one", async () => {
	const catalogues = {
		ar: { "Open the link Inkhour printed": "افتح <الرابط>" },
		de: { "Open the link Inkhour printed": "Öffnen Sie den Link", Enter: "Eingabe" },
	};
	const other = await startBrowserHost(studio, { port: 0, catalogues });
	const read = async (language: string) => {
		const answer = await fetch(`http://127.0.0.1:${other.port}/`, { headers: { "accept-language": language } });
		return answer.text();
	};
	const german = await read("fr;q=0.5, de-CH;q=0.9, *;q=0.1");
	expect(german).toContain('<html lang="de" dir="ltr">');
	expect(german).toContain("<h1>Öffnen Sie den Link</h1>");
	expect(german).toContain("press <kbd>Eingabe</kbd> for a new link");
	expect(await read("ar")).toContain("<h1>افتح &lt;الرابط&gt;</h1>");
	expect(await read("ar")).toContain('<html lang="ar" dir="rtl">');
	expect(await read("fr, de;q=0")).toContain("<h1>Open the link Inkhour printed</h1>");
	await other.close();
});

test("the code is good once, a new one ends the one before, and no cookie is set", async () => {
	const [first, second] = [host.newLink(), host.newLink()];
	expect((await send(pathOf(first))).status).toBe(403);
	const opened = await send(pathOf(second));
	expect(opened).toMatchObject({ status: 303, headers: { location: base } });
	expect(opened.headers["set-cookie"]).toBeUndefined();
	expect((await send(pathOf(second))).status).toBe(403);
	const page = await send(base);
	expect(page).toMatchObject({ status: 200, text: "<h1>the page</h1>" });
	expect(page.headers).toMatchObject({
		"referrer-policy": "same-origin",
		"cross-origin-resource-policy": "same-origin",
	});
	expect((await send(base.slice(0, -1))).headers["location"]).toBe(base);
});

test("without the token nothing is answered but how to get in", async () => {
	const last = base.at(-2) === "A" ? "B" : "A";
	for (const path of [
		"/",
		"/index.html",
		"/rpc/library.status",
		"/media/x",
		"/open",
		"/open?code=",
		`${base.slice(0, -2)}${last}/`,
		"//",
	]) {
		const answer = await send(path);
		expect(answer.status).toBe(403);
		expect(answer.text).toContain("Open the link Inkhour printed");
	}
	const refused = await send("/rpc/library.status", { "x-inkhour": "1" }, "POST");
	expect(refused.status).toBe(403);
	// A window of an earlier start knows by it who refused.
	expect(refused.headers["x-inkhour"]).toBe("refused");
});

test("a wrong host, another origin and another site are refused even with the token", async () => {
	const strangers: Record<string, string>[] = [
		{ host: `localhost:${host.port}` },
		{ host: "evil.example" },
		{ host: `127.0.0.1:${host.port + 1}` },
		{ host: `127.0.0.1.nip.io:${host.port}` },
		{ origin: "https://evil.example" },
		{ origin: `http://127.0.0.1:${host.port + 1}` },
		{ origin: "null" },
		{ "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "image" },
		{ "sec-fetch-site": "same-site", "sec-fetch-mode": "cors", "sec-fetch-dest": "empty" },
		{ "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe" },
	];
	for (const headers of strangers) expect((await send(base, headers)).status).toBe(403);
	const own: Record<string, string>[] = [
		{ "sec-fetch-site": "none" },
		{ "sec-fetch-site": "same-origin", origin: `http://127.0.0.1:${host.port}` },
		{ "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" },
	];
	for (const headers of own) expect((await send(base, headers)).status).toBe(200);
});

test("a call needs the studio's header and POST beside the token", async () => {
	expect((await send(`${base}rpc/library.status`)).status).toBe(405);
	expect((await send(`${base}rpc/library.status`, {}, "POST")).status).toBe(403);
	const json = { "x-inkhour": "1", "content-type": "application/json" };
	expect((await send(`${base}rpc/library.status`, json, "POST", "{}")).status).toBe(200);
});

test("paths out of the window find nothing", async () => {
	for (const path of [
		"../library/library.sqlite",
		"%2e%2e/%2e%2e/etc/passwd",
		"..%2f..%2fetc/passwd",
		"%00",
		"%ff",
		"..%5cx",
	])
		expect([403, 404]).toContain((await send(base + path)).status);
	expect((await send(`http://evil.example${base}`)).status).toBe(403);
});

test("it listens on 127.0.0.1 and nowhere else", async () => {
	await expect(fetch(`http://[::1]:${host.port}/`)).rejects.toThrow();
	await expect(startBrowserHost(studio, { port: host.port })).rejects.toMatchObject({ code: "EADDRINUSE" });
});
