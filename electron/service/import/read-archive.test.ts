import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { afterEach, beforeEach, expect, test } from "vitest";
import { generateExport } from "#tests/fixtures/medium-export/generate.ts";
import { makeZip } from "#tests/support/zip.ts";
import { readArchive, type Sharing } from "./read-archive.ts";
import type { ReadEnd } from "./reader.ts";

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "inkhour-readers-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function read(path: string, sharing: Sharing): Promise<{ total: number; items: unknown[]; end: ReadEnd | null }> {
	const found: { total: number; items: unknown[]; end: ReadEnd | null } = { total: 0, items: [], end: null };
	for await (const message of readArchive({ path, name: "export.zip" }, sharing)) {
		if (message.type === "open") found.total = message.total;
		else if (message.type === "end") found.end = message.end;
		else if (message.type === "items")
			for (const item of message.items) {
				if (!("post" in item)) found.items.push(item);
				else {
					const { text, ...post } = item.post;
					const [json, body] = [text.json, text.body].map((bytes) => Buffer.from(bytes).toString());
					found.items.push({ ...post, text: { ...text, json, body, indexedBody: text.indexedBody.length } });
				}
			}
	}
	return found;
}

/** More than one message holds, with what cannot be read and a story larger than a buffer between them. */
function writeExport(path: string): void {
	const files = [...generateExport({ seed: 41, posts: 130 }).files].map(([name, data]) => ({ name, data }));
	const posts = files.filter(({ name }) => name.startsWith("posts/"));
	const [first, second, third] = posts;
	if (!first || !second || !third) throw new Error("The export has too few posts");
	const long = third.data.replace("</section>", `<p>${"long ".repeat(100_000)}</p></section>`);
	const entries = files.map((file) => {
		if (file === first) return { ...file, damaged: true };
		if (file === second) return { ...file, data: "" };
		return file === third ? { ...file, data: long } : file;
	});
	writeFileSync(path, makeZip(entries));
}

test.each(["halves", "unpackAhead"] as const)(
	"two threads give what one gives, in the same order: %s",
	async (sharing) => {
		const path = join(folder, "export.zip");
		writeExport(path);
		const one = await read(path, "alone");
		expect(one.total).toBe(130);
		expect(one.items.length).toBeGreaterThanOrEqual(130);
		expect(one.items).toContainEqual({ skipped: expect.objectContaining({ reason: "damaged" }) });
		expect(one.items).toContainEqual({ skipped: expect.objectContaining({ reason: "empty" }) });
		expect(await read(path, sharing)).toEqual(one);
	},
);

test.each([
	[
		"cut short",
		makeZip([{ name: "posts/2020-01-02_x-abcdef0123.html", data: "x" }]).subarray(0, 60),
		"UNREADABLE_FILE",
	],
	["no zip", "this is no zip", "UNSUPPORTED_FORMAT"],
	["foreign", makeZip([{ name: "word/document.xml", data: "<w/>" }]), "UNSUPPORTED_FORMAT"],
])("what the unpacking thread cannot open is refused as ever: %s", async (_, content, code) => {
	const path = join(folder, "export.zip");
	writeFileSync(path, content);
	await expect(read(path, "alone")).rejects.toMatchObject({ code, details: { file: "export.zip" } });
	await expect(read(path, "unpackAhead")).rejects.toMatchObject({ code, details: { file: "export.zip" } });
});

test("whoever stops early leaves no thread behind", async () => {
	const path = join(folder, "export.zip");
	writeExport(path);
	const threads: Worker[] = [];
	const see = (thread: Worker) => threads.push(thread);
	process.on("worker", see);
	try {
		for await (const message of readArchive({ path, name: "export.zip" }, "unpackAhead"))
			if (message.type === "items") break;
	} finally {
		process.off("worker", see);
	}
	// A thread that is gone has no number.
	expect(threads.map(({ threadId }) => threadId)).toEqual([-1, -1]);
});
