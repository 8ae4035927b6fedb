import { randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { syncFolder } from "./lifecycle/files.ts";

/**
 * Writes a file beside its place and renames it: the old one or the new one is there, whole and on the disk, never half
 * of either. @throws the file system's error; a file that was there is then as it was
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
	const part = join(dirname(path), `.${randomUUID()}.part`);
	try {
		const handle = await open(part, "wx");
		try {
			await handle.writeFile(content);
			await handle.sync();
		} finally {
			await handle.close();
		}
		await rename(part, path);
	} catch (error) {
		await rm(part, { force: true });
		throw error;
	}
	syncFolder(dirname(path));
}
