/** A library of the writer's own with what the sample does not show: every kind of block, odd texts, few figures, leftovers. */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Block, StoryDocument } from "#domain/story/schema.ts";
import type { StudioClient } from "#service/client.ts";
import { drawScene, SCENES } from "#service/sample/picture.ts";
import type { SettableClock } from "../support/clock.ts";

const QUARTER_MS = 15 * 60_000;

const words = (text: string) => [{ text }];

function everyBlock(assetId: string): StoryDocument {
	const image = { assetId, width: 960, height: 540, alt: "Hills at dusk, one lamp" };
	const remote = { remoteUrl: "https://example.org/pictures/harbour.png", width: 1400, height: 800, alt: "" };
	const blocks: Block[] = [
		{ id: "k", type: "kicker", spans: words("The desk by the river") },
		{ id: "t", type: "title", spans: words("Everything a page can hold") },
		{ id: "s", type: "subtitle", spans: words("One of each, so that nothing is forgotten") },
		{ id: "p", type: "paragraph", dropCap: true, spans: words("Every evening somebody lights a lamp on the quay.") },
		{
			id: "m",
			type: "paragraph",
			spans: [
				{ text: "Marks: " },
				{ text: "bold", bold: true },
				{ text: ", " },
				{ text: "italic", italic: true },
				{ text: ", " },
				{ text: "struck", strikethrough: true },
				{ text: ", " },
				{ text: "code()", code: true },
				{ text: " and " },
				{ text: "a link", link: { href: "https://example.org/lamp" } },
				{ text: "." },
			],
		},
		{ id: "f", type: "figure", image, caption: words("Dusk, seen from the ferry"), layout: "column" },
		{ id: "h1", type: "heading", level: 1, spans: words("A heading") },
		{ id: "q", type: "quote", spans: words("A quote that somebody said aloud.") },
		{ id: "pq", type: "pullQuote", spans: words("A line that stands out.") },
		{ id: "h2", type: "heading", level: 2, spans: words("A small heading") },
		{
			id: "ul",
			type: "list",
			ordered: false,
			items: [
				{ spans: words("first"), depth: 0 },
				{ spans: words("deeper"), depth: 1 },
				{ spans: words("last"), depth: 0 },
			],
		},
		{
			id: "ol",
			type: "list",
			ordered: true,
			start: 9,
			items: [
				{ spans: words("nine"), depth: 0 },
				{ spans: words("ten"), depth: 0 },
			],
		},
		{
			id: "c",
			type: "code",
			text: 'const hour = await read(story);\nconsole.log(hour.minutes, "of 60, and a rather long line that does not fit into the page");',
			language: "typescript",
			languageSource: "writer",
		},
		{ id: "n", type: "note", spans: words("Ask at the harbour office who pays for the oil.") },
		{ id: "fr", type: "figure", image: remote, caption: words("On the web still"), layout: "outset" },
		{
			id: "fl",
			type: "figure",
			image: { alt: "Lost in the export", mediumId: "1*x.png" },
			caption: [],
			layout: "column",
		},
		{ id: "g", type: "gallery", images: [image, image, remote], caption: words("Three of a walk") },
		{
			id: "e",
			type: "embed",
			url: "https://example.org/video/42",
			kind: "frame",
			caption: words("The crossing, filmed"),
		},
		{ id: "el", type: "embed", url: "", kind: "lost", caption: [] },
		{
			id: "lc",
			type: "linkCard",
			url: "https://example.org/lamp",
			title: "Who lights the lamps",
			description: "A walk along the quay, and a question nobody answers.",
			site: "example.org",
		},
		{
			id: "tb",
			type: "table",
			rows: [
				[words("Month"), words("Lamps")],
				[words("January"), words("31")],
				[words("February"), words("28")],
			],
		},
		{ id: "sep", type: "separator" },
		{ id: "fn", type: "footnote", spans: words("Counted from the ferry.") },
	];
	return { version: 1, blocks };
}

const plain = (title: string, ...paragraphs: string[]): StoryDocument => ({
	version: 1,
	blocks: [
		{ id: "t", type: "title", spans: words(title) },
		...paragraphs.map((text, at): Block => ({ id: `p${at}`, type: "paragraph", spans: words(text) })),
	],
});

async function keep(client: StudioClient, document: StoryDocument): Promise<string> {
	const { id, revision } = await client.stories.create.mutate({});
	await client.stories.save.mutate({ id, baseRevision: revision, document: JSON.stringify(document) });
	return id;
}

async function finished(client: StudioClient, id: string): Promise<void> {
	while ((await client.jobs.status.query({ id })).state === "running") await wait(20);
}

export async function pasteFigures(client: StudioClient, text: string): Promise<void> {
	const { jobId } = await client.stats.startImport.mutate({ source: { type: "text", text } });
	await finished(client, jobId);
}

async function fillPlan(client: StudioClient): Promise<void> {
	await client.plan.series.create.mutate({ title: "A series without parts" });
	const gone = await client.plan.series.create.mutate({ title: "Deleted again" });
	await client.plan.series.drop.mutate({ id: gone.id });
	await client.plan.ideas.capture.mutate({
		line: "An idea whose title is so long that no row of any list can show the whole of it, however wide the window #lamps",
	});
	const dropped = await client.plan.ideas.capture.mutate({ line: "Not worth an hour #lamps" });
	await client.plan.ideas.drop.mutate({ ids: [dropped.id] });
}

/** Before the library is opened. */
export function writeOwnSettings(directory: string): void {
	writeFileSync(join(directory, "settings.json"), JSON.stringify({ textSize: "huge", theme: "system" }));
}

/** @returns ids of its stories by the names they have in the addresses of scenes */
export async function fillOwnLibrary(
	client: StudioClient,
	directory: string,
	clock: SettableClock,
): Promise<Record<string, string>> {
	const path = join(directory, "dusk.png");
	const landscape = SCENES["dusk"];
	if (landscape) writeFileSync(path, drawScene("dusk", landscape));
	const asset = await client.media.add.mutate({ source: { type: "path", path } });
	rmSync(path);
	const blocks = await keep(client, everyBlock(asset.assetId));
	const shared = await keep(client, plain("Written in two windows", "The first sentence of both."));
	const foreign = await keep(
		client,
		plain(
			"量子计算的黎明：十年后的书桌",
			"每天晚上都有人在码头点亮一盏灯，没有人说过为什么。这是一个关于灯的故事。",
			"كل مساء يضيء أحدهم مصباحا على الرصيف، ولم يقل أحد لماذا.",
		),
	);
	const long = await keep(
		client,
		plain(
			"Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft and what it taught me about names that never end",
			"https://example.org/an-address-without-a-single-place-to-break-it/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
		),
	);
	const mistakes = await keep(
		client,
		plain(
			"What a small lamp on the stairs cost me in one winter",
			"We bought a insurance for the the lamp, and we recieved it late.",
			"It was decided by the committee of the harbour, whose members were very rarely seen outside of the office, that in order to utilize the lamp at night every keeper would be required to sign a very long form, which nobody had actually recieved.",
		),
	);
	const german = await keep(
		client,
		plain(
			"7 Wege, eine Lampe am Leben zu halten",
			...Array.from(
				{ length: 4 },
				() =>
					"Der Wärter ging an diesem Morgen hinunter zum Wasser und zählte die Boote, die vor dem Sturm heimgekommen waren. „Es ist spät“, sagte er, und das Öl kostete 40 € mehr als im Jahr davor, also gut 12 % des Lohns. Niemand wusste, warum die Lampe in der Nacht so oft ausging, und niemand fragte danach.",
			),
		),
	);
	await client.stories.snapshot.mutate({ id: shared, label: "Before the second ending" });
	clock.advance(QUARTER_MS);
	const { revision } = await client.stories.get.query({ id: shared });
	const document = plain("Written in two windows", "The first sentence of both.", "And one that came later.");
	await client.stories.save.mutate({ id: shared, baseRevision: revision, document: JSON.stringify(document) });
	await client.stories.create.mutate({});
	const trashed = await keep(client, plain("Thrown away", "It said nothing new."));
	await client.stories.trash.mutate({ id: trashed });
	await fillPlan(client);
	await pasteFigures(client, "Month,Earnings\n2026-01,12.50\n2026-02,18.25\n2026-13,4.00\n");
	await pasteFigures(client, "Month,Earnings\n2026-02,18.25\n");
	await pasteFigures(client, "Month,Earnings\n2025-11,3.10\n");
	const [latest] = await client.stats.imports.query();
	if (latest) await client.stats.setUndone.mutate({ importId: latest.id, undone: true });
	await finished(client, await client.library.backupNow.mutate());
	return { BLOCKS: blocks, SHARED: shared, FOREIGN: foreign, LONG: long, MISTAKES: mistakes, GERMAN: german };
}
