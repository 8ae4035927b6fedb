import { isWanted, type PlacedFile } from "./upload.ts";

/** Files looked at in a dropped folder; an archive of 20 years stays far below. */
const MOST_FILES = 100_000;

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

/** All entries of a folder; a browser gives them in portions. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
	const reader = folder.createReader();
	const all: FileSystemEntry[] = [];
	for (;;) {
		const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
		if (portion.length === 0) return all;
		all.push(...portion);
	}
}

/**
 * The files of a dropped folder that a Medium archive has, when it has none the first file of all, and the paths of the
 * others.
 */
export async function filesOfFolder(
	folder: FileSystemDirectoryEntry,
): Promise<{ files: PlacedFile[]; others: string[] }> {
	const others: string[] = [];
	const found: { path: string; entry: FileSystemFileEntry }[] = [];
	let first: { path: string; entry: FileSystemFileEntry } | undefined;
	let seen = 0;
	async function walk(parent: FileSystemDirectoryEntry, inside: string): Promise<void> {
		for (const entry of await entriesOf(parent)) {
			seen += 1;
			if (seen > MOST_FILES) return;
			const path = `${inside}/${entry.name}`;
			if (isFile(entry)) {
				first ??= { path, entry };
				if (isWanted(path)) found.push({ path, entry });
				else others.push(path);
			} else if (isFolder(entry) && entry.name !== "node_modules" && !entry.name.startsWith("."))
				await walk(entry, path);
		}
	}
	await walk(folder, folder.name);
	const files: PlacedFile[] = [];
	for (const { path, entry } of found.length > 0 ? found : first ? [first] : [])
		files.push({ path, file: await new Promise<File>((resolve, reject) => entry.file(resolve, reject)) });
	return { files, others };
}
