import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "#contract/default-settings.ts";
import { STUDIO_HEADER } from "#contract/rpc.ts";
import { PROGRAM_RULES } from "#domain/revenue/rules.ts";
import { SettingsStore } from "./settings.ts";
import { createStudio } from "./studio.ts";
import { fillPage } from "./window-page.ts";

let directory: string;
beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), "inkhour-settings-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const file = () => join(directory, "settings.json");

test("what is set is there after a restart, and the rest keeps its default", () => {
	new SettingsStore(directory).update({ theme: "dark", textSize: 22 });
	expect(new SettingsStore(directory).get()).toEqual({
		settings: { ...DEFAULT_SETTINGS, theme: "dark", textSize: 22 },
		setAside: [],
	});
});

test("payouts are as the program's rules say until the writer sets them otherwise", () => {
	const { thresholdMinor, day } = PROGRAM_RULES.payout;
	expect(DEFAULT_SETTINGS).toMatchObject({ leastPayout: thresholdMinor, payoutDay: day });
	expect(PROGRAM_RULES.timeline.map(({ since }) => since)).toEqual(expect.arrayContaining(DEFAULT_SETTINGS.ruleDays));
});

test("a value that does not fit is set aside alone, and its text is kept", () => {
	const broken = JSON.stringify({ theme: "sepia", textSize: 22, fromTheFuture: [1] });
	writeFileSync(file(), broken);
	const store = new SettingsStore(directory);
	expect(store.get()).toEqual({ settings: { ...DEFAULT_SETTINGS, textSize: 22 }, setAside: ["theme"] });
	expect(readFileSync(file(), "utf8")).toBe(broken);
	expect(store.update({ theme: "light" }).setAside).toEqual([]);
	expect(readFileSync(join(directory, "settings.set-aside.json"), "utf8")).toBe(broken);
	expect(JSON.parse(readFileSync(file(), "utf8"))).toEqual({ theme: "light", textSize: 22, fromTheFuture: [1] });
});

test.each(["", "{", "[]", "null", "\u0000\u0001"])(
	"a file that is no settings file (%j) starts with the defaults",
	(text) => {
		writeFileSync(file(), text);
		expect(new SettingsStore(directory).get()).toEqual({ settings: DEFAULT_SETTINGS, setAside: ["*"] });
	},
);

test("a folder that cannot be written says so and keeps what was in force", () => {
	const store = new SettingsStore(join(directory, "nowhere"));
	expect(() => store.update({ theme: "dark" })).toThrow(/ENOENT/);
	expect(store.get().settings.theme).toBe("system");
	expect(existsSync(file())).toBe(false);
});

test("what was chosen of a coach's rule that has become part of another is in force, before it is written again", () => {
	const stored = {
		"structure.links-characters": { on: false },
		"structure.paragraph-length-characters": { thresholds: { long: 350 } },
	};
	writeFileSync(file(), JSON.stringify({ coachRules: stored }));
	const chosen = {
		"structure.links": { on: false },
		"structure.paragraph-length": { thresholds: { longCharacters: 350 } },
	};
	const store = new SettingsStore(directory);
	expect(store.get()).toEqual({ settings: { ...DEFAULT_SETTINGS, coachRules: chosen }, setAside: [] });
	expect(store.update({ theme: "dark" }).settings.coachRules).toEqual(chosen);
});

const PAGE = `<head>
	<meta name="theme" />
	<link rel="preload" href="./start.json" as="fetch" crossorigin  />
	<script type="module" src="./a.js"></script>
</head>`;

test("the page brings along the theme, the settings and the state of an open library", async () => {
	new SettingsStore(directory).update({ theme: "dark", dictionary: ["</script><b>"] });
	writeFileSync(join(directory, "index.html"), PAGE);
	const studio = createStudio({ libraryDirectory: directory, windowDirectory: directory });
	const page = async () => (await studio.fetch(new Request("http://studio.local/"))).text();
	await studio.fetch(new Request("http://studio.local/start.json"));
	const html = await page();
	expect(html).toContain("<style>:root:root{color-scheme:dark}</style>");
	expect(html).not.toMatch(/<meta|start\.json/);
	const [, json = ""] = /<script type="application\/json" id="start">(.*)<\/script>\n/.exec(html) ?? [];
	expect(json).not.toContain("<");
	const started = await (await studio.fetch(new Request("http://studio.local/start.json"))).json();
	expect(JSON.parse(json)).toEqual(started);
	expect(started).toMatchObject({ settings: { settings: { theme: "dark" } }, status: { state: "open" } });
	await studio.close();
});

test("a page that comes before the library is open asks for its state", () => {
	expect(fillPage(PAGE, "system", null)).toContain('href="./start.json"');
	expect(fillPage(PAGE, "system", null)).toContain("<style>:root:root{color-scheme:light dark}</style>");
});

test("the writer's own words and their English are kept, and one word too long sets only the dictionary aside", () => {
	new SettingsStore(directory).update({ grammarDialect: "british", dictionary: ["Aino", "kelp"] });
	expect(new SettingsStore(directory).get().settings).toMatchObject({
		grammarDialect: "british",
		dictionary: ["Aino", "kelp"],
	});
	writeFileSync(file(), JSON.stringify({ grammarDialect: "indian", dictionary: ["a".repeat(61)] }));
	expect(new SettingsStore(directory).get()).toMatchObject({
		settings: { grammarDialect: "indian", dictionary: [] },
		setAside: ["dictionary"],
	});
});

test("a call that sets what is no dialect is refused", async () => {
	const studio = createStudio({ libraryDirectory: directory, windowDirectory: directory });
	const set = (settings: object) =>
		studio.fetch(
			new Request("http://studio.local/rpc/settings.update", {
				method: "POST",
				headers: { "content-type": "application/json", [STUDIO_HEADER]: "1" },
				body: JSON.stringify({ json: settings }),
			}),
		);
	expect((await set({ grammarDialect: "martian" })).status).toBe(400);
	expect((await set({ dictionary: ["kelp"] })).status).toBe(200);
	expect(new SettingsStore(directory).get().settings.dictionary).toEqual(["kelp"]);
	await studio.close();
});
