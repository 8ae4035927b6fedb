import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "#contract/default-settings.ts";
import { STUDIO_HEADER } from "#contract/rpc.ts";
import { SettingsStore } from "./settings.ts";
import { createStudio } from "./studio.ts";

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

test("the page's first style is the chosen theme", async () => {
	new SettingsStore(directory).update({ theme: "dark" });
	const studio = createStudio({ libraryDirectory: directory, windowDirectory: directory });
	const response = await studio.fetch(new Request("http://studio.local/theme.css"));
	expect(response.headers.get("content-type")).toMatch(/^text\/css/);
	expect(await response.text()).toContain("color-scheme:dark");
	await studio.close();
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
