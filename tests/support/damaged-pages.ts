/** Single pages of a closed library's file, damaged on purpose, and what salvage makes of the file. */
import { writeFileSync } from "node:fs";
import Database from "better-sqlite3";
import { expect } from "vitest";
import { prepareStoryText } from "#service/database/story-text.ts";
import { replaceLibrary } from "#service/lifecycle/recover.ts";
import { directory, file, handle, open } from "./open-library.ts";

export const PAGE = 4096;

/** Numbers below `below`, from a seed. */
export function numbers(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}

export function overwrite(bytes: Buffer, page: number, next: (below: number) => number): void {
	for (let at = page * PAGE; at < (page + 1) * PAGE; at += 1) bytes[at] = next(256);
}

export const documents = () =>
	new Map(
		handle
			.library()!
			.database.prepare<[], { id: string; document: string }>("SELECT id, document FROM story")
			.all()
			.map(({ id, document }) => [id, document]),
	);

/** A story of these words, as it is stored. */
export const text = (words: string) =>
	prepareStoryText({ version: 1, blocks: [{ id: "p", type: "paragraph", spans: [{ text: words }] }] });

/** Salvages the closed library with these bytes for its file, and opens what came out. */
export async function salvage(bytes: Buffer) {
	writeFileSync(file, bytes);
	const { salvage: report, movedTo } = await replaceLibrary(directory, { action: "salvage" }, new Date());
	await open();
	expect(handle.status().state).toBe("open");
	return { report: report!, stories: documents(), movedTo: movedTo! };
}

/** Numbers of a table's pages of one kind, counted from 0. */
export function pagesOf(table: string, kind: "leaf" | "internal" | "overflow"): number[] {
	const database = new Database(file, { readonly: true });
	try {
		return database
			.prepare<[string, string], number>("SELECT pageno - 1 FROM dbstat WHERE name = ? AND pagetype = ?")
			.pluck()
			.all(table, kind);
	} finally {
		database.close();
	}
}
