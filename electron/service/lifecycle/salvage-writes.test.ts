import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PAGE } from "#tests/support/damaged-pages.ts";
import { addStories, directory, file, handle, inOpenLibrary } from "#tests/support/open-library.ts";
import { openDatabase } from "../database/open.ts";
import { toStudioError } from "../errors.ts";
import { buildEmpty } from "./build-empty.ts";
import { fill } from "./salvage.ts";
import { SetAside } from "./set-aside.ts";

inOpenLibrary();

/** Why a new library of at most so many pages more could not be filled from the closed one. */
function whyNotFilled(pages: number, folder: string): string {
	const fresh = openDatabase(buildEmpty(directory, "salvaged"));
	try {
		fresh.pragma("foreign_keys = OFF");
		fresh.pragma(`max_page_count = ${Number(fresh.pragma("page_count", { simple: true })) + pages}`);
		fill(fresh, file, new SetAside(folder), true);
		return "";
	} catch (error) {
		return toStudioError(error).code;
	} finally {
		fresh.close();
	}
}

test.each(["its tables", "its pages"])("a disk that fills while %s are read is said to be full", (what) => {
	addStories(60);
	handle.close();
	const bytes = readFileSync(file);
	// Without the first page's list of tables nothing leads to the rows.
	if (what === "its pages") bytes.fill(0xff, 100, PAGE);
	writeFileSync(file, bytes);
	expect(whyNotFilled(3, directory)).toBe("DISK_FULL");
	expect(whyNotFilled(10_000, directory)).toBe("");
});

test("a text that cannot be set aside ends the salvage with the system's reason", () => {
	addStories(3);
	handle.library()!.database.exec("UPDATE story SET document = '{' WHERE row = 2");
	handle.close();
	expect(whyNotFilled(10_000, join(directory, "no such folder"))).toBe("NOT_FOUND");
	expect(whyNotFilled(10_000, directory)).toBe("");
});
