/** Hands files over to the service. Loaded with the first file. */
import type { FileSource } from "#contract/jobs.ts";
import { STUDIO_HEADER, UPLOAD_PATH } from "#contract/rpc.ts";
import { classifyExportPath } from "#domain/medium/file-name.ts";
import { message } from "#domain/words/message.ts";
import { assertAnswered } from "../answer-failure.ts";
import { ServiceFailure } from "../failure.ts";

async function send(token: string, name: string, file: File): Promise<void> {
	const answer = await fetch(`${UPLOAD_PATH}/${token}/${encodeURIComponent(name)}`, {
		method: "POST",
		headers: { [STUDIO_HEADER]: "1", "content-type": "application/octet-stream" },
		body: file,
	}).catch(() => {
		// The file is a folder, was taken away meanwhile, or the service is gone.
		throw new ServiceFailure({
			code: "UNREADABLE_FILE",
			message: message("The file could not be read"),
			details: { file: file.name },
		});
	});
	await assertAnswered(answer, {
		code: "WRITE_FAILED",
		message: message("The file could not be handed over"),
		details: { file: file.name },
	});
}

/** A file's name without what the service refuses; some systems allow nearly anything. */
function segmentOf(name: string): string {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
	return name.replace(/[\u0000-\u001f\u007f\\/]/g, "_");
}

/** Hands one file over. @throws {ServiceFailure} */
export async function uploadFile(file: File): Promise<FileSource> {
	const token = crypto.randomUUID();
	const name = segmentOf(file.name) || "pasted";
	await send(token, name, file);
	return { type: "upload", token, name, modifiedAt: new Date(file.lastModified).toISOString() };
}

/** A file and its path inside a folder, that folder's name first. */
export interface PlacedFile {
	path: string;
	file: File;
}

/** What a file of an unpacked Medium archive is worth: its private pages do not even leave the folder. */
export function isWanted(path: string): boolean {
	return !["private", "noise", "foreign", "other"].includes(classifyExportPath(path));
}

/**
 * Hands an unpacked archive over: the files that are read, and the names of the others for the report. `null` when the
 * folder is empty.
 * @param others paths of files that stay where they are, like those of `files` that are not wanted
 * @throws {ServiceFailure}
 */
export async function uploadFolder(
	files: readonly PlacedFile[],
	others: readonly string[] = [],
): Promise<FileSource | null> {
	const folder = files[0]?.path.split("/")[0];
	if (!folder) return null;
	const token = crypto.randomUUID();
	const wanted = files.filter(({ path }) => isWanted(path));
	// Of a folder that is no archive one file is enough for the service to say so.
	for (const { path, file } of wanted.length > 0 ? wanted : files.slice(0, 1))
		await send(token, path.split("/").map(segmentOf).join("/"), file);
	const left = [...files.map(({ path }) => path), ...others].filter((path) => !isWanted(path));
	return {
		type: "upload",
		token,
		name: segmentOf(folder),
		withheld: wanted.length > 0 ? left.map((path) => path.split("/").slice(1).map(segmentOf).join("/")) : [],
	};
}
