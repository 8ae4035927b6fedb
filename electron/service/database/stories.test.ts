import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseStoryDocumentJson } from "#domain/story/parse.ts";
import type { Block, StoryDocument } from "#domain/story/schema.ts";
import { SettableClock } from "#tests/support/clock.ts";
import { anyDocument, longStory } from "#tests/support/documents.ts";
import { createStudioClient, type StudioClient } from "../client.ts";
import { createStudio, type Studio } from "../studio.ts";
import { DocumentReader } from "./document-reader.ts";
import { snippet } from "./snippet.ts";
import { prepareStoryText } from "./story-text.ts";
import { outlivedVersions } from "./version-retention.ts";

let directory: string;
let clock: SettableClock;
let studio: Studio;
let client: StudioClient;

beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), "inkhour-stories-"));
	clock = new SettableClock("2026-11-23T08:00:00.000Z");
	studio = createStudio({ libraryDirectory: directory, clock });
	client = createStudioClient(studio.fetch);
});
afterEach(async () => {
	await studio.close();
	rmSync(directory, { recursive: true, force: true });
});

const text = (title: string, ...paragraphs: string[]): StoryDocument => ({
	version: 1,
	blocks: [
		{ id: "t", type: "title", spans: [{ text: title }] },
		...paragraphs.map((one, at): Block => ({ id: `p${at}`, type: "paragraph", spans: [{ text: one }] })),
	],
});

async function write(document: StoryDocument, id?: string): Promise<string> {
	const story = id ? await client.stories.get.query({ id }) : await client.stories.create.mutate({});
	await client.stories.save.mutate({
		id: story.id,
		baseRevision: story.revision,
		document: JSON.stringify(document),
	});
	return story.id;
}

const body = async (id: string) =>
	(await client.stories.get.query({ id })).document.blocks
		.slice(1)
		.map((block) => "spans" in block && block.spans[0]?.text);

describe("reading a saved document", () => {
	test("gives exactly what parsing and deriving it whole gives, known blocks or not", () => {
		const reader = new DocumentReader();
		fc.assert(
			fc.property(anyDocument, (document) => {
				const json = JSON.stringify(document);
				const {
					body: _,
					indexedTitle: __,
					indexedBody: ___,
					...columns
				} = prepareStoryText(parseStoryDocumentJson(json));
				expect(reader.read(json)).toEqual(columns);
				expect(reader.read(json)).toEqual(columns);
			}),
			{ numRuns: 300 },
		);
	});

	test("names the place of a fault", () => {
		const reader = new DocumentReader();
		expect(() => reader.read('{"version":1,"blocks":[{"id":"a","type":"paragraph","spans":[{"text":""}]}]}')).toThrow(
			expect.objectContaining({ path: "blocks.0.spans.0.text" }),
		);
		expect(() => reader.read("{")).toThrow(/Not JSON/);
		expect(() => reader.read('{"version":99,"blocks":[]}')).toThrow(expect.objectContaining({ fromTheFuture: true }));
	});
});

describe("search", () => {
	test("finds what was saved a moment ago, no longer what was replaced, and never the trash", async () => {
		const id = await write(text("Tides", "lanterns on the quay"));
		expect((await client.stories.search.query({ query: "lantern" })).map((hit) => hit.id)).toEqual([id]);
		await write(text("Tides", "gulls"), id);
		expect(await client.stories.search.query({ query: "lantern" })).toEqual([]);
		await client.stories.trash.mutate({ id });
		expect(await client.stories.search.query({ query: "gulls" })).toEqual([]);
	});

	test("puts matches in the title first, however often the body of another says the word", async () => {
		const often = await write(text("Other", "harbour ".repeat(200)));
		const titled = await write(text("A harbour at night and many more words in this title", "nothing"));
		expect((await client.stories.search.query({ query: "harbour" })).map((hit) => hit.id)).toEqual([titled, often]);
	});

	test("pays what the index owes after an unclean end", async () => {
		const id = await write(text("Owed", "semaphore"));
		await studio.close();
		studio = createStudio({ libraryDirectory: directory, clock });
		client = createStudioClient(studio.fetch);
		expect((await client.stories.search.query({ query: "semaphore" })).map((hit) => hit.id)).toEqual([id]);
	});

	test("no query makes it throw", async () => {
		await write(text('Ökonomie 経済 "quoted"', "a-b c* (d) NEAR AND OR NOT {title} : ^x +y"));
		const syntax = fc.array(
			fc.constantFrom(
				'"',
				"*",
				"(",
				")",
				"{title}",
				":",
				"^",
				"+",
				"-",
				"AND",
				"OR",
				"NOT",
				"NEAR(",
				"a",
				"経",
				"\0",
				"'",
				"\ud800",
				" ",
				"%",
				"_",
				"\\",
			),
			{ maxLength: 14 },
		);
		await fc.assert(
			fc.asyncProperty(
				fc.oneof(
					syntax.map((parts) => parts.join("")),
					fc.string({ unit: "binary", maxLength: 40 }),
				),
				async (query) => {
					expect(Array.isArray(await client.stories.search.query({ query }))).toBe(true);
				},
			),
			{ numRuns: 300 },
		);
	});
});

describe("snippets", () => {
	const mark = (found: string) => found.replace(/\uE000/g, "[").replace(/\uE001/g, "]");
	test.each([
		["the cafe opened", ["cafe"], "the [cafe] opened"],
		["the café opened", ["cafe"], "the [café] opened"],
		["the cafe\u0301 opened", ["café"], "the [cafe\u0301] opened"],
		["Über Straßen", ["uber"], "[Über] Straßen"],
		["今日は量子计算の話", ["量子"], "今日は[量子]计算の話"],
		["scatter a cat, Cats", ["cat"], "scatter a [cat], [Cat]s"],
		["one two", ["(", "two"], "one [two]"],
		["nothing here", ["absent"], "nothing here"],
		["\uE000tricky\uE001 word", ["word"], "tricky [word]"],
		// Forty characters before the match are the middle of "remarkable", or of an address.
	])("%s", (source, terms, expected) => expect(mark(snippet(source, terms))).toBe(expected));

	test("keep every character and add only marks", () => {
		fc.assert(
			fc.property(
				fc.string({ unit: "grapheme", maxLength: 300 }),
				fc.array(fc.string({ unit: "grapheme", maxLength: 4 })),
				(source, terms) => {
					const plain = (value: string) => value.replace(/[\uE000\uE001\s…]/g, "");
					expect(plain(source)).toContain(plain(snippet(source, terms)));
				},
			),
		);
	});
});

describe("versions", () => {
	test("an edit after a pause keeps the text before it; edits inside ten minutes keep none", async () => {
		const id = await write(text("A", "one"));
		clock.advance(60_000);
		await write(text("A", "two"), id);
		await write(text("A", "three"), id);
		expect((await client.stories.versions.query({ id })).map((version) => version.words)).toEqual([2]);
		clock.advance(3 * 86_400_000);
		await write(text("A", "four"), id);
		const versions = await client.stories.versions.query({ id });
		const texts = await Promise.all(
			versions.map(async ({ id: versionId }) => (await client.stories.version.query({ versionId })).document.blocks[1]),
		);
		expect(texts.map((block) => block && "spans" in block && block.spans[0]?.text)).toEqual(["three", "one"]);
	});

	test("restoring keeps what it replaces, so that it can be taken back", async () => {
		const id = await write(text("A", "first"));
		const named = await client.stories.snapshot.mutate({ id, label: "Before the cut" });
		await write(text("A", "second"), id);
		const restored = await client.stories.restoreVersion.mutate({ versionId: named.id });
		expect(await body(id)).toEqual(["first"]);
		expect((await client.stories.search.query({ query: "first" })).map((hit) => hit.id)).toEqual([id]);
		const replaced = (await client.stories.versions.query({ id })).find((version) => version.origin === "replaced")!;
		await client.stories.restoreVersion.mutate({ versionId: replaced.id });
		expect(await body(id)).toEqual(["second"]);
		await expect(
			client.stories.save.mutate({ id, baseRevision: restored.revision, document: JSON.stringify(text("A")) }),
		).rejects.toMatchObject({ data: { studio: { code: "CONFLICT" } } });
	});

	test("thinning keeps the ends, everything of a day, and is stable", () => {
		const now = "2026-11-23T08:00:00.000Z";
		fc.assert(
			fc.property(fc.array(fc.integer({ min: -86_400_000, max: 400 * 86_400_000 }), { maxLength: 60 }), (ages) => {
				const versions = ages
					.sort((a, b) => a - b)
					.map((age) => ({ age, createdAt: new Date(Date.parse(now) - age).toISOString() }));
				const gone = new Set(outlivedVersions(versions, now));
				const left = versions.filter((version) => !gone.has(version));
				for (const version of gone) expect(version.age).toBeGreaterThanOrEqual(86_400_000);
				expect(left.at(0)).toBe(versions.at(0));
				expect(left.at(-1)).toBe(versions.at(-1));
				expect(outlivedVersions(left, now)).toEqual([]);
			}),
		);
	});
});

describe("trash and copies", () => {
	test("a story comes back from the trash, and is deleted for good only from there", async () => {
		const id = await write(text("Thrown", "away"));
		await expect(client.stories.deleteForever.mutate({ id })).rejects.toMatchObject({
			data: { studio: { code: "NOT_FOUND" } },
		});
		await client.stories.trash.mutate({ id });
		await client.stories.restore.mutate({ id });
		expect((await client.stories.list.query({})).map((story) => story.id)).toEqual([id]);
		await client.stories.trash.mutate({ id });
		await client.stories.deleteForever.mutate({ id });
		expect(await client.stories.list.query({ shelf: "trash" })).toEqual([]);
	});

	test("a copy has the text, its own title and a life of its own", async () => {
		const id = await write(text("Original", "shared text"));
		const copy = await client.stories.duplicate.mutate({ id, title: "Original (copy)" });
		await write(text("Original", "changed"), id);
		expect(copy.title).toBe("Original (copy)");
		expect(await body(copy.id)).toEqual(["shared text"]);
	});
});

test("a 20,000-word story is saved whole and exactly", async () => {
	const document = longStory(20_000, 7);
	const id = await write(document);
	const saved = await client.stories.get.query({ id });
	expect(saved.document).toEqual(document);
	expect(saved.words).toBeGreaterThan(19_000);
});
