import { randomUUID } from "node:crypto";
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createStudio } from "./studio.ts";
import { safeSegments, Uploads } from "./uploads.ts";

let directory: string;
let uploads: Uploads;

beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), "inkhour-upload-"));
	uploads = new Uploads(directory);
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

const body = (text: string) => new Response(text).body;

test("a file and a folder are found where they were put", async () => {
	const file = randomUUID();
	expect(await uploads.receive(file, "export.zip", body("PK"))).toBe(2);
	expect(readFileSync(await uploads.resolve({ type: "upload", token: file, name: "export.zip" }), "utf8")).toBe("PK");
	const folder = randomUUID();
	await uploads.receive(folder, "medium/posts/a.html", body("a"));
	await uploads.receive(folder, "medium/posts/b.html", null);
	const path = await uploads.resolve({ type: "upload", token: folder, name: "medium" });
	expect(statSync(path).isDirectory()).toBe(true);
	expect(readdirSync(join(path, "posts"))).toEqual(["a.html", "b.html"]);
	await uploads.discard({ type: "upload", token: folder, name: "medium" });
	await expect(uploads.resolve({ type: "upload", token: folder, name: "medium" })).rejects.toMatchObject({
		code: "NOT_FOUND",
	});
});

test("names that point elsewhere are refused", async () => {
	const names = ["", ".", "..", "../x", "a/../../x", "/etc/passwd", "a//b", "a\\b", "a\0b", "x/", "a".repeat(256)];
	for (const name of names) {
		expect(() => safeSegments(name)).toThrow();
		await expect(uploads.receive(randomUUID(), name, body("x"))).rejects.toMatchObject({ code: "INVALID_INPUT" });
	}
	for (const token of ["", "..", "../..", "x"])
		await expect(uploads.receive(token, "a", body("x"))).rejects.toMatchObject({ code: "INVALID_INPUT" });
	expect(existsSync(join(directory, "incoming"))).toBe(false);
});

test("one name twice is refused and the first file stays", async () => {
	const token = randomUUID();
	await uploads.receive(token, "a", body("first"));
	await expect(uploads.receive(token, "a", body("second"))).rejects.toMatchObject({ code: "INVALID_INPUT" });
	expect(readFileSync(await uploads.resolve({ type: "upload", token, name: "a" }), "utf8")).toBe("first");
});

test("an upload that breaks off leaves no file", async () => {
	const token = randomUUID();
	const broken = new ReadableStream({
		start(controller) {
			controller.enqueue(new TextEncoder().encode("half"));
			controller.error(new Error("gone"));
		},
	});
	await expect(uploads.receive(token, "a", broken)).rejects.toThrow("gone");
	expect(readdirSync(join(directory, "incoming", token))).toEqual([]);
});

test("what nobody asks for any more goes by itself, and what is asked for stays", async () => {
	vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
	try {
		const kept = new Uploads(directory, 1_000);
		const asked = { type: "upload", token: randomUUID(), name: "asked.sqlite" } as const;
		const left = { type: "upload", token: randomUUID(), name: "left.sqlite" } as const;
		await kept.receive(asked.token, asked.name, body("a"));
		await kept.receive(left.token, left.name, body("b"));
		vi.advanceTimersByTime(900);
		await kept.resolve(asked);
		vi.advanceTimersByTime(900);
		await vi.waitFor(() => expect(readdirSync(join(directory, "incoming"))).toEqual([asked.token]));
		expect(readFileSync(await kept.resolve(asked), "utf8")).toBe("a");
		await expect(kept.resolve(left)).rejects.toMatchObject({ code: "NOT_FOUND" });
		vi.advanceTimersByTime(1_000);
		await vi.waitFor(() => expect(readdirSync(join(directory, "incoming"))).toEqual([]));
	} finally {
		vi.useRealTimers();
	}
});

test("the studio clears what was left at start and at close, and asks for its header", async () => {
	mkdirSync(join(directory, "incoming", "old"), { recursive: true });
	writeFileSync(join(directory, "incoming", "old", "x"), "x");
	const studio = createStudio({ libraryDirectory: directory });
	const send = (name: string, headers: Record<string, string> = { "x-inkhour": "1" }) =>
		studio.fetch(
			new Request(`http://studio.local/upload/${randomUUID()}/${name}`, { method: "POST", headers, body: "x" }),
		);
	expect((await send("a.zip", {})).status).toBe(403);
	expect((await send("%2e%2e%2fa")).status).toBe(400);
	expect(await (await send("a.zip")).json()).toEqual({ bytes: 1 });
	expect(existsSync(join(directory, "incoming", "old"))).toBe(false);
	await studio.close();
	expect(existsSync(join(directory, "incoming"))).toBe(false);
});
