import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { generateExport } from "#tests/fixtures/medium-export/generate.ts";
import { writeZip } from "#tests/fixtures/medium-export/write.ts";
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

test.each(["halves", "unpackAhead"] as const)(
	"two threads give what one gives, in the same order: %s",
	async (sharing) => {
		const path = join(folder, "export.zip");
		writeZip(path, generateExport({ seed: 41, posts: 130 }).files);
		const one = await read(path, "alone");
		expect(one.total).toBe(130);
		expect(one.items.length).toBeGreaterThanOrEqual(130);
		expect(await read(path, sharing)).toEqual(one);
	},
);
