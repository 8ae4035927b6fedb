import { basename, join } from "node:path";
import { app, type BrowserWindow, dialog, type FileFilter } from "electron";
import type { FileSource } from "#contract/jobs.ts";
import type { FileKind } from "#contract/native-api.ts";
import type { Speaker } from "#domain/words/catalogue.ts";
import { sentence } from "#domain/words/message.ts";
import { writeWhole } from "#service/write-whole.ts";

const FILTERS: Readonly<Record<FileKind, FileFilter[]>> = {
	archive: [{ name: sentence("Medium archive"), extensions: ["zip"] }],
	archiveFolder: [],
	stats: [{ name: sentence("Stats"), extensions: ["json", "csv", "tsv", "txt", "zip"] }],
	// A backup may be called anything.
	backup: [],
	image: [{ name: sentence("Pictures"), extensions: ["png", "jpg", "jpeg", "gif", "webp", "avif"] }],
};

/** The system's dialog to choose files; empty when the writer cancels. */
export async function chooseFiles(
	window: BrowserWindow,
	kind: FileKind,
	multiple: boolean,
	say: Speaker["say"],
): Promise<FileSource[]> {
	const { canceled, filePaths } = await dialog.showOpenDialog(window, {
		filters: FILTERS[kind].map(({ name, extensions }) => ({ name: say(name), extensions })),
		properties: [
			kind === "archiveFolder" ? "openDirectory" : "openFile",
			...(multiple ? (["multiSelections"] as const) : []),
		],
	});
	return canceled ? [] : filePaths.map((path) => ({ type: "path", path }));
}

/** Asks for a place and writes the file there. @returns `false` when the writer cancels */
export async function saveFile(window: BrowserWindow, suggestedName: string, bytes: Uint8Array): Promise<boolean> {
	const { canceled, filePath } = await dialog.showSaveDialog(window, {
		defaultPath: join(app.getPath("documents"), basename(suggestedName)),
	});
	if (canceled || !filePath) return false;
	await writeWhole(filePath, bytes);
	return true;
}
