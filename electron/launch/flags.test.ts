import { expect, test } from "vitest";
import { defaultLibraryDirectory } from "#service/default-library.ts";
import { HELP, parseStartFlags } from "./flags.ts";

test("flags are read, and without any the library is the platform's", () => {
	expect(parseStartFlags([])).toEqual({
		help: false,
		browser: false,
		open: true,
		sample: false,
		library: defaultLibraryDirectory(),
		port: null,
	});
	expect(parseStartFlags(["--browser", "--no-open", "--sample", "--library", "/tmp/x", "--port", "8080"])).toEqual({
		help: false,
		browser: true,
		open: false,
		sample: true,
		library: "/tmp/x",
		port: 8080,
	});
});

test.each([
	["--foo"],
	["extra"],
	["--port", "x"],
	["--port", "65536"],
	["--port", "-1"],
	["--library", ""],
	["--library"],
])("%s %s is refused with one line", (...argv) => {
	expect(() => parseStartFlags(argv)).toThrow(/^[^\n]+$/);
});

test("the help says where the library is", () => {
	expect(HELP).toContain(defaultLibraryDirectory());
});

test("the library's place follows each platform", () => {
	expect(defaultLibraryDirectory("darwin", {}, "/Users/w")).toBe(
		"/Users/w/Library/Application Support/Inkhour/library",
	);
	expect(defaultLibraryDirectory("win32", { APPDATA: "/roaming" }, "/w")).toBe("/roaming/Inkhour/library");
	expect(defaultLibraryDirectory("linux", {}, "/home/w")).toBe("/home/w/.local/share/inkhour/library");
	expect(defaultLibraryDirectory("linux", { XDG_DATA_HOME: "/data" }, "/home/w")).toBe("/data/inkhour/library");
});
